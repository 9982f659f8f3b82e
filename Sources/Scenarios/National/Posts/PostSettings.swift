public import Diagnostics
import Documents
public import Units

/// Money and capacity that do not come from contacts. What a scenario does not write has no effect.
public struct PostSettings: Sendable {
  public var outOfHoursPay: OutOfHoursPay?
  public var trainingPosts: TrainingPostSetting?
  public var supply: SupplySetting?
  public var practiceTransfer: PracticeTransferSetting?

  private enum Keys {
    static let outOfHours = Key(
      "out-of-hours-pay", OutOfHoursPay.grammar, "fixed pay instead of fees out of hours")
    static let training = Key(
      "training-posts", TrainingPostSetting.grammar,
      "doctors in specialisation on a salary, on other doctors' lists")
    static let supply = Key(
      "supply", SupplySetting.grammar, "doctors on their way to a list, year by year")
    static let transfer = Key(
      "practice-transfer", PracticeTransferSetting.grammar,
      "what is paid when a practice is handed over")
  }

  /// The sections, as keys of a national scenario.
  static let keys: [AnyKey] = [
    Keys.outOfHours.optional, Keys.training.optional, Keys.supply.optional,
    Keys.transfer.optional,
  ]

  /// The sections that are written, for a calendar year.
  init(_ record: Record, in year: Int) {
    var (pay, posts) = (record[maybe: Keys.outOfHours], record[maybe: Keys.training])
    var transfer = record[maybe: Keys.transfer]
    func part(from day: Located<CalendarDate>?) -> Ratio {
      day.map { Month(year: year, number: 1).partOfYear(from: $0.value) } ?? .one
    }
    let starts = (pay?.from, posts?.from, transfer?.from)
    pay?.partOfYear = part(from: starts.0)
    posts?.partOfYear = part(from: starts.1)
    transfer?.partOfYear = part(from: starts.2)
    (outOfHoursPay, trainingPosts, practiceTransfer) = (pay, posts, transfer)
    supply = record[maybe: Keys.supply]
  }

  /// The days on which sections begin that do not hold all along, with the names of the sections.
  public var starts: [(section: String, from: Located<CalendarDate>)] {
    [
      (Keys.outOfHours.name, outOfHoursPay?.from), (Keys.training.name, trainingPosts?.from),
      (Keys.transfer.name, practiceTransfer?.from),
    ].compactMap { name, from in from.map { (name, $0) } }
  }

  /// Whether each table that is asked for has its section; which has none goes into the log.
  func canShow(_ tables: Located<[TableName]>?, _ log: inout FaultLog) -> Bool {
    let missing: [(table: TableName, section: String, isMissing: Bool)] = [
      (.outOfHours, Keys.outOfHours.name, outOfHoursPay == nil),
      (.trainingPosts, Keys.training.name, trainingPosts == nil),
      (.supply, Keys.supply.name, supply == nil),
      (.practiceTransfer, Keys.transfer.name, practiceTransfer == nil),
    ]
    guard let tables,
      let first = missing.first(where: { $0.isMissing && tables.value.contains($0.table) })
    else { return true }
    log.add(
      "the table '\(first.table.rawValue)' is of a section the scenario does not have",
      at: tables.position, help: "write the section '\(first.section)', or leave the table out")
    return false
  }
}
