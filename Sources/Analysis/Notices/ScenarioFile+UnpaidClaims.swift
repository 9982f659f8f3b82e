import Diagnostics
import Rules
import Scenarios
import Simulation
import Units

extension ScenarioFile {
  /// The claims of a national year that are never paid, each with why: a condition that no contact meets,
  /// or another fee that always takes their place.
  ///
  /// - Throws: ``Faults``; ``Refusal`` when the law of the year is not known.
  func unpaidClaims() throws -> [Notice] {
    let scenario = try nationalScenario()
    let claims = scenario.contacts.types.flatMap(WrittenClaim.all)
    let outcomes = try scenario.outcomes(of: claims.map(\.claim))
    return claims.compactMap { claim in
      outcomes[claim.claim].flatMap { claim.notice(of: $0, in: scenario) }
    }
  }
}

/// A claim with the line it is written on.
private struct WrittenClaim {
  var type: ContactType
  var claim: ClaimOutcome.Claim
  /// What its author calls it.
  var name: String
  var times: Int
  var position: SourcePosition

  /// The fees and supplements of a type.
  static func all(of type: ContactType) -> [WrittenClaim] {
    let fees = type.fees.map { use in
      WrittenClaim(
        type: type, claim: .init(use.fee.value, in: type.name, at: use.time), name: use.fee.text,
        times: use.times, position: use.fee.position)
    }
    let supplements = type.supplements.compactMap { supplement -> WrittenClaim? in
      let amounts = [supplement.refund, supplement.copay, supplement.patientPayment]
      return amounts.compactMap(\.self).first.map {
        WrittenClaim(
          type: type, claim: .init(type.code(of: supplement.name), in: type.name),
          name: supplement.name, times: 1, position: $0.position)
      }
    }
    return fees + supplements
  }
}

extension WrittenClaim {
  /// What is told of it; `nil` where it is paid, or nobody knows better than its author that it is not.
  func notice(of outcome: ClaimOutcome, in scenario: NationalScenario) -> Notice? {
    let never = "'\(name)' is never paid in '\(type.name)'"
    guard outcome.isClaimed else {
      return hasNoContacts.map { Notice("\(never): \($0)", at: position) }
    }
    guard outcome.timesPaid > 0 else {
      guard let fee = outcome.fee else {
        return Notice("\(never): no value of it is in force in \(scenario.year)", at: position)
      }
      if let why = unmet(fee.conditions, outcome, in: scenario) {
        return Notice("\(never): \(why)", at: position, help: "meet its condition, or remove it")
      }
      guard let other = outcome.paidInstead.first(where: { !$0.contains("/") }) else {
        return Notice("\(never): its conditions are never met together", at: position)
      }
      return Notice(
        "'\(name)' is never paid beside '\(other)' in '\(type.name)'", at: position,
        help:
          "claim it in contacts without '\(other)', or change under 'law' what excludes the other")
    }
    guard outcome.timesPaid < times else { return nil }
    return Notice(
      "'\(name)' is claimed \(times) times in '\(type.name)' and paid "
        + (outcome.timesPaid == 1 ? "once" : "\(outcome.timesPaid) times"),
      at: position, help: "the law's 'most-per-bill' bounds it: write times: \(outcome.timesPaid)")
  }

  /// Why no contact claims it at the time of the day it is claimed.
  private var hasNoContacts: String? {
    switch claim.time {
    case .evening? where type.eveningShare.high == .zero: "none of its contacts is in the evening"
    case .day? where type.eveningShare.low == .one: "all its contacts are in the evening"
    default: nil
    }
  }

  /// The first condition that no contact meets.
  private func unmet(
    _ conditions: FeeConditions, _ outcome: ClaimOutcome, in scenario: NationalScenario
  ) -> String? {
    let isOutOfHours = type.service == .outOfHours
    let practices = isOutOfHours ? [PracticeKind(form: .outOfHours)] : scenario.practiceKinds
    return unmetByContacts(conditions) ?? unmet(conditions, by: practices)
      ?? unmetByBills(conditions, outcome)
  }

  private func unmetByContacts(_ conditions: FeeConditions) -> String? {
    let longest = type.minutes.map(\.minutes).max()
    let lasts = longest.map { "the longest lasts \($0)" } ?? "'\(type.name)' states no 'minutes'"
    if !conditions.contactTypes.isEmpty, !conditions.contactTypes.contains(type.name) {
      return "it is for contacts of the types \(quoted(conditions.contactTypes)) alone"
    }
    if let time = claim.time, !conditions.times.isEmpty, !conditions.times.contains(time) {
      return "it is not paid at '\(time.rawValue)'"
    }
    if conditions.minimumMinutes > longest ?? 0 {
      return "it takes contacts of at least \(conditions.minimumMinutes) minutes; \(lasts)"
    }
    if case .startedMinutes(_, let free) = conditions.unit, (longest ?? 0) <= free {
      return "it is paid for minutes beyond \(free); \(lasts)"
    }
    return nil
  }

  private func unmet(_ conditions: FeeConditions, by practices: [PracticeKind]) -> String? {
    if conditions.onlySpecialists, !practices.contains(where: \.isSpecialist) {
      return "only specialists are paid it, and none of its contacts is with one"
    }
    if !conditions.forms.isEmpty, !practices.contains(where: { conditions.forms.contains($0.form) })
    {
      let forms = PracticeForm.allCases.filter(conditions.forms.contains).map(\.rawValue)
      return "it is for practices of the forms \(forms.joined(separator: ", ")) alone"
    }
    return nil
  }

  private func unmetByBills(_ conditions: FeeConditions, _ outcome: ClaimOutcome) -> String? {
    if conditions.needsProcedure { return "it needs a procedure, which no contact names" }
    let required = conditions.requires
    guard !required.isEmpty else { return nil }
    if required.isDisjoint(with: outcome.claimedBeside) {
      return required.count == 1
        ? "it requires \(quoted(required)), which is not claimed there"
        : "it requires one of \(quoted(required)), of which none is claimed there"
    }
    return required.isDisjoint(with: outcome.paidInstead)
      ? "it requires \(quoted(required)), which is not paid with it" : nil
  }

  private func quoted(_ words: Set<String>) -> String {
    words.sorted().map { "'\($0)'" }.joined(separator: ", ")
  }
}
