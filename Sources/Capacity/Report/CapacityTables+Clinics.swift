import Diagnostics
import Reports
import Rules
import Scenarios
import Units

extension CapacityTables {
  /// One row per clinic: how its minimum was found, and what holds.
  func minimums() -> Table {
    let clinics = plan.inputs.clinics
    let areas = plan.inputs.areas
    let rows = plan.minimums.map { minimum -> [Cell] in
      let clinic = clinics[minimum.clinic]
      let facts = minimum.facts.map { fact -> Cell in
        let sign = fact.change < 0 ? "−" : "+"
        return .joined(
          [
            .term("fact-\(fact.fact.rawValue)"), .text("\(sign)\(fact.change.magnitude)"),
            .text("(\(fact.reason))"),
          ], by: " ")
      }
      return [
        .text(clinic.number), .text(clinic.name),
        .text(areas.municipalities[clinic.municipality].name), .count(minimum.capacities),
        .count(clinic.patients), .number(minimum.needPerPatient, decimals: 3),
        .term("basis-\(minimum.basis.rawValue)"), .count(minimum.model), .joined(facts, by: "; "),
        .count(minimum.decided), .count(minimum.current),
        .term(minimum.needsAgreementFirst ? "yes" : "no"),
        minimum.earliest.map(Cell.day) ?? .term("not-noticed"), .count(minimum.inForce),
        .term(minimum.mayClose ? "yes" : "no"),
      ]
    }
    var notes = [Phrase("note-minimums", ["day": .day(plan.plan.day.value)])]
    if let body = plan.complaintBody {
      notes.append(Phrase("note-complaints", ["body": .term(body.rawValue)]))
    }
    return Table(
      .minimumPatients, stage: .immediate,
      columns: [
        .init("clinic"), .init("name"), .init("municipality"), .init("capacities", "capacities"),
        .init("patients", "persons"), .init("need-per-person", "number"), .init("basis"),
        .init("model", "persons"), .init("local-facts"), .init("decided", "persons"),
        .init("current", "persons"), .init("agreement-first"), .init("earliest"),
        .init("in-force", "persons"), .init("may-close"),
      ], rows: rows, notes: notes)
  }
}
