import Statistics
import TestSupport
import Testing

@Suite("Crossings of a level")
struct CrossingsTests {
  private let factor = (0..<1_000).map { Double($0) / 1_000 + 0.000_5 }

  @Test("a straight line crosses once, where it should, whatever noise is on it")
  func line() {
    forEverySeed(in: 0..<200) { random in
      let wanted = Double(random.whole(in: 100...900)) / 1_000
      let slope = Double([-3, 4].randomElement(using: &random) ?? 1)
      // Noise that cancels between neighbours.
      let outcome = factor.enumerated().map { place, value in
        7 + slope * (value - wanted) + (place.isMultiple(of: 2) ? 0.5 : -0.5)
      }
      let cases = factor.indices.shuffled(using: &random)
      let found = crossings(
        of: cases.map { outcome[$0] }, along: cases.map { factor[$0] }, at: 7, bins: 20)
      return found.count == 1 && abs(found[0] - wanted) < 1e-3
    }
  }

  @Test("a valley crosses on both sides, and a level it never reaches not at all")
  func valley() {
    let outcome = factor.map { ($0 - 0.5) * ($0 - 0.5) }
    let found = crossings(of: outcome, along: factor, at: 0.09, bins: 50)
    #expect(found.count == 2 && abs(found[0] - 0.2) < 2e-3 && abs(found[1] - 0.8) < 2e-3)
    #expect(crossings(of: outcome, along: factor, at: -0.1, bins: 50).isEmpty)
    #expect(crossings(of: outcome, along: factor, at: 1, bins: 1).isEmpty)
    #expect(crossings(of: [], along: [], at: 1, bins: 5).isEmpty)
  }

  @Test("a factor of few values has a mean for each")
  func levels() {
    let found = crossings(
      of: [1, 3, 5, 5, 9, 9], along: [0, 0, 1, 1, 4, 4], at: 6, bins: 10)
    #expect(found == [1.75])
    let means = conditionalMeans(of: [1, 3, 5, 5, 9, 9], along: [0, 0, 1, 1, 4, 4], bins: 3)
    #expect(means.map(\.factor) == [0, 1, 4] && means.map(\.outcome) == [2, 5, 9])
  }

  @Test("touching is not crossing, standing on the level and going on is")
  func touching() {
    let places: [Double] = [0, 1, 2, 3, 4]
    #expect(crossings(of: [2, 1, 0, 1, 2], along: places, at: 0, bins: 9).isEmpty)
    #expect(crossings(of: [-2, 0, 0, 0, 2], along: places, at: 0, bins: 9) == [2])
    #expect(crossings(of: [0, 0, 1, 1, 2], along: places, at: 0, bins: 9).isEmpty)
    #expect(crossings(of: [-1, 1, -1, 1, 1], along: places, at: 0, bins: 9) == [0.5, 1.5, 2.5])
  }

  @Test("bins hold equal counts, and equal values stay together")
  func bins() {
    forEverySeed { random in
      let factor = random.wholes(count: 1...200, in: 0...60).map(Double.init)
      let bins = random.whole(in: 1...20)
      let means = conditionalMeans(of: factor.map { _ in 1 }, along: factor, bins: bins)
      let places = means.map(\.factor)
      return means.count <= bins && means.allSatisfy { $0.outcome == 1 }
        && zip(places, places.dropFirst()).allSatisfy(<)
    }
    let even = conditionalMeans(of: factor, along: factor, bins: 10)
    #expect(
      even.count == 10
        && even.allSatisfy { abs($0.factor * 10 - ($0.factor * 10).rounded(.down) - 0.5) < 1e-9 })
  }
}
