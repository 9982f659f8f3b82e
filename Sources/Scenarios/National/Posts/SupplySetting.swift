import Documents
public import Rules
import Units

/// Doctors on their way to a list, from internship to specialist, over some years.
public struct SupplySetting: Sendable {
  /// How many years the path has; the first is the scenario's.
  public var years: Int
  /// What a year's money is worth less than that of the year before; `nil` for sums as they stand.
  public var discountRate: Estimate?
  /// Lists that want a doctor in the first year, and how many more want one in each later year.
  public var lists: Estimate
  public var newLists: Estimate
  /// Posts of locums and others without permanent employment.
  public var temporaryPosts: Estimate
  public var specialistDuty: ListCoverage.SpecialistDuty
  /// What a vacant list costs the municipality more than a filled one, per year.
  public var vacantExtraCost: Estimate
  /// Internships a year on top of the intake of the first stage.
  public var extraInternships: Estimate
  /// What the state pays for each of those.
  public var extraInternshipCost: Estimate
  /// Internship, supervised practice, specialisation, specialist.
  public var stages: [SupplyStageSetting]

  /// The rule with the central values, for a year with so many lists.
  public func coverage(of lists: Int) -> ListCoverage {
    ListCoverage(
      lists: lists, temporaryPosts: temporaryPosts.central.rounded,
      duty: specialistDuty)
  }

  private enum Keys {
    static func count(_ name: String, _ about: String) -> Key<Estimate> {
      Key(
        name, Estimate.grammar(of: Grammar<Int>.whole(in: 0...1_000_000).map { Ratio($0) }), about)
    }
    static let years = Key(
      "years", Grammar.whole(in: 1...50), "how many years are shown, the scenario's the first")
    static let discount = Key(
      "discount-rate", Estimate.grammar(of: .share),
      "per year; without it the sum of the years is not discounted")
    static let lists = count("lists", "lists that want a doctor in the first year")
    static let newLists = Key(
      "new-lists", Estimate.grammar(of: .number(in: 0...100_000)),
      "how many more want one in each later year")
    static let temporary = count(
      "temporary-posts", "posts of locums and others without permanent employment")
    static let duty = Key(
      "specialist-duty-for", Grammar<ListCoverage.SpecialistDuty>.choice,
      "which posts demand specialist training: gps-and-permanent, or all")
    static let vacant = Key(
      "vacant-extra-cost", Estimate.grammar(of: .number(in: 0...10_000_000)),
      "what a vacant list costs the municipality more than a filled one, per year")
    static let extra = count(
      "extra-internships", "internships a year on top of the intake of the first stage")
    static let extraCost = Key(
      "extra-internship-cost", Estimate.grammar(of: .number(in: 0...10_000_000)),
      "what the state pays for each of those")
    static let stages = Key(
      "stages",
      Grammar<[SupplyStageSetting]>.record(
        "stages of a doctor's way",
        keys: SupplyStageSetting.Stage.allCases.map { SupplyStageSetting.key(of: $0).required }
      ) { record, _ in
        SupplyStageSetting.Stage.allCases.map { record[SupplyStageSetting.key(of: $0)] }
      }, "the stages, from internship to specialist")
  }

  static let grammar = Grammar<SupplySetting>.record(
    "the supply of doctors",
    keys: [
      Keys.years.required, Keys.discount.optional, Keys.lists.required, Keys.newLists.required,
      Keys.temporary.required, Keys.duty.required, Keys.vacant.required, Keys.extra.required,
      Keys.extraCost.required, Keys.stages.required,
    ]
  ) { record, _ in
    SupplySetting(
      years: record[Keys.years], discountRate: record[maybe: Keys.discount],
      lists: record[Keys.lists], newLists: record[Keys.newLists],
      temporaryPosts: record[Keys.temporary], specialistDuty: record[Keys.duty],
      vacantExtraCost: record[Keys.vacant],
      extraInternships: record[Keys.extra], extraInternshipCost: record[Keys.extraCost],
      stages: record[Keys.stages])
  }
}
