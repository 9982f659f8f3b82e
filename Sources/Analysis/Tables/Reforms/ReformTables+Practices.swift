import Diagnostics
import Practices
import Reports
import Rules
import Scenarios
import Simulation
import Units

extension ReformTables {
  /// How many practices gain and lose, and how much, by what they are like in the baseline.
  func winnersLosers() -> Table {
    let nation = baseline.year.nation
    let lists = nation.lists
    let lengths = Differences(of: baseline, against: baseline).lengths
    var rows: [[Cell]] = []
    for alternative in comparable {
      let winners = Winners(of: alternative.run, against: baseline)
      func add(_ kind: String, _ name: Cell, _ isIn: (Int) -> Bool) {
        let group = winners.group(where: isIn)
        guard group.practices > 0 else { return }
        rows.append([.text(alternative.name), .term(kind), name] + group.cells)
      }
      add("all", .term("all")) { _ in true }
      for form in PracticeForm.allCases {
        add("form", .term(form.rawValue)) { lists[$0].form == form }
      }
      for isSpecialist in [true, false] {
        add("specialist", .term(isSpecialist ? "yes" : "no")) {
          lists[$0].isSpecialist == isSpecialist
        }
      }
      for (place, group) in baseline.scenario.groups.enumerated() {
        add("municipalities", .text(group.title)) {
          nation.groups[lists[$0].municipality] == place
        }
      }
      for length in lengths {
        add("list-length", .text(words(length))) { length.contains(lists[$0].length) }
      }
    }
    return Table(
      .winnersLosers, stage: .immediate,
      columns: [.init("proposal"), .init("by"), .init("group")]
        + Winners.Group.columns(of: "lists", in: currency), rows: rows,
      notes: [Phrase("note-winners")] + listNotes)
  }

  /// Ten parts of the practices, from those that lose most to those that gain most.
  func deciles() -> Table {
    let rows = comparable.flatMap { alternative in
      Winners(of: alternative.run, against: baseline).deciles().enumerated().map { place, group in
        [
          .text(alternative.name), .count(place + 1), .count(group.practices),
          .money(group.before.scaled(by: Ratio(1, over: max(group.practices, 1)))),
          .money(group.gain.scaled(by: Ratio(1, over: max(group.practices, 1)))),
          percent(group.gain, of: group.before), .money(group.gain),
        ]
      }
    }
    return Table(
      .deciles, stage: .immediate,
      columns: [
        .init("proposal"), .init("decile", "number", isKey: true), .init("practices", "lists"),
        .init("mean-before", currency), .init("mean-gain", currency),
        .init("percent", "percent"), .init("gain", currency),
      ], rows: rows, notes: [Phrase("note-winners")] + listNotes)
  }

  /// What is left for practitioners, in the baseline and with each reform.
  func income() -> Table? {
    guard let work = baseline.scenario.work else { return nil }
    let rows = years.flatMap { name, run in
      forms(of: run).map { form -> [Cell] in
        let load = Workload(of: run, form: form, by: run.scenario.work ?? work)
        let lists = Ratio(1, over: max(load.lists, 1))
        let hours = load.doctorMinutes / Ratio(60)
        return [
          name, .term(form.rawValue), .count(load.lists), .money(load.paid), .money(load.costs),
          .money(load.staffCosts), .money(load.net), .money(load.net.scaled(by: lists)),
          hours > .zero ? .money(load.net.scaled(by: .one / hours)) : .empty,
        ]
      }
    }
    return Table(
      .income, stage: .immediate,
      columns: [
        .init("proposal"), .init("form"), .init("lists", "lists"), .init("paid", currency),
        .init("costs", currency), .init("staff-costs", currency), .init("net", currency),
        .init("net-per-list", "\(currency)/list"), .init("net-per-hour", "\(currency)/hour"),
      ], rows: rows, notes: [Phrase("note-income")])
  }

  /// Time, free places and vacancies.
  func capacity() -> Table? {
    guard let work = baseline.scenario.work else { return nil }
    let rows = years.flatMap { name, run in
      forms(of: run).map { form -> [Cell] in
        let own = run.scenario.work ?? work
        let load = Workload(of: run, form: form, by: own)
        let before = Workload(of: baseline, form: form, by: work)
        let lists = Ratio(max(load.lists, 1))
        return [
          name, .term(form.rawValue), .count(load.lists), .count(load.persons),
          .count(load.contacts), .count(load.staffContacts),
          .number(load.doctorMinutes / Ratio(60), decimals: 0),
          .number(load.doctorMinutes / Ratio(60) / lists, decimals: 1),
          .number(own.hours.central, decimals: 0),
          .number(load.staffMinutes / Ratio(60), decimals: 0), .count(load.freePlaces),
          .count(load.placesFreed(since: before)),
        ]
      }
    }
    return Table(
      .capacity, stage: .immediate,
      columns: [
        .init("proposal"), .init("form"), .init("lists", "lists"), .init("persons", "persons"),
        .init("contacts", "contacts"), .init("staff-contacts", "contacts"),
        .init("doctor-hours", "hours"), .init("hours-per-list", "hours/list"),
        .init("hours-worked", "hours/list"), .init("staff-hours", "hours"),
        .init("free-places", "places"), .init("places-freed", "places"),
      ], rows: rows, notes: [Phrase("note-capacity")])
  }

  /// What the next contact, the next listed person and the next hour of staff are worth.
  func incentives() throws(Refusal) -> Table {
    var rows: [[Cell]] = []
    for alternative in alternatives {
      for form in forms(of: alternative.run) where form != .vacant {
        let before = try Incentives(of: baseline, form: form)
        let after = try Incentives(of: alternative.run, form: form)
        func add(_ next: Cell, _ old: Money?, _ new: Money?) {
          guard old != nil || new != nil else { return }
          rows.append(
            [.text(alternative.name), .term(form.rawValue), next]
              + [old, new].map { $0.map(Cell.money) ?? .empty }
              + [.money((new ?? .zero) - (old ?? .zero))])
        }
        let known = before.contacts.map(\.type)
        for (type, amount) in before.contacts {
          add(.text(type), amount, after.contacts.first { $0.type == type }?.amount)
        }
        for (type, amount) in after.contacts where !known.contains(type) {
          add(.text(type), nil, amount)
        }
        add(.term("next-person"), before.perPerson, after.perPerson)
        add(.term("next-person-grant"), before.grantPerPerson, after.grantPerPerson)
        add(.term("next-person-fees"), before.feesPerPerson, after.feesPerPerson)
        for (name, amount) in after.staffHours {
          add(
            .joined([.term("next-staff-hour"), .text(name)], by: " "),
            before.staffHours.first { $0.name == name }?.amount, amount)
        }
      }
    }
    return Table(
      .incentives, stage: .immediate,
      columns: [
        .init("proposal"), .init("form"), .init("next"), .init("baseline", currency),
        .init("reform", currency), .init("difference", currency),
      ], rows: rows, notes: [Phrase("note-incentives")])
  }

  /// The baseline's year and each reform's.
  private var years: [(Cell, NationalRun)] {
    [(.term("baseline"), baseline)] + alternatives.map { (.text($0.name), $0.run) }
  }

  private func forms(of run: NationalRun) -> [PracticeForm] {
    PracticeForm.allCases.filter { form in run.year.nation.lists.contains { $0.form == form } }
  }
}
