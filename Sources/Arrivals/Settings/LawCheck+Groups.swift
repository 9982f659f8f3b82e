import Diagnostics
import Documents
import Practices
import RateBooks
import Rules
import Scenarios
import Units

extension LawCheck {
  /// A group whose right never holds would silently cost nothing.
  func check(_ arrival: Arrival, _ log: inout FaultLog) {
    guard let series = law.listRights[arrival.right.value]?.series else { return }
    let rights = rights(of: arrival).map(\.right)
    guard let last = rights.last else {
      return log.add(
        "the right '\(arrival.right.text)' holds in no month of the run",
        at: arrival.right.position,
        help: "it is in the law from \(series.periods[0].from); choose other months")
    }
    guard !rights.contains(where: { $0.isHeld(fulfilling: arrival.fulfils) }) else {
      return tell(of: arrival, series, &log)
    }
    let missing = last.requires.filter { !arrival.fulfils.contains($0) }.map(\.rawValue)
    log.add(
      "the right '\(arrival.right.text)' requires \(missing.joined(separator: ", ")), "
        + "which '\(arrival.key)' does not fulfil",
      at: arrival.fulfilsPosition, help: "add it here, or name another right")
  }

  /// What the right a group relies on says in the months of the run in which it is in force.
  private func rights(of arrival: Arrival) -> [(right: ListRight, period: Period<ListRight>)] {
    guard let series = law.listRights[arrival.right.value]?.series else { return [] }
    return calendar.compactMap { month in
      series.inForce(on: month.firstDay).map { (right: $0.value, period: $0.period) }
    }
  }

  /// What is sound in a group, and yet perhaps not what its author expects.
  private func tell(of arrival: Arrival, _ series: Series<ListRight>, _ log: inout FaultLog) {
    if let standing = arrival.standing {
      return log.tell(
        "'\(arrival.key)' has the right '\(standing.name)' already, in force since "
          + "\(standing.since): its persons stand on lists, or may, and nothing is counted for them",
        at: arrival.right.position,
        help: "leave the group out, or let it rely on a right that is new and fulfil no other")
    }
    tellOfBeginning(of: arrival, series, &log)
    tellOfConsent(of: arrival, &log)
  }

  private func tellOfBeginning(
    of arrival: Arrival, _ series: Series<ListRight>, _ log: inout FaultLog
  ) {
    let first = from.value.firstDay
    let held = series.periods.filter { $0.value?.isHeld(fulfilling: arrival.fulfils) ?? false }
    guard let start = held.last(where: { $0.from <= first })?.from ?? held.first?.from else {
      return
    }
    let right = "the right '\(arrival.right.text)' begins on \(start)"
    if start < first {
      log.tell(
        "\(right), before the run's first month \(from.text): its persons come on lists as if it "
          + "began then", at: arrival.right.position,
        help: "begin the run in \(start.inMonth) to see them come when the right begins")
    } else if start != start.inMonth.firstDay {
      log.tell(
        "\(right), within a month: its persons come on lists in "
          + "\(start.inMonth.advanced(by: 1)), for grants are paid by the lists at a month's start",
        at: arrival.right.position)
    }
  }

  private func tellOfConsent(of arrival: Arrival, _ log: inout FaultLog) {
    let rights = rights(of: arrival)
    guard let first = rights.first?.right.ownConsentFromAge else {
      let own = arrival.consent.map { $0.path.hasPrefix("arrivals.") ? [$0] : [] } ?? []
      for idle in (arrival.ages?.estimates ?? []) + own {
        log.tell(
          "'\(idle.path)' decides nothing: the right '\(arrival.right.text)' asks nobody for own "
            + "consent", at: idle.position,
          help: "leave it out, or say in the law from which age to ask")
      }
      return
    }
    if case .share(let share)? = arrival.ages {
      log.tell(
        "'\(share.path)' is one share, whatever age the law asks own consent from",
        at: share.position,
        help: "write 'accompanying-ages' instead: who must consent then follows from the age")
    }
    if let later = rights.first(where: { $0.right.ownConsentFromAge != first }) {
      log.tell(
        "own consent is asked from another age from \(later.period.from) on, within the run; "
          + "everybody who comes is counted by the age of the first month, \(first)",
        at: later.period.position, help: "let the run begin there to count by the later age")
    }
  }
}

extension LawCheck {
  /// From which age the right of a group asks for own consent; `nil` where it asks nobody, the group
  /// has a right already, or nobody accompanies.
  private func consentAge(of arrival: Arrival) -> Int? {
    guard arrival.standing == nil, arrival.familySize.high > .one else { return nil }
    return rights(of: arrival).first { $0.right.isHeld(fulfilling: arrival.fulfils) }?.right
      .ownConsentFromAge
  }

  /// Whoever must consent has an age, and each channel says how many do.
  ///
  /// - Parameters:
  ///   - enrolment: The channels.
  ///   - arrivals: The groups.
  ///   - own: The keys of the groups that have their own share of consent.
  ///   - log: Where faults go.
  func check(
    _ enrolment: Enrolment, _ arrivals: [Arrival], withOwnConsent own: [String],
    _ log: inout FaultLog
  ) {
    for arrival in arrivals {
      guard let age = consentAge(of: arrival) else { continue }
      if arrival.ages == nil {
        log.add(
          "the right '\(arrival.right.text)' asks for own consent from age \(age), and "
            + "'\(arrival.key)' does not say how old those who accompany are",
          at: arrival.right.position, help: "add 'accompanying-ages' to the group")
      }
      guard !own.contains(arrival.key) else { continue }
      for channel in enrolment.channels where channel.consent == nil {
        log.add(
          "the channel '\(channel.key)' has no 'consent', which the right of '\(arrival.key)' "
            + "asks for", at: channel.position,
          help: "add the share of those who must consent in person and do, enrolled this way")
      }
    }
    // Where nobody accompanies, as in a reform of the family size, the consent waits for those who do.
    let isAsked = arrivals.contains {
      $0.standing == nil && !own.contains($0.key)
        && (consentAge(of: $0) != nil || $0.familySize.high == .one)
    }
    guard !isAsked else { return }
    for consent in enrolment.channels.compactMap(\.consent) {
      log.tell(
        "'\(consent.path)' decides nothing: no group asks the channel for consent",
        at: consent.position, help: "leave it out, or take the groups' own 'consent' away")
    }
  }
}
