import Statistics
import Testing

@Suite("Minimum")
struct MinimumTests {
  @Test("of a parabola, wherever it lies", arguments: [-3.0, -0.2, 0, 1.7, 9.9])
  func parabola(centre: Double) throws {
    let found = try minimum(in: -10...10, tolerance: 1e-6) { ($0 - centre) * ($0 - centre) }
    #expect(abs(found - centre) < 1e-4)
  }

  @Test("at an end, when it lies there")
  func ends() throws {
    #expect(try minimum(in: 2...5, tolerance: 1e-6) { $0 } == 2)
    #expect(try minimum(in: 2...5, tolerance: 1e-6) { -$0 } == 5)
  }

  @Test("of a function that is level: the smallest of the best")
  func level() throws {
    #expect(try minimum(in: 0...8, tolerance: 1e-6) { _ in 4 } == 0)
    #expect(try minimum(in: 0...8, tolerance: 1e-6) { $0 < 3 ? 1 : 0 } == 3)
  }

  @Test("the deepest of several valleys that the first arguments show")
  func valleys() throws {
    let found = try minimum(in: 0...8, tolerance: 1e-6) { x in
      min(abs(x - 2), abs(x - 6) - 0.5)
    }
    #expect(abs(found - 6) < 1e-3)
  }

  @Test("passes on what the function throws")
  func thrown() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try minimum(in: 0...1, tolerance: 1e-6) { x in
        if x > 0.6 { throw Stop() }
        return x
      }
    }
  }
}
