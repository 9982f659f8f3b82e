public import Diagnostics
import Documents
public import Units

/// A number nobody has published that is chosen, inside its interval, so that a line of the accounts
/// is met.
public struct FreeNumber: Sendable {
  /// The path of the number in the scenario.
  public var path: Located<String>
  /// The line it is chosen for.
  public var fits: AccountsLine
}

extension FreeNumber {
  private enum Keys {
    static let free = Key(
      "free", Grammar<String>.text.located,
      "the path of the number, which is fitted in its interval")
    static let fits = Key("fits", Grammar<AccountsLine>.choice, "the line it is chosen for")
  }

  static let grammar = Grammar<FreeNumber>.record(
    "a free number", keys: [Keys.free.required, Keys.fits.required]
  ) { record, _ in FreeNumber(path: record[Keys.free], fits: record[Keys.fits]) }

  /// The interval in which the number is fitted.
  ///
  /// - Parameter file: The scenario.
  /// - Throws: `Faults` when there is no such number, or it has no interval.
  /// - Returns: Where the search starts and between what it stays.
  public func interval(
    in file: ScenarioFile
  ) throws(Faults) -> (start: Ratio, range: ClosedRange<Ratio>) {
    guard let interval = file.interval(at: path.value) else {
      throw Faults(
        "there is no number with a source at '\(path.text)'", at: path.position,
        help: nearPath(to: path.value, among: file.ranges).map { "did you mean '\($0)'?" }
          ?? "write the path of a number that has 'central', 'low' and 'high'")
    }
    guard let low = interval.low, let high = interval.high, low < high else {
      throw Faults(
        "'\(path.text)' has no interval to be fitted in", at: path.position,
        help: "give it 'low' and 'high'")
    }
    return (interval.central, low...high)
  }
}

extension ScenarioFile {
  /// Whether every free number can be fitted: it is there, it may be anything between its ends, and
  /// something is known of the line it is chosen for.
  ///
  /// - Parameter isOwn: Whether only those are looked at that the file itself frees, and not those of a
  ///   scenario it changes: a reform may well fix what was free.
  /// - Throws: `Faults`, one for each number that cannot.
  public func checkCalibration(onlyOwn isOwn: Bool = false) throws(Faults) {
    let scenario = try nationalScenario()
    guard
      scenario.calibration.contains(where: { !isOwn || $0.path.position.file == path })
    else { return }
    let known = remembering()
    var faults: [Diagnostic] = []
    for (place, number) in scenario.calibration.enumerated()
    where !isOwn || number.path.position.file == path {
      do throws(Faults) {
        guard !scenario.calibration.prefix(place).contains(where: { $0.isSame(as: number) }) else {
          throw Faults(
            "'\(number.path.text)' is free twice", at: number.path.position,
            help: "let each number fit one line")
        }
        let range = try number.interval(in: self).range
        guard let target = scenario.target(of: number.fits), target > .zero else {
          throw Faults(
            "'\(number.path.text)' fits '\(number.fits.rawValue)', of which nothing official is known",
            at: number.path.position, help: "add '\(number.fits.rawValue)' under 'official'")
        }
        try known.check(number, in: range)
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// Decimals of a fitted number.
  private static let decimals = 6

  private func check(_ number: FreeNumber, in range: ClosedRange<Ratio>) throws(Faults) {
    let (low, high) = (range.lowerBound, range.upperBound)
    // No round number, because a number that must be round cannot be fitted.
    let between = low + (high - low) * Ratio(381_966_011, over: 1_000_000_000)
    for trial in [low, between, high] {
      let tried = Ratio(nearest: trial.double, decimals: Self.decimals)
      do throws(Faults) {
        _ = try setting(number.path.value, to: tried).nationalScenario()
      } catch {
        let why = error.diagnostics.first.map { ": \($0.what)" } ?? ""
        throw Faults(
          "'\(number.path.text)' cannot be fitted, since it cannot be \(tried)\(why)",
          at: number.path.position,
          help: "free a number that may be anything between its 'low' and 'high'")
      }
    }
  }
}

extension FreeNumber {
  fileprivate func isSame(as other: FreeNumber) -> Bool { path.value == other.path.value }
}

extension NationalScenario {
  /// What a line of the accounts should come to: what is official, or the counts of the contact types;
  /// `nil` where nobody published it.
  public func target(of line: AccountsLine) -> Ratio? {
    func count(_ service: Service) -> Ratio {
      contacts.types(of: service).reduce(.zero) { $0 + $1.count.central }
    }
    return switch line {
    case .consultations: count(.consultation)
    case .simpleContacts: count(.simpleContact)
    case .outOfHoursContacts: count(.outOfHours)
    default: official.first { $0.line == line }?.amount.central
    }
  }
}
