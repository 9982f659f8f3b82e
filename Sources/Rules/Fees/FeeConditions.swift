public import Units

/// When a fee may be claimed, how often, and with what. Every condition must hold; none is set
/// unless said.
public struct FeeConditions: Hashable, Sendable {
  /// What multiplies the amounts.
  public enum Unit: Hashable, Sendable {
    /// Once per claim.
    case contact
    /// Once per started interval beyond a free part: with 15 beyond 20, minute 21 begins the first.
    case startedMinutes(each: Int, beyond: Int)
  }

  public var unit = Unit.contact
  /// Only at these times of the day; any when empty.
  public var times: Set<TimeOfDay> = []
  /// Only in contacts of these types, by the names of the scenario; any when empty.
  public var contactTypes: Set<String> = []
  /// Only in practices of these forms; any when empty.
  public var forms: Set<PracticeForm> = []
  /// Only specialists (`spesialisttakst`).
  public var onlySpecialists = false
  /// The contact lasts at least so many minutes (`minimum_tidsbruk`).
  public var minimumMinutes = 0
  /// The bill names a procedure (`krever_prosedyre`).
  public var needsProcedure = false
  /// The bill names a diagnosis (`krever_diagnose`).
  public var needsDiagnosis = false
  /// Not on the same bill as any of these codes (`ugyldig_kombinasjon`).
  public var invalidWith: Set<String> = []
  /// Not on the same bill as any code of these families.
  public var invalidWithFamilies: Set<FeeFamily> = []
  /// The codes of ``invalidWithFamilies`` that it may stand beside (`med unntak av`).
  public var validWith: Set<String> = []
  /// On the same bill as these codes and no others (`kan kun kombineres med`): alone when empty, any
  /// when `nil`.
  public var onlyBeside: Set<String>?
  /// The same where the out-of-hours service sends the bill; as elsewhere when `nil`.
  public var onlyBesideOutOfHours: Set<String>?
  /// Only with one of these codes on the same bill (`krever_takst`); alone when empty.
  public var requires: Set<String> = []
  /// The most times on one bill (`maks_repetisjoner`, the first time included).
  public var mostPerBill: Int?
  /// From the second time on, the part of the amounts that is paid (`repetisjonsprosent`).
  public var repeatedShare = Ratio.one
  /// From this time on the refund is cut (`redusert_ref_fra_repetisjon`).
  public var reducedFrom: Int?
  /// The part of the refund that is left from then on (`redusert_repetisjonsprosent`).
  public var reducedShare = Ratio.one
  /// The most times in twelve months (`maks_antall_per_aar`). A run starts with none used.
  public var mostPerTwelveMonths: Int?
  /// The most times in a calendar year (`maks_antall_per_kalender_aar`).
  public var mostPerCalendarYear: Int?
  /// Whether the yearly maxima count a patient's fees with all doctors together
  /// (`maks_antall_gjelder_pasient`) or with each service apart.
  public var mostCountsPatient = true

  public init() {}

  /// The yearly maximum in a run of one calendar year, which both kinds of year bound.
  public var mostPerYear: Int? {
    [mostPerTwelveMonths, mostPerCalendarYear].compactMap(\.self).min()
  }

  /// How often the amounts are paid for one time of the fee.
  func units(minutes: Int) -> Int {
    switch unit {
    case .contact: 1
    case .startedMinutes(let each, let free): max(0, (minutes - free + each - 1) / each)
    }
  }

  func allows(_ bill: Bill) -> Bool {
    (times.isEmpty || times.contains(bill.time))
      && (contactTypes.isEmpty || contactTypes.contains(bill.contactType))
      && (forms.isEmpty || forms.contains(bill.practice.form))
      && (bill.practice.isSpecialist || !onlySpecialists)
      && bill.minutes >= minimumMinutes
      && (bill.namesProcedure || !needsProcedure) && (bill.namesDiagnosis || !needsDiagnosis)
  }
}
