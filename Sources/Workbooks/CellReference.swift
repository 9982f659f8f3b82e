/// A cell's place as spreadsheets write it: `C12`.
struct CellReference {
  /// The rows a sheet can have.
  static let rows = 1...1_048_576

  /// Counted from 1.
  var row: Int
  /// Counted from 1: C is 3.
  var column: Int

  /// - Returns: `nil` for anything but letters and then digits, and for places no sheet has.
  init?(_ text: some StringProtocol) {
    let letters = text.utf8.prefix { (0x41...0x5a).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let row = Int(String(decoding: digits, as: UTF8.self)),
      Self.rows.contains(row)
    else { return nil }
    self.row = row
    column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }
}
