import Diagnostics
import Documents
import Foundation
import RateBooks
import Scenarios
import Sweeps

/// Everything a sweep is computed from, by digest: what a half-done sweep must find unchanged.
struct SweepInputs {
  let files: [File]
  /// One digest of all of it, without what may change while a sweep is half done: its title, what is
  /// asked of the finished runs, and how many points a growable design has.
  let identity: String

  struct File: Hashable {
    var path: String
    var digest: String
    /// `nil` for tables, which may be long.
    var text: String?
  }

  /// - Throws: ``Refusal`` when a file is gone since it was read.
  init(of sweep: Sweep, version: String) throws(Refusal) {
    var paths = [sweep.path] + sweep.policies.flatMap(\.file.files)
    paths += sweep.baseline?.files ?? []
    paths += sweep.besides
    var seen: Set<String> = []
    var files: [File] = []
    for path in paths where seen.insert(path).inserted {
      guard let digest = Digest.of(fileAt: path) else {
        throw Refusal("'\(path)' cannot be read any more", help: "check that it is still there")
      }
      let text = path.hasSuffix(".csv") ? nil : try? String(contentsOfFile: path, encoding: .utf8)
      files.append(File(path: path, digest: digest, text: text))
    }
    for name in Set(sweep.policies.compactMap { $0.file.document["jurisdiction"]?.text })
      .sorted()
    {
      guard let text = RateBook.builtInText(name) else { continue }
      files.append(File(path: "\(name) (built in)", digest: Digest.of(text), text: text))
    }
    self.files = files
    let others = files.filter { $0.path != sweep.path }.map(\.digest)
    identity = Digest.of(([version, sweep.essence] + others).joined(separator: "\n"))
  }

  /// The files that are not what they were.
  func changed(since before: [File]) -> [String] {
    let old = Dictionary(before.map { ($0.path, $0.digest) }) { first, _ in first }
    let new = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
