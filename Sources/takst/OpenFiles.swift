import Diagnostics
import Foundation

/// Refuses to begin where too few files may be open at once: threads and databases need some of their
/// own, and end the process without a word where there are none.
///
/// - Throws: `Refusal` that says how many there must be.
func checkOpenFiles() throws(Refusal) {
  let needed = 24
  let most = sysconf(Int32(_SC_OPEN_MAX))
  guard most >= 0, most < needed else { return }
  throw Refusal(
    "\(most) files may be open at once; it takes \(needed)",
    help: "let more be open, with 'ulimit -n 256'")
}
