package import Reports

extension Table {
  /// A table by its name in the list of all of them.
  package init(
    _ name: TableName, stage: Stage, columns: [Column], rows: [[Cell]], notes: [Phrase] = []
  ) {
    self.init(named: name.rawValue, stage: stage, columns: columns, rows: rows, notes: notes)
  }
}
