package import Ledger
package import Practices
package import Reports
import Rules

/// Whom lump sums pass over, where a ledger has any and there is somebody.
///
/// - Parameters:
///   - ledger: Where payments are written down.
///   - lists: Whose they are.
/// - Returns: A sentence or none.
package func lumpSumNotes(_ ledger: Ledger, of lists: [PatientList]) -> [Phrase] {
  let municipal = lists.count(where: \.form.isMunicipal)
  guard municipal > 0, ledger.postings.contains(where: { $0.line == .lumpSum }) else { return [] }
  return [Phrase("note-lump-sums", ["municipal": .count(municipal), "lists": .count(lists.count)])]
}
