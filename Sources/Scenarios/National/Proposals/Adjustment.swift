public import Diagnostics
import Documents
public import Rules
public import Units

/// A factor on grants or on fees that a proposal moves money with: «base grant up, fees down».
public struct Adjustment: Sendable {
  /// The author's name for it.
  public var name: String
  public var of: Subject
  /// What the amounts of the law are multiplied with. Factors on the same grant or fee multiply, each
  /// in its scope: two halves leave a quarter.
  public var factor: Estimate
  public var practices: PracticeScope
  /// The forms of practice that are named, each with its place; none where all are meant.
  public var forms: [Located<PracticeForm>]
  /// Which fees it is about, as written; of grants no names.
  public var names: FeeNames
  /// The parts of the fees that are named, each with its place; none where all are meant.
  public var parts: [Located<Part>]
  /// The first day; `nil` for all year.
  public var from: Located<CalendarDate>?
  public var position: SourcePosition

  /// Whether it has begun by a day.
  public func isInForce(on day: CalendarDate) -> Bool { from.map { $0.value <= day } ?? true }

  public enum Subject: Sendable {
    /// Grants per listed person and what is computed from their rate: break-point supplement,
    /// start-up and equalisation grant. Who pays what the factor adds; `nil` for whoever pays the
    /// grant.
    case grants(paidBy: Payer?)
    /// Fees, supplements and residuals, in the named parts.
    case fees(FeeScope, parts: Set<Part>)
  }

  /// The parts of a fee.
  public enum Part: String, CaseIterable, Sendable {
    case refund, copay
    case patientPayment = "patient-payment"
  }

  /// The adjustment as a rule of fees; `nil` when it is of grants.
  public var ofFees: FeeAdjustment? {
    guard case .fees(let fees, let parts) = of else { return nil }
    func factor(_ part: Part) -> Ratio { parts.contains(part) ? self.factor.central : .one }
    return FeeAdjustment(
      practices: practices, fees: fees, refund: factor(.refund), copay: factor(.copay),
      patientPayment: factor(.patientPayment))
  }
}

extension Estimate {
  fileprivate var most: Double { max(central.double, high.double) }
}

extension Adjustment.Subject {
  /// Whether there can be a fee, or a grant, that both are of.
  fileprivate func overlaps(_ other: Self) -> Bool {
    switch (self, other) {
    case (.grants, .grants): true
    case (.fees(let fees, let parts), .fees(let others, let otherParts)):
      fees.overlaps(others) && !parts.isDisjoint(with: otherParts)
    default: false
    }
  }

  /// The most that factors on one of them can come to.
  fileprivate var mostTogether: Int {
    switch self {
    case .grants: 1_000
    case .fees: 1_000_000
    }
  }

  fileprivate var words: String {
    switch self {
    case .grants: "grants"
    case .fees: "fees"
    }
  }
}

extension Adjustment {
  private enum Word: String, CaseIterable, Sendable { case grants, fees }

  private enum Keys {
    static let of = Key("of", Grammar<Word>.choice, "grants or fees")
    static let factor = Key(
      "factor", Estimate.grammar(of: .number(in: 0...1_000)), "what multiplies them")
    static let parts = Key(
      "parts", Grammar<[Located<Part>]>.list(of: Grammar<Part>.choice.located),
      "the parts of the fees; all unless said")
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static let paidBy = Key(
      "paid-by", Grammar<Payer>.choice, "who pays what the factor adds to grants")
  }

  static let grammar = Grammar<[Named<Adjustment>]>.names(
    of: .record(
      "an adjustment",
      keys: [
        Keys.of.required, Keys.factor.required, Keys.parts.optional, Keys.paidBy.optional,
        Keys.from.optional,
      ]
        + PracticeScope.keys + FeeNames.keys
    ) { record, log in
      let isOfGrants = record[Keys.of] == .grants
      let (parts, fees) = (record[maybe: Keys.parts], FeeNames(record))
      guard !isOfGrants || (parts == nil && fees.scope == FeeScope()) else {
        log.add(
          "the adjustment is of grants, and yet says which fees it is about",
          at: record.position, help: "remove the keys about fees, or write 'of: fees'")
        return nil
      }
      guard isOfGrants || record[maybe: Keys.paidBy] == nil else {
        log.add(
          "'paid-by' says who pays a grant, and the adjustment is of fees", at: record.position,
          help: "remove 'paid-by'; 'parts' says whose part of the fees is meant")
        return nil
      }
      return Adjustment(
        name: "",
        of: isOfGrants
          ? .grants(paidBy: record[maybe: Keys.paidBy])
          : .fees(fees.scope, parts: Set(parts?.map(\.value) ?? Part.allCases)),
        factor: record[Keys.factor], practices: PracticeScope(record),
        forms: PracticeScope.forms(record), names: fees, parts: parts ?? [],
        from: record[maybe: Keys.from], position: record.position)
    })

  static func named(_ read: [Named<Adjustment>]) -> [Adjustment] {
    read.map { named in
      var adjustment = named.value
      adjustment.name = named.name.value
      return adjustment
    }
  }
}

extension [Adjustment] {
  /// Whether the factors on no fee and on no grant multiply beyond all measure; where some do, the first
  /// that is too many goes into the log.
  func areBounded(_ log: inout FaultLog) -> Bool {
    for (place, last) in enumerated() {
      let own = self[...place].filter { $0.factor.most > 1 && $0.of.overlaps(last.of) }
      let together =
        PracticeKind.all.lazy.filter(last.practices.contains).map { practice in
          own.reduce(1) { $1.practices.contains(practice) ? $0 * $1.factor.most : $0 }
        }.max() ?? 1
      guard together > Double(last.of.mostTogether) else { continue }
      log.add(
        "'\(last.name)' and the factors before it on the same \(last.of.words) multiply to more than "
          + "\(last.of.mostTogether)",
        at: last.factor.position,
        help: "write one of them with the factor that is meant")
      return false
    }
    return true
  }

  /// Whether every fee and contact type they name is there; what is not goes into the log.
  func fit(_ vocabulary: FeeVocabulary, _ log: inout FaultLog) -> Bool {
    reduce(true) { $1.names.fit(vocabulary, &log) && $0 }
  }
}
