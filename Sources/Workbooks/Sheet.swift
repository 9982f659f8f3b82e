public import Units

/// A table to be written as a workbook of one sheet.
public struct Sheet: Hashable, Sendable {
  /// What stands on the sheet's tab: at most 31 characters, none of `[]:*?/\`.
  public let name: String
  public let header: [String]
  public let rows: [[SheetCell]]

  public init(name: String, header: [String], rows: [[SheetCell]]) {
    (self.name, self.header, self.rows) = (name, header, rows)
  }
}

/// A cell to be written.
public enum SheetCell: Hashable, Sendable {
  case empty
  /// Stays text, whatever it looks like: `057584` keeps its zero.
  case text(String)
  /// Written with at most six decimals.
  case number(Ratio)

  /// What a reader of the cell reads.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): plainNumber(written(number))
    }
  }
}

/// Sheets keep fifteen digits; six decimals of a number a person would read are among them.
func written(_ number: Ratio) -> Double { Double(number.description) ?? number.double }

/// A number as a table of text holds it: no decimals when it is whole, otherwise the shortest digits
/// that mean it.
func plainNumber(_ number: Double) -> String {
  guard let whole = Int(exactly: number), whole.magnitude < 1 << 53 else { return "\(number)" }
  return "\(whole)"
}
