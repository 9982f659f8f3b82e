public import Scenarios
import Simulation
public import Units

/// A simulated year beside what is officially known of it.
///
/// Sums of another year, or of other persons than the accounts are of, stand alone; means per person of
/// an age are compared all the same, since the model is given them.
public struct Validation: Sendable {
  public let rows: [Row]
  /// Where use by age is not what it is given as, and why.
  public let deviations: [Deviation]

  /// Contacts per person of every age are what is given times a level, which is chosen so that the number
  /// of contacts is met. Ages and numbers are published apart and need not agree.
  public struct Deviation: Sendable {
    public var service: Service
    /// What use by age is multiplied by, and where that stands.
    public var level: Ratio
    public var path: String
    /// How far the age groups are off, as parts of what is given.
    public var least: Ratio
    public var most: Ratio

    /// Nothing is told of less: a draw is not quite its mean.
    static let tolerance = Ratio(1, over: 100)
  }

  public struct Row: Sendable {
    public var measure: Measure
    /// The row's line, contact type or age group, by its name in the scenario.
    public var name: String
    /// The first and the last age, such as `30–49`; empty for a row of all.
    public var ages = ""
    public var simulated: Ratio
    /// `nil` where nobody published it.
    public var official: Ratio?
    public var basis: Basis

    /// Simulated over official.
    public var ratio: Ratio? {
      official.flatMap { $0 == .zero ? nil : simulated / $0 }
    }
  }

  /// What a row measures, and so its unit.
  public enum Measure: String, Sendable {
    case money
    case contacts
    /// Contacts per person and year.
    case mean
    /// The share of persons without any.
    case shareWithNone = "share-with-none"
  }

  /// How much the agreement proves.
  public enum Basis: String, Sendable {
    /// A free number was chosen so that the line is met.
    case fitted
    /// The number is among what the model is given.
    case given
    /// Nothing was chosen for it.
    case predicted
    /// What is known is of another year, or of other persons, so the two are not compared.
    case notCompared = "not-compared"
  }

  public init(of figures: AccountsFigures) {
    let (run, scenario) = (figures.run, figures.run.scenario)
    let fitted = Set(scenario.calibration.map(\.fits))
    let isCompared = figures.other == nil
    func basis(_ basis: Basis) -> Basis { isCompared ? basis : .notCompared }
    var rows: [Row] = []
    for line in AccountsLine.allCases {
      let official = figures.target(of: line)
      let simulated = figures.value(of: line)
      guard official != nil || simulated != .zero else { continue }
      rows.append(
        Row(
          measure: line.isCount ? .contacts : .money, name: line.rawValue, simulated: simulated,
          official: isCompared ? official : nil,
          basis: basis(fitted.contains(line) ? .fitted : .predicted)))
    }
    for (place, type) in scenario.contacts.types.enumerated() {
      rows.append(
        Row(
          measure: .contacts, name: type.name,
          simulated: Ratio(run.sums(ofType: place).contacts),
          official: isCompared ? type.count.central : nil, basis: basis(.given)))
    }
    for (place, group) in scenario.use.groups.enumerated() {
      let ages = "\(group.ages.lowerBound)–\(group.ages.upperBound)"
      for (service, mean, share) in [
        (Service.consultation, group.consultations, group.withConsultation),
        (.outOfHours, group.outOfHours, group.withOutOfHours),
      ] {
        let use = run.use(of: service, inGroup: place)
        rows.append(
          Row(
            measure: .mean, name: service.rawValue, ages: ages, simulated: use.mean, official: mean,
            basis: .given))
        rows.append(
          Row(
            measure: .shareWithNone, name: service.rawValue, ages: ages,
            simulated: .one - use.share,
            official: .one - share, basis: .given))
      }
    }
    self.rows = rows
    deviations = [Service.consultation, .outOfHours].compactMap { service in
      Deviation(of: service, scenario.use.levels, rows)
    }
  }
}

extension Validation.Deviation {
  /// - Returns: `nil` where every age group is as given.
  fileprivate init?(
    of service: Service, _ levels: UseSetting.Levels, _ rows: [Validation.Row]
  ) {
    let off = rows.filter { $0.measure == .mean && $0.name == service.rawValue }
      .compactMap(\.ratio).map { $0 - .one }
    guard let least = off.min(), let most = off.max(),
      max(most, .zero - least) > Self.tolerance
    else { return nil }
    let isConsultation = service == .consultation
    self.init(
      service: service,
      level: (isConsultation ? levels.consultations : levels.outOfHours).central,
      path: "use.levels.\(isConsultation ? "consultations" : "out-of-hours")", least: least,
      most: most)
  }
}
