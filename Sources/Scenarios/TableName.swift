/// The tables a run can show, by the names scenarios and result files use.
public enum TableName: String, CaseIterable, Sendable {
  /// Money by payer, payee and account: with the arrivals, without, and the difference.
  case payers
  /// What each account receives less what it pays.
  case balances
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
  /// What the arrivals cost with each way of enrolling.
  case enrolmentChannels = "enrolment-channels"
  /// The groups of arrivals: their right, whether it is new, and who must consent in person.
  case arrivalGroups = "arrival-groups"
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
  /// Who pays for the out-of-hours service, before and after fixed pay.
  case outOfHours = "out-of-hours"
  /// What posts for doctors in specialisation cost, and what they have room for.
  case trainingPosts = "training-posts"
  /// Doctors on their way to a list, and lists without one, year by year.
  case supply
  /// What is paid when practices are handed over, and by whom.
  case practiceTransfer = "practice-transfer"
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
  /// What each payer pays in each payment model in all, beside the first.
  case modelPayerSums = "model-payer-sums"

  /// The reforms that are compared.
  case reforms
  /// Every value a reform changes, with both lines.
  case changes
  /// Numbers that were found so that a goal is reached.
  case solved
  /// Grants, fees and their shares, simulated and on the official accounts.
  case funding
  /// Money by payer, payee, account, form, group of municipalities and length of list.
  case differences
  /// What practices are paid, by form, by group of municipalities and by length of list.
  case byForm = "by-form"
  case byMunicipalityGroup = "by-municipality-group"
  case byListLength = "by-list-length"
  /// How many practices gain and lose, and how much.
  case winnersLosers = "winners-losers"
  /// Ten parts of the practices, from those that lose most to those that gain most.
  case deciles
  /// What is left for practitioners.
  case income
  /// Time, free places and vacancies.
  case capacity
  /// What the next contact, the next listed person and the next hour of staff are worth.
  case incentives
  /// What a reform does at once, after list movements and after behaviour.
  case stages
  /// What a reform does in each year in which it comes into force.
  case phases
  /// Each part of a package alone, what they do together, and the whole.
  case steps

  /// Persons, need, ceiling and what is distributed, by health council.
  case capacityDistribution = "capacity-distribution"
  /// What is planned below the level that binds, by municipality.
  case capacityMunicipalities = "capacity-municipalities"
  /// Capacities and who holds them, by health council.
  case capacityStates = "capacity-states"
  /// Clinics that are open and closed, and persons on lists, by health council.
  case capacityLists = "capacity-lists"
  /// The number of patients each clinic must have before it may close, and how it was found.
  case minimumPatients = "minimum-patients"
  /// Capacities that are withdrawn, deployed anew, left out or allowed beyond the distribution.
  case capacityEvents = "capacity-events"
  /// Where a rule of the law is not kept.
  case capacityFindings = "capacity-findings"
  /// Capacities, doctors and patients without a clinic, year by year, with their uncertainty.
  case capacityPath = "capacity-path"
  /// Spending beside the economic frame, and what is taken back, year by year.
  case economicFrame = "economic-frame"

  /// What goals and sweeps can ask of a file. Of `takst outcomes`.
  case outcomes
  /// What varied in a sweep.
  case factors
  /// Outcomes over all points of a sweep, and point by point.
  case sweepSummary = "sweep-summary"
  case sweepPoints = "sweep-points"
  /// Each factor alone at both ends.
  case tornado
  /// Morris' elementary effects.
  case morris
  /// The parts of an outcome's variance that factors and pairs of them decide.
  case sobolIndices = "sobol-indices"
  case sobolPairs = "sobol-pairs"
  /// Rank correlations of factors with outcomes.
  case associations
  /// At how many points what is asked is so, under which conditions, and where factors cross into it.
  case answers, conditions, crossings
  /// What is lost by having chosen one reform when another is best.
  case regret

  /// The tables of a finished sweep.
  public static let ofSweeps: [TableName] = [
    .factors, .sweepSummary, .sweepPoints, .tornado, .morris, .sobolIndices, .sobolPairs,
    .associations, .answers, .conditions, .crossings, .regret,
  ]

  /// The tables of a question about arrivals on lists.
  public static let ofArrivals: [TableName] = [
    .payers, .balances, .noteAudit, .marginalCost, .costByUptake, .costRange, .breakEven,
    .onePerson, .enrolment, .enrolmentChannels, .arrivalGroups, .lists, .paragraph, .assumptions,
    .references,
  ]
  /// The tables of reforms beside a baseline.
  public static let ofReforms: [TableName] = [
    .reforms, .solved, .funding, .payers, .balances, .byForm, .byMunicipalityGroup, .byListLength,
    .winnersLosers, .deciles, .income, .capacity, .incentives, .outOfHours, .trainingPosts,
    .supply, .practiceTransfer, .stages, .phases, .steps, .changes, .differences,
  ]
  /// The tables of a year of a nation.
  public static let ofNations: [TableName] = nationOnly + [.assumptions, .references]

  /// The tables of a comparison of payment models.
  public static let ofModels: [TableName] = modelsOnly + [.assumptions]

  /// The tables of a plan of capacities.
  public static let ofCapacities: [TableName] = [
    .capacityDistribution, .capacityMunicipalities, .capacityStates, .capacityLists,
    .minimumPatients, .capacityEvents, .capacityFindings, .capacityPath, .payers, .balances,
    .economicFrame, .paragraph, .assumptions, .references,
  ]

  /// The tables of reforms beside a plan of capacities.
  public static let ofCapacityReforms: [TableName] = [
    .reforms, .payers, .balances, .winnersLosers, .capacityDistribution, .capacityPath,
    .economicFrame, .changes,
  ]

  private static let modelsOnly: [TableName] = [
    .modelPayments, .modelDifferences, .modelBreakEven, .modelPayers, .modelPayerSums,
  ]
  private static let nationOnly: [TableName] = [
    .validation, .accounts, .balances, .contacts, .municipalityGroups,
    .outOfHours, .trainingPosts, .supply, .practiceTransfer,
  ]
}
