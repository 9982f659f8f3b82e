import Statistics
import TestSupport
import Testing

@Suite("Roots")
struct RootTests {
  @Test("the square root of two, the golden ratio and a third are found within the tolerance")
  func knownRoots() throws {
    let two = try root(in: 0...2, tolerance: 1e-12) { $0 * $0 - 2 }
    #expect(abs(two - 2.0.squareRoot()) <= 1e-12)
    let falling = try root(in: 0...2, tolerance: 1e-12) { 2 - $0 * $0 }
    #expect(abs(falling - 2.0.squareRoot()) <= 1e-12)
    let golden = try root(in: 1...2, tolerance: 1e-12) { $0 * $0 - $0 - 1 }
    #expect(abs(golden - 1.618_033_988_749_895) <= 1e-12)
    let third = try root(in: -1...1, tolerance: 1e-12) { 3 * $0 - 1 }
    #expect(abs(third - 1.0 / 3) <= 1e-12)
  }

  @Test("a root at an end of the interval is found")
  func rootAtAnEnd() throws {
    #expect(abs(try root(in: 0...1, tolerance: 1e-9) { $0 }) <= 1e-9)
    #expect(abs(try root(in: -1...0, tolerance: 1e-9) { $0 }) <= 1e-9)
  }

  @Test("a line's root is found wherever it lies, without leaving the interval")
  func lines() throws {
    try forEverySeed { random in
      let wanted = Double(random.whole(in: -1_000_000...1_000_000)) / 1_000
      let slope = Double(random.whole(in: 1...1_000)) / 100
      var isInside = true
      let found = try root(in: -1_001...1_001, tolerance: 1e-6) { x in
        isInside = isInside && (-1_001...1_001).contains(x)
        return slope * (x - wanted)
      }
      return isInside && abs(found - wanted) <= 1e-6
    }
  }

  @Test("a curve is narrowed to the tolerance, however steep", arguments: [1e-3, 1e-6, 1e-12])
  func tolerance(width: Double) throws {
    // The root of x⁹ = 1/10 on an interval with very different slopes at its ends.
    let found = try root(in: 0...10, tolerance: width) { x in
      (0..<9).reduce(1) { power, _ in power * x } - 0.1
    }
    #expect(abs(found - 0.774_263_682_681_127) <= width + 1e-15)
  }

  private func refusal(of function: (Double) -> Double) -> NumericalError? {
    do throws(NumericalError) {
      _ = try root(in: 1...2, tolerance: 1e-9, of: function)
      return nil
    } catch {
      return error
    }
  }

  @Test("a function that crosses nowhere is refused with the interval")
  func notBracketed() {
    let error = refusal { $0 * $0 }
    #expect(error == .notBracketed(1...2))
    #expect(
      error?.description
        == "no sign change in 1.0...2.0; widen the interval or check the target")
    #expect(refusal { -$0 } == .notBracketed(1...2))
  }

  @Test("a function too small to multiply with itself still has a sign")
  func tinyValues() {
    #expect(refusal { $0 * 1e-200 } == .notBracketed(1...2))
  }

  @Test("a function without a value has no sign")
  func notANumber() {
    #expect(refusal { _ in .nan } == .notBracketed(1...2))
  }

  @Test("what GSL refuses is an error of ours and does not end the process")
  func infinite() {
    let error = refusal { $0 < 1.5 ? -1 : .infinity }
    #expect(error?.description == "GSL: problem with user-supplied function (code 9)")
  }

  @Test("an interval that cannot become narrow enough is refused with the last one")
  func notConverged() {
    let message = refusalWithoutEnd()?.description ?? ""
    #expect(message.hasPrefix("no root after 100 iterations; the last interval was 1.41421356237"))
  }

  private func refusalWithoutEnd() -> NumericalError? {
    do throws(NumericalError) {
      // The square root of two lies between two neighbouring doubles, further apart than this.
      _ = try root(in: 1...2, tolerance: 1e-300) { $0 * $0 - 2 }
      return nil
    } catch {
      return error
    }
  }
}
