import Testing
import Work

@Suite("Doing things concurrently")
struct ConcurrentlyTests {
  private struct Failure: Error, Equatable {
    var place: Int
  }

  @Test("outcomes stand in the order of their places, however long each takes")
  func order() throws {
    let sums = try concurrently(200) { place in
      // Early places have the most to do.
      (0..<(200 - place) * 100).reduce(place) { $0 + ($1 % 2) } - (200 - place) * 50
    }
    #expect(sums == Array(0..<200))
  }

  @Test("no places, no outcomes")
  func nothing() throws {
    #expect(try concurrently(0) { $0 }.isEmpty)
  }

  @Test("the first failing place is the one that is reported")
  func firstFailure() {
    let failure = #expect(throws: Failure.self) {
      try concurrently(50) { place in
        if place % 10 == 7 { throw Failure(place: place) }
        return place
      }
    }
    #expect(failure == Failure(place: 7))
  }
}
