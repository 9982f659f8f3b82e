import RateBooks
import Rules
import Testing
import Units

@Suite("Which of Norway's fees may stand on one bill")
struct CombinationTests {
  /// What is paid of claims under the fees of a day each.
  private func paid(
    _ codes: String..., times: Int = 1, in form: PracticeForm = .selfEmployed,
    as days: [String: String] = [:]
  ) throws -> [String] {
    let book = try Norway.book()
    var fees: [String: Fee] = [:]
    for code in codes {
      let own = try #require(book.fees[code]?.series, "\(code)")
      if let text = days[code] {
        fees[code] = try own.inForce(on: day(text))?.value
      } else {
        fees[code] = own.periods.compactMap(\.value).last
      }
      #expect(fees[code] != nil, "\(code)")
    }
    let claims = codes.map { Claim($0, times: times) }
    let bill = Bill(
      contactType: "physical", practice: PracticeKind(form: form), claims: claims)
    return FeeSchedule(fees).lines(of: bill).flatMap { line in
      Array(repeating: line.code, count: line.times)
    }
  }

  @Test("a consultation is by day, in the evening or electronic, and of two the dearer is paid")
  func consultations() throws {
    #expect(try paid("2ad", "2ae") == ["2ad"])
    #expect(try paid("2ae", "2ad") == ["2ae"])
    #expect(try paid("2ad", "2ak") == ["2ak"])
    #expect(try paid("2aek", "2ak") == ["2ak"])
    #expect(try paid("2ad", "2ae", as: ["2ad": "2020-11-01", "2ae": "2020-11-01"]) == ["2ae"])
  }

  @Test("no simple contact stands beside a consultation, and one in writing beside no other fee")
  func simpleContacts() throws {
    #expect(try paid("2ad", "1ad") == ["2ad"])
    #expect(try paid("1ad", "1ak") == ["1ak"])
    #expect(try paid("1bd", "703") == ["1bd"])
    #expect(try paid("1bk", "701a") == ["1bk"])
    #expect(try paid("1e", "701a") == ["701a"])
    #expect(try paid("1ad", "701a") == ["1ad", "701a"])
  }

  @Test("laboratory fees stand beside a consultation, and electronic ones beside those of its list")
  func laboratory() throws {
    #expect(try paid("2ad", "701a", "701c", "704j") == ["2ad", "701a", "701c", "704j"])
    #expect(try paid("2ae", "701a", "701c", "704j") == ["2ae", "701a", "701c"])
    #expect(try paid("2ae", "701a", in: .outOfHours) == ["2ae"])
    #expect(try paid("2ad", "701c") == ["2ad"])
    #expect(try paid("705g", "706f") == ["706f"])
  }

  @Test(
    "fees without repetition are paid once on a bill, further samples as often as they are sent")
  func repetition() throws {
    #expect(try paid("2ad", times: 2) == ["2ad"])
    #expect(try paid("701a", "701c", times: 3) == ["701a", "701c", "701c", "701c"])
  }

  @Test("families and codes that the book does not hold are named as in the tariff")
  func families() throws {
    let own = try #require(Norway.book().fees["2ad"]?.series.inForce(on: day("2023-01-01"))?.value)
    for (code, isRefused) in [
      ("1e", true), ("3ad", true), ("4a1", true), ("11ad", true), ("11e", false), ("15a", true),
      ("217c", true), ("217a", false), ("621", true), ("625", false), ("2cd", false),
      ("2ak", true), ("22", true),
    ] {
      #expect(own.conditions.refuses(code, in: .selfEmployed) == isRefused, "\(code)")
    }
  }
}
