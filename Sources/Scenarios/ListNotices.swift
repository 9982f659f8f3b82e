package import Diagnostics
package import Practices
package import RateBooks
package import Units

/// What a table of lists says that no month of a run obeys.
package struct ListNotices {
  package let notices: [Notice]

  private static let mostNamed = 5

  /// - Parameters:
  ///   - setting: Where the lists come from; made lists say nothing of their own.
  ///   - law: Whose grants lists may name.
  ///   - months: Of the run.
  ///   - read: Reads the lists.
  /// - Throws: What reading them throws.
  package init(
    of setting: ListSetting, under law: RateBook, in months: [Month],
    reading read: () throws -> [PatientList]
  ) throws {
    guard case .file(let table) = setting, let last = months.last else {
      notices = []
      return
    }
    let lists = try read()
    func tell(_ told: [PatientList], one: String, several: String, help: String) -> Notice? {
      guard !told.isEmpty else { return nil }
      let named = told.prefix(Self.mostNamed).map { "'\($0.id)'" }.joined(separator: ", ")
      let more = told.count - Self.mostNamed
      let rest = more > 0 ? " and \(more) more" : ""
      return Notice(
        "\(counted(told.count, "list")) of '\(table.text)' \(told.count == 1 ? one : several): "
          + "\(named)\(rest)",
        at: table.position, help: help)
    }
    let days = months.map(\.firstDay)
    let late = tell(
      lists.filter { !$0.isOpen(in: last) },
      one: "opens after \(last), the last month, and has no grants and takes nobody before",
      several: "open after \(last), the last month, and have no grants and take nobody before",
      help: "let 'opened' lie before \(last), or leave the rows out")
    let named = Set(lists.flatMap(\.grants)).sorted()
    let grants = named.filter { name in
      days.allSatisfy { law.lumpSums[name]?.series.inForce(on: $0) == nil }
    }.compactMap { name in
      tell(
        lists.filter { $0.grants.contains(name) },
        one: "names the grant '\(name)', which is in force in no month of the run",
        several: "name the grant '\(name)', which is in force in no month of the run",
        help: "take it out of 'grants', or let the law have it from \(days[0])")
    }
    notices = [late].compactMap(\.self) + grants
  }
}
