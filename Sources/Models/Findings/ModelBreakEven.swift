public import Diagnostics
import Rules
import Scenarios
import Statistics
public import Units

/// The visits per person and year at which a payment model pays a practice what the first model pays.
///
/// Amounts are compared before rounding. The interval is cut into two hundred pieces; in each at
/// whose ends the difference has opposite signs, the crossing is found by Brent's method, to a
/// hundred-thousandth of a visit. Two crossings inside one piece are not seen. Where the difference
/// jumps over zero, as steps by visits can make it, the break-even is the place of the jump.
public struct ModelBreakEven: Sendable {
  /// In the order of the interval; empty when the models never pay alike in it.
  public let crossings: [Crossing]
  /// Whether the model pays more than the first where the interval begins; `nil` when they pay alike.
  public let paysMoreAtStart: Bool?

  /// Visits at which both models pay the same, or from which to which they do.
  public struct Crossing: Hashable, Sendable {
    public var from: Ratio
    public var to: Ratio
    /// Whether the model pays more than the first after it; `nil` at the end of the interval.
    public var paysMoreAfter: Bool?

    public init(from: Ratio, to: Ratio, paysMoreAfter: Bool? = nil) {
      (self.from, self.to, self.paysMoreAfter) = (from, to, paysMoreAfter)
    }
  }

  private static let pieces = 200
  /// Visits are counted in millionths, so that no product of decimals outgrows exact numbers.
  private static let fineness = 1_000_000

  /// - Parameters:
  ///   - model: The model, not the first.
  ///   - practice: Its own visits are not used.
  ///   - scenario: Whose first model it is compared with, and whose interval is searched.
  /// - Throws: `Refusal` when an amount outgrows exact money inside the interval.
  public init(
    of model: ModelScenario.Model, to practice: ModelScenario.Practice, in scenario: ModelScenario
  ) throws(Refusal) {
    let range = scenario.breakEven
    let first = scenario.models[0]
    func difference(at visits: Ratio) throws(Refusal) -> Ratio {
      var there = practice
      there.year.visitsPerPerson = visits
      return try model.exactTotal(to: there) - first.exactTotal(to: there)
    }
    let width = range.upperBound - range.lowerBound
    var points: [(visits: Ratio, value: Ratio)] = []
    for piece in 0...Self.pieces {
      let visits = range.lowerBound + width * Ratio(piece, over: Self.pieces)
      points.append((visits, try difference(at: visits)))
    }
    // Differences between points are as finite as at them, so that what fails there failed above.
    let between = { (visits: Double) -> Ratio in
      let exact = Ratio(Int((visits * Double(Self.fineness)).rounded()), over: Self.fineness)
      return (try? difference(at: exact)) ?? .zero
    }
    var found: [Crossing] = []
    for (low, high) in zip(points, points.dropFirst()) {
      let isRising = low.value < .zero && high.value > .zero
      let isFalling = low.value > .zero && high.value < .zero
      let ends = low.visits.double...high.visits.double
      if low.value == .zero, high.value == .zero {
        if let last = found.indices.last, found[last].to == low.visits {
          found[last].to = high.visits
        } else {
          found.append(.init(from: low.visits, to: high.visits))
        }
      } else if low.value == .zero {
        let end = try Self.edge(of: ends, isAtStart: true, between)
        if let last = found.indices.last, found[last].to == low.visits {
          found[last].to = end ?? low.visits
        } else {
          found.append(.init(from: low.visits, to: end ?? low.visits))
        }
        found[found.count - 1].paysMoreAfter = high.value > .zero
      } else if high.value == .zero {
        let start = try Self.edge(of: ends, isAtStart: false, between)
        found.append(.init(from: start ?? high.visits, to: high.visits))
      } else if isRising || isFalling {
        let visits = try Self.crossing(in: ends, between)
        found.append(.init(from: visits, to: visits, paysMoreAfter: isRising))
      }
    }
    crossings = found
    let start = points.first { $0.value != .zero }
    paysMoreAtStart = points[0].value == .zero ? nil : start.map { $0.value > .zero }
  }

  /// Where a stretch of equal payments ends inside a piece; `nil` when it does so at the piece's end.
  private static func edge(
    of ends: ClosedRange<Double>, isAtStart: Bool, _ difference: (Double) -> Ratio
  ) throws(Refusal) -> Ratio? {
    let edge = try crossing(in: ends) { visits in
      let isEqual = difference(visits) == .zero
      return isEqual == isAtStart ? Ratio(-1) : .one
    }
    let end = isAtStart ? ends.lowerBound : ends.upperBound
    return abs(edge.double - end) < 2 / Double(fineness) ? nil : edge
  }

  private static func crossing(
    in range: ClosedRange<Double>, _ difference: (Double) -> Ratio
  ) throws(Refusal) -> Ratio {
    do throws(NumericalError) {
      let visits = try root(in: range, tolerance: 1 / Double(fineness)) { difference($0).double }
      return Ratio(Int((visits * Double(fineness)).rounded()), over: fineness)
    } catch {
      throw Refusal("the break-even cannot be found: \(error)")
    }
  }
}

extension ModelScenario.Model {
  fileprivate func exactTotal(to practice: ModelScenario.Practice) throws(Refusal) -> Ratio {
    do throws(PaymentTooLarge) {
      return try rule.exactTotal(to: practice.year)
    } catch {
      throw Refusal(error, in: self, to: practice)
    }
  }
}
