import Foundation
import Statistics
import Testing

@Suite("Frailty and counts")
struct FrailtyTests {
  @Test("the mean over ranks is one, and ranks rise", arguments: [0.1, 0.3, 0.84, 2, 50])
  func mean(shape: Double) throws {
    let values = try Frailty(shape: shape).values
    #expect(abs(values.reduce(0, +) / Double(Frailty.ranks) - 1) < 1e-9)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(values.count == 256 && values[0] >= 0)
  }

  @Test("ranks lose less than three per cent of the variance at the shape of 2023")
  func variance() throws {
    let values = try Frailty(shape: 0.84).values
    let variance = values.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(Frailty.ranks)
    #expect(variance > 0.97 / 0.84 && variance < 1 / 0.84)
  }

  @Test("mean 3.0 and 28 % with none give a shape near 0.84, as for the whole country in 2023")
  func fitted() throws {
    let frailty = try Frailty(shareWithAny: 0.72, means: [3], weights: [1])
    #expect(abs(frailty.shape - 0.84) < 0.02)
    let none = frailty.values.reduce(0) { $0 + exp(-3 * $1) } / Double(Frailty.ranks)
    #expect(abs(none - 0.28) < 1e-5)
  }

  @Test("women and men of one age group share a shape that meets the group's share")
  func twoSexes() throws {
    let frailty = try Frailty(shareWithAny: 0.7, means: [4, 2.4], weights: [2, 1])
    let none = zip([4, 2.4], [2.0, 1]).reduce(0.0) { sum, kind in
      sum + kind.1 * frailty.values.reduce(0) { $0 + exp(-kind.0 * $1) } / 256
    }
    #expect(abs(none / 3 - 0.3) < 1e-5)
  }

  @Test("more persons with an event than equal persons would have is met as nearly as can be")
  func tooMany() throws {
    // Of equal persons with one event on average, 63 % have one or more.
    #expect(try Frailty(shareWithAny: 0.8, means: [1], weights: [1]).shape == 1_000)
  }

  @Test("a shape no computation reaches is refused", arguments: [0, -1, 0.001, .nan, 1e9])
  func refused(shape: Double) {
    #expect(throws: NumericalError.self) { try Frailty(shape: shape) }
  }

  @Test("Poisson counts change where the distribution function says, to the twenty-fourth bit")
  func poisson() {
    let means = [0, 0.01, 1.5, 7, 40, 500]
    let table = PoissonTable(means: [means, means.reversed()])
    func drawn(at draw: UInt32, row: Int, column: Int) -> UInt8 {
      let near = table.nearCount(at: draw, row: row, column: column)
      let exact = table.exactCount(at: draw, row: row, column: column)
      // What the near bounds tell is what the exact ones do.
      #expect(near >= PoissonTable.told || near == exact)
      return exact
    }
    for (row, mean) in means.enumerated() {
      var (chance, below) = (exp(-mean), exp(-mean))
      for count in 0..<100 where below > 1e-6 && below < 1 - 1e-6 {
        let bound = UInt32((below * 16_777_216).rounded()) << 8
        for (row, column) in [(row, 0), (means.count - 1 - row, 1)] {
          // The last draw below the bound, and the first that reaches it.
          #expect(drawn(at: bound - 1, row: row, column: column) == UInt8(count), "\(mean)")
          #expect(drawn(at: bound, row: row, column: column) == UInt8(count + 1), "\(mean)")
        }
        chance *= mean / Double(count + 1)
        below += chance
      }
    }
    #expect(drawn(at: .max, row: 0, column: 0) == 0)
    #expect(drawn(at: .max, row: 5, column: 0) == 255)
  }

  @Test("an outcome is the first whose bound a draw is below", arguments: 1...300 as ClosedRange)
  func outcomes(seed: UInt32) {
    // As many outcomes as the seed says, a third of which cannot happen.
    let weights = (0..<Int(seed)).map { place in
      place % 3 == 1
        ? 0 : Double(Philox.block(counter: SIMD4(seed, UInt32(place), 0, 0), key: .zero)[0])
    }
    let table = OutcomeTable(weights: weights)
    let bounds = Threshold.bounds(of: weights)
    for number in 0..<200 {
      let random = Philox.block(counter: SIMD4(seed, 0, UInt32(number), 1), key: .zero)
      // Anywhere, and at both sides of a bound.
      let bound = bounds[Int(random[1]) % bounds.count]
      for draw in [random[0], UInt32(clamping: bound), UInt32(clamping: bound) &- 1] {
        let expected = bounds.firstIndex { UInt64(draw) < $0 }
        #expect(table.outcome(at: draw) == UInt32(expected ?? -1), "\(draw)")
      }
    }
  }

  @Test("a chance becomes a bound, and the bounds of outcomes end above every draw")
  func thresholds() {
    #expect(Threshold.of(0) == 0 && Threshold.of(1) == 1 << 32)
    #expect(Threshold.of(0.5) == 1 << 31 && Threshold.of(-3) == 0 && Threshold.of(7) == 1 << 32)
    #expect(Threshold.bounds(of: [1, 1, 2]) == [1 << 30, 1 << 31, 1 << 32])
    #expect(Threshold.bounds(of: [1, 0, 0]) == [1 << 32, 1 << 32, 1 << 32])
    #expect(Threshold.bounds(of: [0, 3]) == [0, 1 << 32])
  }
}
