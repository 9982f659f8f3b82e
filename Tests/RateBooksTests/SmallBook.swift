import Diagnostics
import Documents
import RateBooks
import Rules
import Testing

/// A rate book around the value of one fee, or around one more section.
enum SmallBook {
  /// The line the fee's value stands on is 9, and its mapping starts in column 16.
  static func text(fee: String, sections: String = "") -> String {
    """
    rate-book: Somewhere
    currency: NOK
    fees:
      visit:
        title: Visit
        unit: NOK/contact
        periods:
          - from: 2020-01-01
            value: \(fee)
            reference: &own { title: Own, document: a test }
    \(sections)
    """
  }

  static func reading(fee: String, sections: String = "") throws(Faults) -> RateBook {
    try RateBook(InputFile(path: "b.yaml", text: text(fee: fee, sections: sections)))
  }

  static func fee(_ text: String) throws -> Fee {
    try #require(reading(fee: text).fees["visit"]?.series.periods[0].value)
  }

  /// A section with one rule of one period; its value stands on line 17 in column 16.
  static func section(_ name: String, unit: String, value: String) -> String {
    """
    \(name):
      rule:
        title: A rule
        unit: \(unit)
        periods:
          - from: 2021-01-01
            value: \(value)
            reference: *own
    """
  }

  /// What is said of a book; nothing of a sound one.
  static func message(fee: String, sections: String = "") -> String {
    do throws(Faults) {
      _ = try reading(fee: fee, sections: sections)
      return ""
    } catch {
      return error.description
    }
  }
}
