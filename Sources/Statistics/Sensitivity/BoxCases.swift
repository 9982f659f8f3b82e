import CGSL

/// The cases boxes are looked for among.
struct BoxCases: Sendable {
  /// For every dimension the value of every case.
  let columns: [[Double]]
  let isOfInterest: [Bool]
  /// For every dimension the cases in the order of its values.
  let orders: [[Int]]
  let categories: Set<Int>

  init(points: [[Double]], isOfInterest: [Bool], categories: Set<Int>) {
    let dimensions = points.first?.count ?? 0
    let columns = (0..<dimensions).map { dimension in points.map { $0[dimension] } }
    orders = columns.map { column in
      column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
    }
    self.columns = columns
    self.isOfInterest = isOfInterest
    self.categories = categories
  }

  var dimensions: Int { columns.count }
  var count: Int { isOfInterest.count }

  /// Whether each case lies inside.
  func isInside(_ region: BoxRegion) -> [Bool] {
    var isInside = [Bool](repeating: true, count: count)
    for dimension in region.boundedDimensions {
      for (place, value) in columns[dimension].enumerated() where isInside[place] {
        isInside[place] = region.holds(value, in: dimension)
      }
    }
    return isInside
  }

  func tally(of region: BoxRegion) -> BoxTally {
    let isInside = isInside(region)
    return BoxTally(
      cases: isInside.count { $0 },
      ofInterest: isInside.indices.count { isInside[$0] && isOfInterest[$0] })
  }

  /// How likely at least as many cases of interest would be in a region if what bounds it within a
  /// larger one had nothing to do with them.
  func chance(of tally: BoxTally, within larger: BoxRegion) -> Double {
    _ = errorsAreReturned
    let around = self.tally(of: larger)
    guard tally.ofInterest > 0, around.cases > tally.cases else { return 1 }
    return gsl_cdf_binomial_Q(UInt32(tally.ofInterest - 1), around.density, UInt32(tally.cases))
  }

  func box(_ region: BoxRegion) -> Box {
    let tally = tally(of: region)
    let all = isOfInterest.count { $0 }
    return Box(
      limits: region.limits.indices.map {
        region.isBounded(in: $0) && region.codes[$0] == nil ? region.limits[$0] : nil
      },
      codes: region.codes,
      coverage: all > 0 ? Double(tally.ofInterest) / Double(all) : 0,
      density: tally.density,
      mass: Double(tally.cases) / Double(count),
      chances: region.limits.indices.map {
        region.isBounded(in: $0) ? chance(of: tally, within: region.freed($0)) : nil
      })
  }
}

/// Cases inside a box, and those among them that are of interest.
struct BoxTally: Hashable {
  var cases: Int
  var ofInterest: Int

  var density: Double { cases > 0 ? Double(ofInterest) / Double(cases) : 0 }
}
