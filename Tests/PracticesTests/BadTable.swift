import Diagnostics
import Foundation
import Practices
import TestSupport

/// A user's table of lists that may be wrong, and what is said about it.
struct BadTable {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The messages about a table, its path shortened to the name of the file.
  func message(about text: String) throws -> String {
    try message(about: Data(text.utf8))
  }

  func message(about bytes: Data) throws -> String {
    message(atPath: try folder.file("lists.csv", bytes))
  }

  /// The messages about whatever lies, or does not lie, in the folder under a name.
  func message(atName name: String) -> String {
    message(atPath: name.isEmpty ? folder.path : "\(folder.path)/\(name)")
  }

  private func message(atPath path: String) -> String {
    do throws(Faults) {
      let table = try ListTable(
        reading: path, municipalities: ["oslo", "baerum", "tromso"], grants: ["rent-supplement"])
      return "no fault in \(table.lists.count) lists"
    } catch {
      let text = error.description.replacingOccurrences(of: "\(folder.path)/", with: "")
      return text.replacingOccurrences(of: folder.path, with: "folder")
    }
  }
}
