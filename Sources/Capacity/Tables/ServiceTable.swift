import Diagnostics
import Documents
import Units

/// What clinics are paid each time, as a table: `code`, `per-person`, `fee`, and perhaps `title`.
///
/// - Unit: `per-person` is times a year for a person of mean need, `fee` the currency of the law with at
///   most two decimals.
struct ServiceTable {
  struct Service {
    var code: String
    /// With its title, where it has one.
    var name: String
    var perPerson: Ratio
    var fee: Money
    var position: SourcePosition
  }

  let services: [Service]

  /// - Throws: ``Faults``, one per bad cell.
  init(reading path: String) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of services", required: ["code", "per-person", "fee"],
      optional: ["title"])
    var lines: [String: Int] = [:]
    services = try reader.rows { reader, row -> Service? in
      let code = reader.text("code", in: row)
      if let line = lines.updateValue(row.line, forKey: code), !code.isEmpty {
        reader.reject(
          "code", in: row, expecting: "a code of its own", help: "line \(line) has it already")
      }
      let times = reader.number("per-person", in: row, upTo: Plausible.mostTimes)
      let fee = reader.number("fee", in: row, upTo: 100_000)
      guard let times, let fee else { return nil }
      let thousands = reader.cell("fee", in: row).thousandsHelp
      guard let money = Money(kroner: fee), thousands == nil else {
        reader.reject(
          "fee", in: row, expecting: "an amount with at most two decimals", help: thousands)
        return nil
      }
      let title = reader.cell("title", in: row)
      return Service(
        code: code, name: title.isEmpty ? code : "\(code) \(title)", perPerson: times, fee: money,
        position: reader.position("fee", in: row))
    }
  }
}
