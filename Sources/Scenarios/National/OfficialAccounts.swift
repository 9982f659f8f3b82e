public import Diagnostics
import Documents
import Units

/// The year's accounts: their lines, the year they are of, and how many persons it was whose doctors
/// were paid.
///
/// A simulated year is held against them only where it is of the same year, and of as many persons.
public struct OfficialAccounts: Sendable {
  public var figures: [OfficialFigure]
  /// `nil` where the file does not say; then they are taken to be of the scenario's year.
  public var year: Located<Int>?
  /// Persons on lists, with the fewest and the most the accounts may be of; `nil` where the file does
  /// not say, and then any number will do.
  public var persons: Estimate?
  public var position: SourcePosition

  /// Why a year is not held against the accounts.
  public enum Other: Hashable, Sendable {
    case year
    case persons
  }

  /// Whether the accounts are of another year or another population.
  ///
  /// - Parameters:
  ///   - year: The simulated year.
  ///   - persons: How many it is of.
  /// - Returns: What is other; `nil` where the year may be held against them.
  public func other(year: Int, persons: Int) -> Other? {
    if let own = self.year?.value, own != year { return .year }
    guard let own = self.persons else { return nil }
    return (own.low...own.high).contains(Ratio(persons)) ? nil : .persons
  }
}

extension OfficialAccounts {
  /// A line, the number of persons, or the year.
  enum Entry: Sendable {
    case estimate(Estimate)
    case year(Located<Int>)
  }

  private static let yearKey = "year"
  private static let personsKey = "persons"

  static let grammar = Grammar<[Named<Entry>]>.names(
    of: .either(
      Grammar.whole(in: 0...1_000_000_000_000).located.map(Entry.year),
      when: { node in
        guard case .scalar(let text, isQuoted: false) = node.content, !node.isNull else {
          return false
        }
        return Ratio(decimal: text).map { $0.wholeNumber != nil } ?? true
      },
      or: Estimate.grammar(of: .number(in: 0...1_000_000_000_000)).map(Entry.estimate))
  ).located

  /// The accounts from what was read; what is wrong goes into the log.
  init?(_ read: Located<[Named<Entry>]>, _ log: inout FaultLog) {
    (figures, year, persons, position) = ([], nil, nil, read.position)
    var isSound = true
    for named in read.value {
      switch (named.name.value, named.value) {
      case (Self.yearKey, .year(let year)) where (1...9_998).contains(year.value):
        self.year = year
      case (Self.yearKey, .year(let number)):
        log.add(
          "'year' is \(number.text); it takes a year from 1 to 9998", at: number.position,
          help: "write the year the accounts are of, for example 2023")
        isSound = false
      case (Self.yearKey, .estimate(let estimate)):
        log.add(
          "'year' is a mapping; it takes a whole number", at: estimate.position,
          help: "write the year the accounts are of, for example 2023")
        isSound = false
      case (Self.personsKey, .estimate(let persons)): self.persons = persons
      case (_, .estimate(let amount)):
        let figure = OfficialFigure(named.name, amount, &log)
        isSound = isSound && figure != nil
        if let figure { figures.append(figure) }
      case (let name, .year(let number)):
        log.add(
          "'\(name)' is \(number.text); it takes a number with its source", at: number.position,
          help: "write the keys central, source under it")
        isSound = false
      }
    }
    guard isSound else { return nil }
    tellWhatIsMissing(&log)
  }

  /// Accounts of nobody knows when are held against any year.
  private func tellWhatIsMissing(_ log: inout FaultLog) {
    let missing = [year == nil ? "year" : nil, persons == nil ? "persons" : nil].compactMap(\.self)
    guard !missing.isEmpty, !figures.isEmpty else { return }
    let keys = missing.map { "'\($0)'" }.joined(separator: " and ")
    log.tell(
      "the accounts under 'official' do not say of which \(missing.joined(separator: " and ")) "
        + "they are, so any is held against them",
      at: position, help: "add \(keys) to 'official'")
  }
}
