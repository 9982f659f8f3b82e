public import Diagnostics
import Documents
public import Units

/// The time contacts take and what a practice costs: what turns payments into net income and
/// capacity.
public struct WorkSetting: Sendable {
  /// A doctor's minutes for one contact, by contact type.
  public var minutes: [(type: Located<String>, minutes: Estimate)]
  /// A doctor's minutes a year for each listed person beside contacts: meetings, papers, follow-up.
  public var minutesPerPerson: Estimate
  /// The hours a doctor with a list works for it in a year.
  public var hours: Estimate
  /// What a practice costs a year and list whatever it does, and for each contact.
  public var costPerList: Estimate
  public var costPerContact: Estimate

  /// A doctor's minutes for one contact of a type; none where none are said.
  public func minutes(ofType name: String) -> Ratio {
    minutes.first { $0.type.value == name }?.minutes.central ?? .zero
  }

  private enum Keys {
    static let minutes = Key(
      "minutes",
      Grammar<[Named<Estimate>]>.names(of: Estimate.grammar(of: .number(in: 0...1_440))),
      "a doctor's minutes for one contact, by contact type")
    static let perPerson = Key(
      "minutes-per-person", Estimate.grammar(of: .number(in: 0...100_000)),
      "a doctor's minutes a year for each listed person beside contacts")
    static let hours = Key(
      "hours", Estimate.grammar(of: .number(in: 1...8_784)),
      "the hours a doctor with a list works for it in a year")
    static let perList = Key(
      "cost-per-list", Estimate.grammar(of: .number(in: 0...100_000_000)),
      "what a practice costs a year and list")
    static let perContact = Key(
      "cost-per-contact", Estimate.grammar(of: .number(in: 0...100_000)),
      "what a practice costs for each contact")
  }

  static let grammar = Grammar<WorkSetting>.record(
    "work",
    keys: [
      Keys.minutes.required, Keys.perPerson.required, Keys.hours.required, Keys.perList.required,
      Keys.perContact.required,
    ]
  ) { record, _ in
    WorkSetting(
      minutes: record[Keys.minutes].map { ($0.name, $0.value) },
      minutesPerPerson: record[Keys.perPerson], hours: record[Keys.hours],
      costPerList: record[Keys.perList], costPerContact: record[Keys.perContact])
  }

  func fits(_ types: [ContactType], _ log: inout FaultLog) -> Bool {
    for (name, _) in minutes where !types.contains(where: { $0.name == name.value }) {
      log.addUnknownName(name, among: types.map(\.name), in: "contact types")
      return false
    }
    return true
  }
}
