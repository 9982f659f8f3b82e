import Diagnostics
package import Documents

extension Grammar where Value == [TableName] {
  /// Tables to show, each once: a second time changes nothing, which is told.
  ///
  /// - Parameter known: The tables there are.
  /// - Returns: The grammar of a list of them.
  package static func tables(among known: [TableName]) -> Grammar {
    Grammar<[Located<TableName>]>.list(of: Grammar<TableName>.choice(among: known).located)
      .telling { named, log in
        for (place, table) in named.enumerated()
        where named.prefix(place).contains(where: { $0.value == table.value }) {
          log.tell(
            "the table '\(table.text)' is named twice; it is shown once", at: table.position,
            help: "keep one of them")
        }
        return named.map(\.value).once
      }
  }
}

extension [TableName] {
  /// Each table where it is named first.
  public var once: [TableName] {
    var seen: Set<TableName> = []
    return filter { seen.insert($0).inserted }
  }
}
