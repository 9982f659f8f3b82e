import Statistics

/// How the persons of a place are distributed over sex and age.
public struct CellMix: Hashable, Sendable {
  /// Persons in each cell, by ``Cell/code``.
  public let persons: [Int]
  /// The first cell a draw with these upper eight bits can fall in.
  @usableFromInline let guide: [UInt8]
  /// A draw falls in the first cell whose bound it is below.
  @usableFromInline let bounds: [UInt64]

  /// - Parameter persons: One count per cell, not all zero.
  public init(persons: [Int]) {
    precondition(persons.count == Cell.count, "one count per cell")
    self.persons = persons
    let bounds = Threshold.bounds(of: persons.map(Double.init))
    self.bounds = bounds
    guide = (0..<256).map { top in
      UInt8(bounds.firstIndex { UInt64(top) << 24 < $0 } ?? Cell.count - 1)
    }
  }

  public var total: Int { persons.reduce(0, +) }

  /// The cell a 32-bit draw falls in, with the chance of a person of the place to be in it.
  @inlinable @inline(__always)
  public func cell(at draw: UInt32) -> UInt8 {
    var cell = guide[Int(draw &>> 24)]
    while UInt64(draw) >= bounds[Int(cell)] { cell &+= 1 }
    return cell
  }
}
