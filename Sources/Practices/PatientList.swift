public import Rules
public import Units

/// A general practitioner's list of patients.
public struct PatientList: Hashable, Sendable {
  /// Unique in a run, for example `oslo-017`.
  public var id: String
  /// The place of the municipality in the run's table of municipalities.
  public var municipality: Int
  /// Persons on the list at the start of the run.
  public var length: Int
  /// The most persons the practitioner takes. May be less than the length.
  public var cap: Int
  public var form: PracticeForm
  /// Whether the practitioner is a specialist in general practice.
  public var isSpecialist: Bool
  /// Whether the owners meet the rule for profession-neutral fees.
  public var meetsOwnershipRule: Bool
  /// The place of the enterprise that holds the list, for caps; `nil` for one of its own.
  public var enterprise: Int?
  /// Need for care relative to the national average, which is 1.
  public var needIndex: Ratio
  /// The day the list opened; `nil` for a list that is not new.
  public var opened: CalendarDate?
  /// Personal and closed grants the list has, by the names of the rate book.
  public var grants: [String]
  /// What the practice was before it became what it is; `nil` when it has been so all along.
  public var earlier: Earlier?

  /// How a practice was run until a day, by itself and in no enterprise with others.
  public struct Earlier: Hashable, Sendable {
    /// The first day on which it is what it is now.
    public var until: CalendarDate
    public var form: PracticeForm
    public var meetsOwnershipRule: Bool

    public init(until: CalendarDate, form: PracticeForm, meetsOwnershipRule: Bool) {
      (self.until, self.form, self.meetsOwnershipRule) = (until, form, meetsOwnershipRule)
    }
  }

  public init(
    id: String, municipality: Int, length: Int, cap: Int, form: PracticeForm = .selfEmployed,
    isSpecialist: Bool = false, meetsOwnershipRule: Bool = false, enterprise: Int? = nil,
    needIndex: Ratio = .one, opened: CalendarDate? = nil, grants: [String] = []
  ) {
    (self.id, self.municipality, self.length, self.cap) = (id, municipality, length, cap)
    (self.isSpecialist, self.meetsOwnershipRule) = (isSpecialist, meetsOwnershipRule)
    self.enterprise = enterprise
    (self.form, self.needIndex, self.opened, self.grants) = (form, needIndex, opened, grants)
  }

  /// Whether the list has opened by the start of a month. A list that is not new always has.
  public func isOpen(in month: Month) -> Bool {
    opened.map { $0 <= month.firstDay } ?? true
  }

  /// What the rules see of the practice on a day.
  public func kind(on day: CalendarDate) -> PracticeKind {
    guard let earlier, day < earlier.until else { return PracticeKind(self) }
    return PracticeKind(
      form: earlier.form, isSpecialist: isSpecialist,
      meetsOwnershipRule: earlier.meetsOwnershipRule)
  }

  /// The enterprise that holds the list on a day; `nil` for one of its own.
  public func enterprise(on day: CalendarDate) -> Int? {
    earlier.map { day < $0.until } ?? false ? nil : enterprise
  }

  /// The most lists of a run. Norway has 5,000; this many are kept and counted with in 300 MB.
  public static let mostOfRun = 100_000

  /// Places nobody stands on; never negative.
  public var free: Int { max(0, cap - length) }
}

extension PracticeKind {
  /// What the rules see of the practice that holds a list, at the end of the run.
  public init(_ list: PatientList) {
    self.init(
      form: list.form, isSpecialist: list.isSpecialist,
      meetsOwnershipRule: list.meetsOwnershipRule)
  }
}
