public import Statistics

/// How the persons of a place are distributed over sex and age.
public struct CellMix: Hashable, Sendable {
  /// Persons in each cell, by ``PersonCell/code``.
  public let persons: [Int]
  @usableFromInline let table: OutcomeTable

  /// - Parameter persons: One count per cell, not all zero.
  public init(persons: [Int]) {
    precondition(persons.count == PersonCell.count, "one count per cell")
    self.persons = persons
    table = OutcomeTable(weights: persons.map(Double.init))
  }

  public var total: Int { persons.reduce(0, +) }

  /// The cell a 32-bit draw falls in, with the chance of a person of the place to be in it.
  @inlinable @inline(__always)
  public func cell(at draw: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: table.outcome(at: draw))
  }
}
