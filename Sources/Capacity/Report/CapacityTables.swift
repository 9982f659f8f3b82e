import Diagnostics
import RateBooks
package import Reports
import Rules
import Scenarios
import Units

/// Makes the tables of a plan of capacities.
package struct CapacityTables {
  let plan: CapacityPlan

  package init(plan: CapacityPlan) { self.plan = plan }

  var currency: String { plan.plan.law.currency }
  private var areas: Areas { plan.inputs.areas }

  package func tables() -> [Table] {
    plan.plan.tables.compactMap { name in
      switch name {
      case .capacityDistribution: distribution()
      case .capacityMunicipalities: municipalities()
      case .capacityStates: states()
      case .capacityLists: lists()
      case .minimumPatients: minimums()
      case .capacityEvents: events()
      case .capacityFindings: findings()
      case .capacityPath: path()
      case .payers: payers()
      case .balances: balances()
      case .economicFrame: frame()
      case .paragraph: paragraph()
      case .assumptions: assumptions(of: plan.file, settings: settings)
      case .references: references()
      default: nil
      }
    }
  }

  private func distribution() -> Table {
    let distribution = plan.distribution
    let (persons, needs) = (distribution.need.persons, distribution.need.needs)
    let mean = distribution.need.meanNeed
    func row(_ name: Cell, _ region: Cell, _ places: Range<Int>, _ number: Int, _ more: [Cell])
      -> [Cell]
    {
      let people = places.reduce(0) { $0 + persons[$1] }
      let need = Ratio(places.reduce(0) { $0 + needs[$1] }, over: max(1, people)) / mean
      return [name, region, .count(people), .number(need, decimals: 3)] + more + [
        .count(number), number > 0 ? .count(people / number) : .empty,
      ]
    }
    let rows = areas.councils.enumerated().map { place, council in
      row(
        .text(council.title), .text(council.region), council.municipalities,
        distribution.councils[place],
        [distribution.ceilings[place].map(Cell.count) ?? .empty])
    }
    let all = row(
      .term("in-all"), .text(""), 0..<areas.municipalities.count,
      distribution.councils.reduce(0, +),
      [
        distribution.ceilings.contains(nil)
          ? .empty
          : .count(distribution.ceilings.compactMap(\.self).reduce(0, +))
      ])
    return Table(
      .capacityDistribution, stage: .immediate,
      columns: [
        .init("council"), .init("region"), .init("persons", "persons"),
        .init("need-per-person", "number"), .init("ceiling", "capacities"),
        .init("distributed", "capacities"), .init("persons-per-capacity", "persons"),
      ], rows: rows + [all],
      notes: [
        Phrase(
          "note-distribution",
          [
            "total": .count(distribution.total), "year": .text("\(distribution.year)"),
            "method": .term(plan.plan.capacities.method.rawValue),
          ])
      ]
        + (distribution.unplaced > 0
          ? [Phrase("note-unplaced", ["number": .count(distribution.unplaced)])] : []))
  }

  private func municipalities() -> Table {
    let need = plan.distribution.need
    var deployed = areas.municipalities.map { _ in 0 }
    for minimum in plan.minimums {
      deployed[plan.inputs.clinics[minimum.clinic].municipality] += minimum.capacities
    }
    for place in plan.moves.moves.compactMap(\.municipality) { deployed[place] += 1 }
    let rows = areas.municipalities.enumerated().map { place, municipality -> [Cell] in
      let (planned, persons) = (plan.distribution.municipalities[place], need.persons[place])
      return [
        .text(areas.councils[municipality.council].title), .text(municipality.code),
        .text(municipality.name), .text(""), .count(persons),
        .number(need.needPerPerson(in: place), decimals: 3), .count(planned),
        .count(deployed[place]), .count(planned - deployed[place]),
        planned > 0 ? .count(persons / planned) : .empty,
      ]
    }
    return Table(
      .capacityMunicipalities, stage: .immediate,
      columns: [
        .init("council"), .init("code"), .init("municipality"), .init("district"),
        .init("persons", "persons"), .init("need-per-person", "number"),
        .init("planned", "capacities"), .init("deployed", "capacities"),
        .init("lacking", "capacities"), .init("persons-per-capacity", "persons"),
      ], rows: rows + districts(), notes: [Phrase("note-planned-below")])
  }

  /// Parts of municipalities, each with its part of what is planned for the municipality.
  private func districts() -> [[Cell]] {
    let numbers = plan.districtNumbers
    let need = plan.districtNeed
    return plan.inputs.need.districts.enumerated().map { place, district -> [Cell] in
      let municipality = areas.municipalities[district.municipality]
      let persons = need.persons[place]
      return [
        .text(areas.councils[municipality.council].title), .text(municipality.code),
        .text(municipality.name), .text(district.name), .count(persons),
        .number(need.needPerPerson(in: place), decimals: 3), .count(numbers[place]), .empty,
        .empty, numbers[place] > 0 ? .count(persons / numbers[place]) : .empty,
      ]
    }
  }

  private typealias StateColumn = (name: String, unit: String, value: (CouncilState) -> Int)

  private func states() -> Table {
    stateTable(
      .capacityStates,
      [
        ("distributed", "capacities", \.distributed), ("allowed", "capacities", \.allowed),
        ("extraordinary", "capacities", \.extraordinary), ("deployed", "capacities", \.deployed),
        ("left-out", "capacities", \.leftOut), ("room", "capacities", \.room),
        ("by-specialists", "capacities", \.bySpecialists),
        ("under-agreement", "capacities", \.underAgreement), ("vacant", "capacities", \.vacant),
        ("withdrawable", "capacities", \.withdrawable),
      ], notes: [Phrase("note-states")])
  }

  private func lists() -> Table {
    stateTable(
      .capacityLists,
      [
        ("clinics", "clinics", \.clinics), ("open", "clinics", \.open),
        ("selective", "clinics", \.selective), ("closed", "clinics", \.closed),
        ("persons", "persons", \.persons), ("listed-persons", "persons", \.patients),
        ("without-clinic", "persons", \.withoutClinic),
      ], notes: [])
  }

  private func stateTable(
    _ name: TableName, _ columns: [StateColumn], notes: [Phrase]
  ) -> Table {
    let rows = zip(areas.councils, plan.states).map { council, state -> [Cell] in
      [.text(council.title)] + columns.map { .count($0.value(state)) }
    }
    let sums = columns.map { column in
      Cell.count(plan.states.reduce(0) { $0 + column.value($1) })
    }
    return Table(
      name, stage: .immediate,
      columns: [.init("council")] + columns.map { .init($0.name, $0.unit) },
      rows: rows + [[.term("in-all")] + sums], notes: notes)
  }

  private func events() -> Table {
    let clinics = plan.inputs.clinics
    func name(_ municipality: Int) -> Cell { .text(areas.municipalities[municipality].name) }
    func row(
      _ event: String, _ subject: Cell, _ from: Cell, _ to: Cell, _ capacities: Int, _ since: Cell,
      until: Cell = .empty, _ source: String
    ) -> [Cell] {
      [
        .term(event), subject, from, to, .count(capacities), since, until, .text(source),
      ]
    }
    let moved = plan.moves.moves.map { move in
      row(
        move.municipality == nil ? "withdrawn-only" : "withdrawn",
        .text(clinics[move.clinic].number),
        name(clinics[move.clinic].municipality), move.municipality.map(name) ?? .empty, 1,
        clinics[move.clinic].vacantSince.map(Cell.day) ?? .empty, "FAQ 2, 8")
    }
    let waiting = plan.plan.events.withdrawsVacant ? [] : plan.moves.withdrawable
    let withdrawable = waiting.map { clinic, capacities in
      row(
        "withdrawable", .text(clinics[clinic].number), name(clinics[clinic].municipality), .empty,
        capacities, clinics[clinic].vacantSince.map(Cell.day) ?? .empty, "FAQ 2, 8")
    }
    let extraordinary = plan.plan.events.extraordinary.filter { $0.holds(on: plan.plan.day.value) }
      .map { event in
        let title = areas.councils.first { $0.key == event.council.value }?.title ?? ""
        return row(
          "extraordinary", .text(event.name), .empty, .text(title), event.capacities,
          .day(event.from), until: .day(event.until), "FAQ 2")
      }
    let islands = zip(areas.councils, plan.states).filter { $1.leftOut > 0 }.map {
      council, state in
      row(
        "left-out", .text(council.title), .empty, .empty, state.leftOut,
        plan.plan.events.islandsReported.map(Cell.day) ?? .empty,
        until: plan.islandsCountAgain.map(Cell.day) ?? .empty, "FAQ 10")
    }
    return Table(
      .capacityEvents, stage: .immediate,
      columns: [
        .init("event"), .init("subject"), .init("from-place"), .init("to-place"),
        .init("capacities", "capacities"), .init("since"), .init("until"), .init("source"),
      ], rows: moved + withdrawable + extraordinary + islands)
  }

  private func findings() -> Table {
    let rows = plan.findings.map { finding -> [Cell] in
      [
        .term(finding.kind.rawValue), .text(finding.subject),
        finding.number.map(Cell.count) ?? .empty,
        .joined(finding.missing.map { .term("notice-\($0.rawValue)") }, by: ", "),
        .text(finding.kind.source),
      ]
    }
    return Table(
      .capacityFindings, stage: .immediate,
      columns: [
        .init("rule-finding"), .init("subject"), .init("size", "number"), .init("missing"),
        .init("source"),
      ], rows: rows, notes: rows.isEmpty ? [Phrase("note-no-findings")] : [])
  }

}

extension CapacityFinding.Kind {
  /// The answer of the FAQ, or the paragraph, that the finding rests on.
  fileprivate var source: String {
    switch self {
    case .beyondCeiling, .unplaced: "BEK 975/2025, bilag 1; FAQ 1"
    case .beyondDistribution: "FAQ 1"
    case .moreListed: ""
    case .tooManyClinics: "LOV 718/2025"
    case .noticeIncomplete, .noticeMissing: "FAQ 4"
    case .agreementFirst: "FAQ 3"
    case .closedBelowMinimum: "FAQ 3, 11"
    case .farFromModel: "FAQ 3, 7"
    case .exemptionLapsed: "BEK 975/2025 § 6 (6); FAQ 10"
    }
  }
}
