import Diagnostics
import Practices
import Reports
import Rules
import Scenarios
import Units

extension TableBuilder {
  /// The groups of arrivals: which right they have, whether it is new, and who must consent in person.
  func arrivalGroups() -> Table {
    let rows = comparison.groupSummaries.map { group -> [Cell] in
      let arrival = group.arrival
      let isNew = arrival.standing == nil
      let numbers: [Cell] =
        isNew
        ? [
          .shortest(arrival.members), .shortest(arrival.accompanying),
          group.consentAge.map(Cell.count) ?? .empty, .shortest(group.mustConsent),
          arrival.consent.map { .shortest($0.central) } ?? .empty, .count(group.applicants),
        ] : Array(repeating: .empty, count: 6)
      return [
        .text(arrival.title), .text(arrival.standing?.name ?? arrival.right.value),
        group.since.map(Cell.day) ?? .empty,
        .text(arrival.fulfils.map(\.rawValue).joined(separator: ", ")),
        .term(isNew ? "new-right" : "standing-right"),
      ] + numbers
    }
    return Table(
      .arrivalGroups, stage: .immediate,
      columns: [
        .init("group"), .init("right"), .init("since"), .init("fulfils"), .init("standing"),
        .init("members", "persons"), .init("accompanying", "persons"),
        .init("consent-from-age", "years-of-age"), .init("must-consent", "persons"),
        .init("consent", "share"), .init("applicants", "persons"),
      ],
      rows: rows, notes: [Phrase("note-groups")] + ageNotes + standingNotes)
  }

  /// The ages of each group's households.
  private var ageNotes: [Phrase] {
    scenario.arrivals.compactMap { arrival in
      guard arrival.standing == nil, let ages = arrival.ages, case .bands(let bands) = ages else {
        return nil
      }
      let words = bands.map { band in
        let (first, last) = (band.ages.lowerBound, band.ages.upperBound)
        let years = first == last ? "\(first)" : "\(first)–\(last)"
        return Cell.joined([.text(years), .shortest(ages.share(of: band))], by: ": ")
      }
      return Phrase(
        "note-ages", ["group": .text(arrival.title), "ages": .joined(words, by: "; ")])
    }
  }

  /// Why a group costs nothing, wherever its money would be.
  var standingNotes: [Phrase] {
    scenario.arrivals.compactMap { arrival in
      arrival.standing.map { standing in
        Phrase(
          "note-standing",
          [
            "group": .text(arrival.title), "right": .text(standing.name),
            "since": .day(standing.since), "source": .text(standing.source),
          ])
      }
    }
  }

  /// Which month the persons on lists are of.
  private var lastMonthNotes: [Phrase] {
    comparison.monthOfPlaced.map { [Phrase("note-persons-of-last-month", ["month": .month($0)])] }
      ?? []
  }

  /// What the arrivals cost with each way of enrolling.
  func enrolmentChannels(_ costs: ChannelCosts) -> Table {
    let rows = costs.rows.map { row -> [Cell] in
      let channel = row.channel
      return [
        .text(channel.key), .term(row.isInUse ? "in-use" : "not-in-use"),
        channel.consent.map { .shortest($0.central) } ?? .empty,
        .shortest(channel.costPerCase.central), .shortest(channel.deregistrationDelay.central),
        .count(row.placed), .count(row.cases),
      ] + [row.handling, row.cost.municipality, row.cost.state, row.cost.patient].map(Cell.money)
    }
    return Table(
      .enrolmentChannels, stage: .afterListMovements,
      columns: [
        .init("channel"), .init("use"), .init("consent", "share"),
        .init("cost-per-case", currency), .init("deregistration-delay", "months"),
        .init("present", "persons"), .init("cases", "cases"), .init("handling", currency),
        .init("municipality", currency), .init("state", currency), .init("patient", currency),
      ],
      rows: rows, notes: [Phrase("note-channels")] + lastMonthNotes + standbyNotes + standingNotes)
  }
}
