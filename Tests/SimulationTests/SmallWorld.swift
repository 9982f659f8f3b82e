import Arrivals
import Diagnostics
import Documents
import Ledger
import Practices
import Rules
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Units

/// The shipped scenario with lists and numbers of a test's own; small enough to check by hand.
struct SmallWorld {
  var scenario: Scenario
  var lists: [PatientList]

  /// - Parameters:
  ///   - lists: Oslo's have municipality 0, Bærum's 1 and Tromsø's 2.
  ///   - changes: Paths of the scenario file with new values, in YAML. A number at the path of an
  ///   estimate replaces its central value and takes its interval away.
  /// - Throws: What reading the changed scenario throws.
  init(_ lists: [PatientList], _ changes: KeyValuePairs<String, String> = [:]) throws {
    try self.init(lists, pairs: changes.map { ($0.key, $0.value) })
  }

  /// So many persons without households, all in Oslo, who stay and never change list.
  init(
    _ lists: [PatientList], quiet persons: Int, _ changes: KeyValuePairs<String, String> = [:]
  ) throws {
    let diplomats = "arrivals.diplomats"
    let quiet = [
      ("\(diplomats).persons", "\(persons)"), ("\(diplomats).family-size", "1"),
      ("\(diplomats).stay-years", "100"), ("\(diplomats).residence.shares", "{ oslo: 1 }"),
      ("enrolment.changes-per-year", "0"), ("consultations", "null"),
    ]
    try self.init(lists, pairs: quiet + changes.map { ($0.key, $0.value) })
  }

  init(_ lists: [PatientList], pairs changes: [(path: String, value: String)]) throws {
    var file = try Self.shipped.get()
    for (path, value) in changes {
      file = try file.changing(path, toYAML: value)
    }
    (self.scenario, self.lists) = (try file.scenario(), lists)
  }

  init(_ scenario: Scenario, _ lists: [PatientList]) {
    (self.scenario, self.lists) = (scenario, lists)
  }

  func run(_ world: World) throws -> Run {
    try Simulation(scenario: scenario, lists: lists).run(world)
  }

  private static let shipped = Result<ScenarioFile, any Error> {
    try ShippedScenario.file()
  }

  /// The shipped scenario, read once.
  static let shippedScenario = Result<Scenario, any Error> { try shipped.get().scenario() }
}

extension PatientList {
  /// A list whose name no test asks for.
  static func of(
    _ length: Int, cap: Int? = nil, in municipality: Int = 0, form: PracticeForm = .selfEmployed,
    needIndex: Ratio = .one, opened: String? = nil, grants: [String] = []
  ) -> PatientList {
    PatientList(
      id: "list", municipality: municipality, length: length, cap: cap ?? length, form: form,
      needIndex: needIndex, opened: opened.flatMap { CalendarDate(iso: $0) }, grants: grants)
  }
}

extension Run {
  /// What was posted on a line.
  func total(_ line: AccountLine) -> Money { ledger.total { $0.line == line } }

  /// What was posted on a line, month by month.
  func monthly(_ line: AccountLine) -> [Money] {
    scenario.calendar.indices.map { month in
      ledger.total { $0.line == line && $0.month == month }
    }
  }

  /// What happened in Oslo, month by month.
  var inOslo: [Movements] { movements.compactMap(\.first) }
}
