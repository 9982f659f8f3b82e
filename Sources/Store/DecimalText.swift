import Foundation

/// Numbers as decimals, never with an exponent.
enum DecimalText {
  static func of(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = "\(number)"
    guard text.contains("e") else { return text }
    let zeros = String(format: "%.12f", number).reversed().prefix { $0 == "0" }.count
    return String(String(format: "%.12f", number).dropLast(zeros))
  }
}
