import Diagnostics
import Documents
import Practices
import Scenarios

extension ScenarioFile {
  /// Tables a scenario about arrivals asks for though it has not the section they are made from. A
  /// reform that takes the section away means it.
  var absentTables: [Notice] {
    guard case .sequence(let tables)? = document["tables"]?.content else { return [] }
    return ["note-audit", "cost-by-uptake"].compactMap { section in
      guard document[section] == nil,
        !changes.contains(where: { $0.path.value == section && $0.after.isNull }),
        let table = tables.first(where: { $0.text == section })
      else { return nil }
      return Notice(
        "the table '\(section)' is made from a section of that name, which is not there; it is left out",
        at: table.position, help: "add '\(section)', or leave the table out")
    }
  }
}
