extension BoxCases {
  /// A region and what lies inside.
  private struct Candidate {
    var region: BoxRegion
    var tally: BoxTally
  }

  /// Regions from everything to the least mass, each a slice smaller than the one before.
  ///
  /// - Parameters:
  ///   - share: The share of the cases inside that a slice takes.
  ///   - leastMass: The share of all cases the last region keeps.
  /// - Returns: At least one region, the first without bounds.
  func peeled(by share: Double, leastMass: Double) -> [BoxRegion] {
    var regions = [BoxRegion(dimensions: dimensions)]
    let least = max(Int((leastMass * Double(count)).rounded(.up)), 1)
    while let region = regions.last {
      let tally = tally(of: region)
      // Nothing is gained by peeling what is of interest altogether.
      guard tally.ofInterest < tally.cases, tally.ofInterest > 0 else { break }
      let candidates = slices(of: region, share: share).filter { $0.tally.cases >= least }
      // Density gained per case lost, so that small slices and large ones compare fairly.
      let gains = candidates.map {
        ($0.tally.density - tally.density) / Double(tally.cases - $0.tally.cases)
      }
      guard let best = gains.indices.max(by: { (gains[$0], -$0) < (gains[$1], -$1) }) else { break }
      regions.append(candidates[best].region)
    }
    return regions
  }

  private func slices(of region: BoxRegion, share: Double) -> [Candidate] {
    let isInside = isInside(region)
    return (0..<dimensions).flatMap { dimension in
      let members = orders[dimension].filter { isInside[$0] }
      return categories.contains(dimension)
        ? withoutCodes(region, members, dimension)
        : withoutEnds(region, members, dimension, share)
    }
  }

  /// The region without the lowest values of a dimension, and without the highest.
  private func withoutEnds(
    _ region: BoxRegion, _ members: [Int], _ dimension: Int, _ share: Double
  ) -> [Candidate] {
    let values = members.map { columns[dimension][$0] }
    let slice = max(Int(share * Double(members.count)), 1)
    let ofInterest = members.count { isOfInterest[$0] }
    let limits = region.limits[dimension]
    var candidates: [Candidate] = []
    if let cut = Self.cut(values, near: slice, orBefore: true) {
      let lost = BoxTally(cases: cut, ofInterest: members[..<cut].count { isOfInterest[$0] })
      candidates.append(
        candidate(
          region, dimension, Self.lowerLimit(values, cut)...limits.upperBound,
          BoxTally(
            cases: members.count - lost.cases, ofInterest: ofInterest - lost.ofInterest)))
    }
    if let cut = Self.cut(values, near: members.count - slice, orBefore: false) {
      let kept = BoxTally(cases: cut, ofInterest: members[..<cut].count { isOfInterest[$0] })
      candidates.append(
        candidate(region, dimension, limits.lowerBound...Self.upperLimit(values, cut), kept))
    }
    return candidates
  }

  private func candidate(
    _ region: BoxRegion, _ dimension: Int, _ limits: ClosedRange<Double>, _ tally: BoxTally
  ) -> Candidate {
    var region = region
    region.limits[dimension] = limits
    return Candidate(region: region, tally: tally)
  }

  /// The region without one code of a dimension, for each code inside.
  private func withoutCodes(
    _ region: BoxRegion, _ members: [Int], _ dimension: Int
  ) -> [Candidate] {
    let tallies = members.reduce(into: [Double: BoxTally]()) { tallies, member in
      let code = columns[dimension][member]
      tallies[code, default: BoxTally(cases: 0, ofInterest: 0)].cases += 1
      if isOfInterest[member] { tallies[code]?.ofInterest += 1 }
    }
    guard tallies.count > 1 else { return [] }
    let codes = region.codes[dimension] ?? Set(columns[dimension])
    return tallies.keys.sorted().map { code in
      var (smaller, tally) = (region, BoxTally(cases: 0, ofInterest: 0))
      smaller.codes[dimension] = codes.subtracting([code])
      for (other, part) in tallies where other != code {
        tally.cases += part.cases
        tally.ofInterest += part.ofInterest
      }
      return Candidate(region: smaller, tally: tally)
    }
  }

  /// Where sorted values can be cut so that equal ones stay together.
  ///
  /// - Parameters:
  ///   - values: Rising.
  ///   - place: The wished number of values before the cut.
  ///   - orBefore: Whether a cut before the place is better than one behind it.
  /// - Returns: The number of values before the nearest cut on the better side, else on the other;
  ///   `nil` when all values are equal.
  static func cut(_ values: [Double], near place: Int, orBefore: Bool) -> Int? {
    let isCut = { (place: Int) in values[place - 1] < values[place] }
    guard values.count > 1 else { return nil }
    let place = min(max(place, 1), values.count - 1)
    let before = stride(from: place, to: 0, by: -1)
    let behind = stride(from: place, to: values.count, by: 1)
    return orBefore
      ? before.first(where: isCut) ?? behind.first(where: isCut)
      : behind.first(where: isCut) ?? before.first(where: isCut)
  }

  /// The number halfway between the neighbours at a cut, to keep those behind it.
  static func lowerLimit(_ values: [Double], _ cut: Int) -> Double {
    // Neighbours may be so near that no number lies between.
    max(values[cut - 1] / 2 + values[cut] / 2, values[cut - 1].nextUp)
  }

  /// The number halfway between the neighbours at a cut, to keep those before it.
  static func upperLimit(_ values: [Double], _ cut: Int) -> Double {
    min(values[cut - 1] / 2 + values[cut] / 2, values[cut].nextDown)
  }
}
