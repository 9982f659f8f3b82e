extension BoxCases {
  /// A region without the bounds that mean little, grown as far as its density allows.
  ///
  /// - Parameters:
  ///   - region: As peeling left it.
  ///   - share: The share of the cases inside that is pasted at a time.
  ///   - doubt: Bounds go, the most doubtful first, while so many cases of interest inside would be
  ///     likelier than this without them.
  /// - Returns: The finished region.
  func finished(_ region: BoxRegion, share: Double, doubt: Double) -> BoxRegion {
    var region = region
    while let looser = withoutMostDoubtful(region, above: doubt) { region = looser }
    while let larger = pasted(region, share: share) { region = larger }
    return region
  }

  /// The region without its most doubtful bound. `nil` when none is doubtful.
  private func withoutMostDoubtful(_ region: BoxRegion, above doubt: Double) -> BoxRegion? {
    let tally = tally(of: region)
    let looser = region.boundedDimensions.flatMap(region.loosened)
    let chances = looser.map { chance(of: tally, within: $0) }
    guard let most = chances.indices.max(by: { chances[$0] < chances[$1] }),
      chances[most] > doubt
    else { return nil }
    return looser[most]
  }

  /// The densest region a slice larger. `nil` when every one would be less dense.
  private func pasted(_ region: BoxRegion, share: Double) -> BoxRegion? {
    let tally = tally(of: region)
    let slice = max(Int(share * Double(tally.cases)), 1)
    let larger = region.boundedDimensions.flatMap { extensions(of: region, in: $0, slice: slice) }
    let tallies = larger.map { self.tally(of: $0) }
    let grown = larger.indices.filter {
      tallies[$0].cases > tally.cases && tallies[$0].density >= tally.density
    }
    return grown.max { (tallies[$0].density, -$0) < (tallies[$1].density, -$1) }.map { larger[$0] }
  }

  private func extensions(of region: BoxRegion, in dimension: Int, slice: Int) -> [BoxRegion] {
    let isNear = isInside(region.freed(dimension))
    let values = orders[dimension].filter { isNear[$0] }.map { columns[dimension][$0] }
    if let codes = region.codes[dimension] {
      return Set(values).subtracting(codes).sorted().map { code in
        var region = region
        region.codes[dimension] = codes.union([code])
        return region
      }
    }
    let limits = region.limits[dimension]
    let (below, above) = (
      values.count { $0 < limits.lowerBound }, values.count { $0 <= limits.upperBound }
    )
    var ranges: [ClosedRange<Double>] = []
    if below > 0 {
      let cut =
        below > slice
        ? Self.cut(Array(values[..<below]), near: below - slice, orBefore: true) : nil
      ranges.append((cut.map { Self.lowerLimit(values, $0) } ?? -.infinity)...limits.upperBound)
    }
    if above < values.count {
      let beyond = Array(values[above...])
      let cut =
        beyond.count > slice ? Self.cut(beyond, near: slice, orBefore: false) : nil
      ranges.append(limits.lowerBound...(cut.map { Self.upperLimit(beyond, $0) } ?? .infinity))
    }
    return ranges.map {
      var region = region
      region.limits[dimension] = $0
      return region
    }
  }
}
