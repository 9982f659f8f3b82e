/// The tables a run can show, by the names scenarios and result files use.
public enum TableName: String, CaseIterable, Sendable {
  /// Money by payer, payee and account: with the arrivals, without, and the difference.
  case payers
  /// The hearing note's figure beside every other reading.
  case noteAudit = "note-audit"
  /// What the arrivals cost each municipality, month by month.
  case marginalCost = "marginal-cost"
  /// The cost for each share who want a place and each family size.
  case costByUptake = "cost-by-uptake"
  /// The cost with each uncertain number at its low and high end.
  case costRange = "cost-range"
  /// The saving elsewhere at which municipalities pay nothing more.
  case breakEven = "break-even"
  /// What one more person on a list moves, for each kind of person.
  case onePerson = "one-person"
  /// Persons who enrol, wait, change and leave, month by month.
  case enrolment
  /// The lists the run starts from.
  case lists
  /// One paragraph for a hearing note.
  case paragraph
  /// Every assumption of the scenario with its interval and reason.
  case assumptions
  /// The law and the sources behind the numbers.
  case references
  /// A simulated year beside the official accounts, line by line.
  case validation
  /// Money by payer, payee, account and practice form.
  case accounts
  /// Contacts and what they cost, by type.
  case contacts
  /// Lists, persons and money by group of municipalities.
  case municipalityGroups = "municipality-groups"
  /// Free numbers, what they became, and how well the accounts are met. Of `takst calibrate`.
  case calibration
  /// What each payment model pays each practice, by component.
  case modelPayments = "model-payments"
  /// What each payment model pays beside the first.
  case modelDifferences = "model-differences"
  /// The visits at which a payment model pays what the first pays.
  case modelBreakEven = "model-break-even"
  /// What each payer pays in each payment model, by component.
  case modelPayers = "model-payers"

  /// The tables of a question about arrivals on lists.
  public static let ofArrivals = allCases.filter {
    !nationOnly.contains($0) && !modelsOnly.contains($0) && $0 != .calibration
  }
  /// The tables of a year of a nation.
  public static let ofNations: [TableName] = nationOnly + [.assumptions, .references]

  /// The tables of a comparison of payment models.
  public static let ofModels: [TableName] = modelsOnly + [.assumptions]

  private static let modelsOnly: [TableName] = [
    .modelPayments, .modelDifferences, .modelBreakEven, .modelPayers,
  ]
  private static let nationOnly: [TableName] = [
    .validation, .accounts, .contacts, .municipalityGroups,
  ]
}
