public import Diagnostics
import Documents
import Foundation
public import Practices
import RateBooks
import Rules
import Statistics
import Units

extension ScenarioFile {
  /// The checked national scenario.
  ///
  /// - Throws: ``Faults``, all of them.
  public func nationalScenario() throws(Faults) -> NationalScenario {
    let scenario = try read { NationalScenario.grammar(reading: $0, layers: layers) }
    var faults: [Diagnostic] = []
    for goal in scenario.goals {
      do throws(Faults) { _ = try goal.interval(in: self) } catch { faults += error.diagnostics }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return scenario
  }

  /// The file of a national scenario that will be read with a number or two changed, again and again.
  public func remembering() -> ScenarioFile {
    remembering { NationalScenario.grammar(reading: $0, layers: layers) }
  }

  /// The lists and inhabitants of a national scenario.
  ///
  /// - Parameter scenario: The scenario of this file.
  /// - Throws: `Faults`, one per bad cell of a table; `Refusal` when published figures contradict
  ///   each other.
  /// - Returns: The nation. Its persons sum to `population: persons` unless the lists are the user's.
  public func nation(of scenario: NationalScenario) throws -> Nation {
    let setting = scenario.population
    let ages = try table(setting.ages)
    var country = Array(repeating: 0, count: PersonCell.count)
    for place in ages.places {
      for (cell, persons) in place.cells(dividedAs: nil).enumerated() { country[cell] += persons }
    }
    guard country.contains(where: { $0 > 0 }) else {
      throw Faults("the table of ages has no persons", at: setting.ages.file.position)
    }
    let places = try setting.municipalities.map(table)?.places
    let made = scenario.groups.madeTowns
    let towns = places.map { $0.map(Town.init) } ?? made.map(\.town)
    let groups =
      places == nil
      ? made.map(\.group)
      : towns.map { town in
        scenario.groups.firstIndex { town.inhabitants < $0.below ?? .max } ?? 0
      }
    let national = CellMix(persons: country)
    let mixes =
      places.map { places in
        places.map { place in
          let cells = place.cells(dividedAs: country)
          return cells.contains { $0 > 0 } ? CellMix(persons: cells) : national
        }
      } ?? towns.map { _ in national }
    let municipalities = zip(towns, groups).map { town, group in
      Municipality(
        key: town.key, name: town.name, inhabitants: town.inhabitants,
        meanList: scenario.groups[group].meanList.central)
    }
    return Nation(
      municipalities: municipalities, groups: groups, mixes: mixes, country: national,
      lists: try lists(of: scenario, in: municipalities, groups))
  }

  private func table(_ table: PopulationSetting.TableFile) throws(Faults) -> PopulationTable {
    do {
      return try PopulationTable(reading: resolved(table.file), year: table.year)
    } catch {
      throw error.naming("population table", table.file, relativeTo: "scenario")
    }
  }

  private func lists(
    of scenario: NationalScenario, in municipalities: [Municipality], _ groups: [Int]
  ) throws -> [PatientList] {
    switch scenario.lists {
    case .file(let path):
      do {
        return try ListTable(
          reading: resolved(path), municipalities: municipalities.map(\.key),
          grants: scenario.law.lumpSums.rules.map(\.name)
        ).lists
      } catch {
        throw error.naming("list table", path, relativeTo: "scenario")
      }
    case .synthetic(let synthetic):
      let persons = largestRemainder(
        scenario.population.persons.central.rounded, by: municipalities.map(\.inhabitants))
      // Whole lists with everybody on them: the mean gives way, and by less than half a list.
      let onLists = zip(municipalities, persons).map { municipality, persons in
        var listed = municipality
        let count = max(1, (Ratio(persons) / municipality.meanList).rounded)
        listed.inhabitants = persons
        listed.meanList = Ratio(max(persons, 1), over: count)
        return listed
      }
      var lists = try synthetic.lists(in: onLists, seed: scenario.seed)
      PracticeForms(scenario: scenario, groups: groups).settle(&lists)
      return lists
    }
  }
}

/// A municipality before it has lists.
private struct Town {
  var key: String
  var name: String
  var inhabitants: Int
}

extension Town {
  fileprivate init(_ place: PopulationTable.Place) {
    self.init(key: place.code, name: place.name, inhabitants: place.persons)
  }
}

extension [MunicipalityGroup] {
  /// The municipalities of every group, each with the place of its group.
  fileprivate var madeTowns: [(town: Town, group: Int)] {
    enumerated().flatMap { place, group in
      let least = place == 0 ? 0 : self[place - 1].below ?? 0
      return group.towns(above: least).map { ($0, place) }
    }
  }
}

extension MunicipalityGroup {
  /// Municipalities of sizes between the limits of the group, as many as it has and with their
  /// inhabitants together.
  ///
  /// ```
  /// size of town i = least + (most − least) × ((i + ½) / n)^p, with p such that the mean is met
  /// ```
  fileprivate func towns(above least: Int) -> [Town] {
    let total = inhabitants.central.rounded
    let mean = Double(total) / Double(count)
    let low = min(Double(least), mean)
    let width = below.map { Double($0) - low } ?? 2 * (mean - low)
    let power = mean > low ? max(0, width / (mean - low) - 1) : 1
    let weights = (0..<count).map { place in
      let share = pow((Double(place) + 0.5) / Double(count), power)
      return Int(((low + width * share) * 1_000).rounded())
    }
    let sizes = largestRemainder(
      total, by: weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 })
    return sizes.enumerated().map { place, size in
      let number = String(place + 1)
      let zeros = String(repeating: "0", count: String(count).count - number.count)
      return Town(
        key: count == 1 ? key : "\(key)-\(zeros)\(number)",
        name: count == 1 ? title : "\(title) \(number)", inhabitants: size)
    }
  }
}

/// Who holds the lists: exact shares, given out by lot.
private struct PracticeForms {
  let scenario: NationalScenario
  /// The size group of each municipality.
  let groups: [Int]

  func settle(_ lists: inout [PatientList]) {
    let form = NamedStream(seed: scenario.seed, decision: "list.form")
    for (place, group) in scenario.groups.enumerated() {
      let order = lists.indices.filter { groups[lists[$0].municipality] == place }
        .sorted { (form.bits(for: $0), $0) < (form.bits(for: $1), $1) }
      let count = Ratio(order.count)
      let vacant = (scenario.practices.vacantShare.central * count).rounded
      let salaried = min(
        order.count - vacant, (group.salariedShare.central * count).rounded)
      for list in order.prefix(vacant) { lists[list].form = .vacant }
      for list in order.dropFirst(vacant).prefix(salaried) { lists[list].form = .salaried }
    }
    let lot = NamedStream(seed: scenario.seed, decision: "list.specialist")
    let held = lists.indices.filter { lists[$0].form != .vacant }
      .sorted { (lot.bits(for: $0), $0) < (lot.bits(for: $1), $1) }
    let specialists = (scenario.practices.specialistShare.central * Ratio(held.count)).rounded
    for list in held.prefix(specialists) { lists[list].isSpecialist = true }
    open(&lists)
    if let companies = scenario.practices.companies { join(companies, &lists) }
    grant(&lists)
  }

  /// Lets neighbours share a company, municipality by municipality.
  private func join(_ companies: PracticeSetting.Companies, _ lists: inout [PatientList]) {
    let lot = NamedStream(seed: scenario.seed, decision: "list.company")
    let owners = NamedStream(seed: scenario.seed, decision: "company.ownership")
    let free = lists.indices.filter { lists[$0].form == .selfEmployed }
    let count = (companies.share.central * Ratio(free.count)).rounded
    let chosen = free.sorted { (lot.bits(for: $0), $0) < (lot.bits(for: $1), $1) }.prefix(count)
    let size = companies.lists.central.rounded
    let groups = Dictionary(grouping: chosen.sorted()) { lists[$0].municipality }
    var members: [[Int]] = []
    for (_, own) in groups.sorted(by: { $0.key < $1.key }) {
      for start in stride(from: 0, to: own.count, by: size) {
        members.append(Array(own[start..<min(start + size, own.count)]))
      }
    }
    let meeting = (companies.ownershipShare.central * Ratio(members.count)).rounded
    let order = members.indices.sorted { (owners.bits(for: $0), $0) < (owners.bits(for: $1), $1) }
    let owned = Set(order.prefix(meeting))
    for (company, own) in members.enumerated() {
      for list in own {
        change(&lists[list], from: companies.from) {
          $0.form = .company
          $0.enterprise = company
          $0.meetsOwnershipRule = owned.contains(company)
        }
      }
    }
    for list in lists.indices where lists[list].form == .salaried {
      change(&lists[list], from: companies.from) { $0.meetsOwnershipRule = true }
    }
  }

  /// Makes a list what it is with companies, and remembers what it was where they begin within the year;
  /// where they begin after it, they are not there yet.
  private func change(
    _ list: inout PatientList, from day: Located<CalendarDate>?,
    to change: (inout PatientList) -> Void
  ) {
    let before = list
    let year = Month(year: scenario.year, number: 1)
    if let day, day.value.year > scenario.year { return }
    change(&list)
    if let day, day.value > year.firstDay {
      list.earlier = .init(
        until: day.value, form: before.form, meetsOwnershipRule: before.meetsOwnershipRule)
    }
  }

  /// Names the lists that have a grant of the proposal.
  private func grant(_ lists: inout [PatientList]) {
    let lot = NamedStream(seed: scenario.seed, decision: "list.grant")
    for (place, setting) in scenario.lumpSums.enumerated() {
      // Another lot for each grant.
      let bits = lists.indices.map { lot.bits(for: place * lists.count + $0) }
      let due = lists.indices.filter { !lists[$0].form.isMunicipal }
        .sorted { (bits[$0], $0) < (bits[$1], $1) }
      let count = (setting.share.central * Ratio(due.count)).rounded
      for list in due.prefix(count) { lists[list].grants.append(setting.name) }
    }
  }

  /// Opens short lists in the year before, with room for as many persons as the grant asks for.
  private func open(_ lists: inout [PatientList]) {
    let summer = CalendarDate(year: scenario.year, month: 7, day: 1)
    let rules = scenario.law.startUpGrants.rules.compactMap { rule in
      summer.flatMap { rule.series.inForce(on: $0)?.value }
    }
    guard let rule = rules.first else { return }
    let lot = NamedStream(seed: scenario.seed, decision: "list.new")
    let short = lists.indices.filter { lists[$0].length < rule.listBelow }
      .sorted { (lot.bits(for: $0), $0) < (lot.bits(for: $1), $1) }
    let count = (scenario.practices.newShare.central * Ratio(lists.count)).rounded
    for list in short.prefix(count) {
      lists[list].opened = CalendarDate(year: scenario.year - 1, month: 7, day: 1)
      lists[list].cap = max(lists[list].cap, rule.listCapAtLeast)
    }
  }
}
