import Diagnostics
import Documents

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

  /// The sections that are written.
  init(_ record: Record) {
    outOfHoursPay = record[maybe: Keys.outOfHours]
    trainingPosts = record[maybe: Keys.training]
    supply = record[maybe: Keys.supply]
    practiceTransfer = record[maybe: Keys.transfer]
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
