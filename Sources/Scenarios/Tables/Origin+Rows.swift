import Diagnostics
package import Ledger
package import Reports

/// What postings go back to, as rows of the table of references.
///
/// - Parameters:
///   - origins: Of a ledger.
///   - file: The scenario, in which a number says whether it is a reform's own.
/// - Returns: One row an origin.
package func referenceRows(of origins: [Origin], in file: ScenarioFile) -> [[Cell]] {
  let own = file.document.ownNumbers
  return origins.map { origin in
    [
      .text(origin.name), .text(origin.rate),
      own[origin.position].map(Cell.source) ?? .text(origin.source),
      .text(origin.position.description),
    ]
  }
}
