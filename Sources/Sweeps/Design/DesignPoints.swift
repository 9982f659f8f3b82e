import Diagnostics
import Documents
import Scenarios
import Statistics
import Units

/// The points of a design, one after another.
///
/// A point depends on the sweep and its number alone: not on how many there are, where the design can
/// grow; nor on which of them are asked for.
struct DesignPoints {
  let count: Int
  /// Called with rising numbers.
  private let make: (Int) -> [FactorValue]

  /// Which random numbers the design takes: its own, whatever the scenarios draw.
  static func seed(_ seed: UInt64) -> UInt64 { seed ^ 0x5357_4545_5000_0000 }

  /// - Throws: ``Faults`` when factors cannot be spread this way.
  init(of sweep: Sweep) throws(Faults) {
    let factors = sweep.factors
    let seed = Self.seed(sweep.seed)
    func values(_ shares: [Double]) -> [FactorValue] {
      zip(factors, shares).map { $0.value(at: $1) }
    }
    let correlation = try sweep.rankCorrelation()
    func spread(_ shares: [Double]) -> [FactorValue] {
      values(correlation?.correlated(shares) ?? shares)
    }
    switch sweep.design {
    case .grid(let steps):
      let levels = factors.map { $0.levels(steps) ?? [] }
      count = levels.reduce(1) { count, own in
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: own.count)
        return isTooLarge ? .max / 1_000_000 : min(product, .max / 1_000_000)
      }
      make = { number in
        // The last factor moves fastest.
        var (rest, values): (Int, [FactorValue]) = (number, [])
        for own in levels.reversed() {
          values.append(own[rest % own.count])
          rest /= own.count
        }
        return values.reversed()
      }
    case .table(let name):
      let points = try PointTable(reading: name, from: sweep.path).points
      count = points.count
      make = { points[$0] }
    case .latinHypercube(let points):
      let design = LatinHypercube(points: points, dimensions: factors.count, seed: seed)
      count = points
      make = { spread(design.point($0)) }
    case .monteCarlo(let points):
      let design = MonteCarlo(dimensions: factors.count, seed: seed)
      count = points
      make = { spread(design.point($0)) }
    case .sobol(let points):
      let box: SobolBox
      do { box = try SobolBox(factors.count, seed) } catch { throw faults(error, in: sweep) }
      let sequence = Rising(next: { box.sequence.next() }, skip: { box.sequence.skip($0) })
      count = points
      make = { spread(sequence.element($0)) }
    case .oneAtATime(let middle):
      let ends = [(1 - middle) / 2, (1 + middle) / 2]
      count = 1 + factors.count * 2
      make = { number in
        var values = factors.map(\.written)
        guard number > 0 else { return values }
        let factor = (number - 1) / 2
        values[factor] = factors[factor].value(at: ends[(number - 1) % 2])
        return values
      }
    case .morris(let trajectories, let levels):
      let groups = sweep.groups.map(\.members)
      let design = MorrisDesign(
        groups: groups, dimensions: factors.count, levels: levels, trajectories: trajectories,
        seed: seed)
      let length = groups.count + 1
      count = trajectories * length
      make = { values(design.trajectory($0 / length)[$0 % length].point) }
    case .saltelli(let points, let hasPairs):
      let groups = sweep.groups.map(\.members)
      let box: SaltelliBox
      do {
        box = try SaltelliBox(groups, factors.count, seed, hasPairs: hasPairs)
      } catch {
        throw faults(error, in: sweep)
      }
      let blocks = Rising(next: { box.design.next() }, skip: { box.design.skip($0) })
      let length = hasPairs ? 2 * groups.count + 2 : groups.count + 2
      count = points * length
      make = { values(blocks.element($0 / length)[$0 % length]) }
    }
  }

  /// The values of the factors at a point.
  ///
  /// - Parameter number: From 0, and no smaller than the one before.
  /// - Returns: One value per factor.
  func point(_ number: Int) -> [FactorValue] { make(number) }
}

/// Elements by number, where numbers rise; the last is kept.
private final class Rising<Element> {
  private let next: () -> Element
  private let skip: (Int) -> Void
  private var last: (number: Int, element: Element)?

  init(next: @escaping () -> Element, skip: @escaping (Int) -> Void) {
    (self.next, self.skip) = (next, skip)
  }

  func element(_ number: Int) -> Element {
    if let last, last.number == number { return last.element }
    skip(number - (last.map { $0.number + 1 } ?? 0))
    let element = next()
    last = (number, element)
    return element
  }
}

/// A sequence that cannot be copied, in a place of its own.
private final class SobolBox {
  var sequence: SobolSequence

  init(_ dimensions: Int, _ seed: UInt64) throws(NumericalError) {
    sequence = try SobolSequence(dimensions: dimensions, seed: seed)
  }
}

private final class SaltelliBox {
  var design: SaltelliDesign

  init(
    _ groups: [[Int]], _ dimensions: Int, _ seed: UInt64, hasPairs: Bool
  ) throws(NumericalError) {
    design = try SaltelliDesign(
      groups: groups, dimensions: dimensions, seed: seed, hasPairs: hasPairs)
  }
}

extension Sweep {
  /// How the factors go together; `nil` where they do not.
  fileprivate func rankCorrelation() throws(Faults) -> RankCorrelation? {
    guard let first = correlations.first else { return nil }
    var ranks = factors.indices.map { row in
      factors.indices.map { $0 == row ? 1.0 : 0 }
    }
    for correlation in correlations {
      let places = correlation.between.compactMap { path in
        factors.firstIndex { $0.path.value == path.value }
      }
      guard places.count == 2 else { continue }
      ranks[places[0]][places[1]] = correlation.rank.double
      ranks[places[1]][places[0]] = correlation.rank.double
    }
    do {
      return try RankCorrelation(ranks)
    } catch {
      throw Faults(
        "the correlations cannot all hold at once: \(error)", at: first.position,
        help: "bring them nearer to zero, or leave some out")
    }
  }
}

/// What a library cannot make of a design that was checked.
private func faults(_ error: NumericalError, in sweep: Sweep) -> Faults {
  Faults("the design cannot be made: \(error)", at: sweep.document.position)
}
