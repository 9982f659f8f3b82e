import Capacity
import RateBooks
import TestSupport
import Testing
import Units

/// A bad table per mistake, with the whole of what a region is told in a text beside it.
@Suite("What a region is told about its table of clinics")
struct ReportMistakeTests {
  private let mistakes = Mistakes(in: "Tests/CapacityTests/Reporting/Mistakes")

  @Test("every mistake gives the whole message that stands beside it, once")
  func messages() throws {
    let book = try RateBook.danish()
    let names = try mistakes.names(endingIn: ".csv")
    #expect(names.count >= 40)
    for name in names {
      let told = mistakes.told(name, endingIn: ".csv") { path in
        _ = try CapacityReport(.july(path), under: book)
      }
      #expect(faultCount(in: told) == 1, "\(name).csv")
      #expect(told == mistakes.expected(name), "\(name).csv")
    }
    #expect(try mistakes.orphans(endingIn: ".csv").isEmpty)
  }
}
