/// Where an uncertain factor takes the mean of an outcome across a level, the other factors being as
/// uncertain as they are.
///
/// Cases are sorted by the factor and cut in bins of equal counts; equal values stay together. A
/// factor of few values has a bin for each. Between the means of neighbouring bins, each at the mean
/// of its factor, lies a straight line. A mean that only touches the level does not cross it; one that
/// stands on it for a while crosses in the middle of that while.
///
/// - Parameters:
///   - outcome: One per case.
///   - factor: One per case, in the same order.
///   - level: In the unit of the outcome.
///   - bins: How many bins there are at most; at least one.
/// - Returns: The crossings in the unit of the factor, rising. Empty where there is none.
public func crossings(
  of outcome: [Double], along factor: [Double], at level: Double, bins: Int
) -> [Double] {
  precondition(outcome.count == factor.count, "a case has an outcome and a factor")
  precondition(bins > 0, "means are taken in at least one bin")
  let means = conditionalMeans(of: outcome, along: factor, bins: bins)
    .map { (place: $0.factor, height: $0.outcome - level) }
  var found: [Double] = []
  var last: Int?
  for (bin, mean) in means.enumerated() where mean.height != 0 {
    if let last, means[last].height * mean.height < 0 {
      if bin == last + 1 {
        let share = means[last].height / (means[last].height - mean.height)
        found.append(means[last].place + share * (mean.place - means[last].place))
      } else {
        found.append((means[last + 1].place + means[bin - 1].place) / 2)
      }
    }
    last = bin
  }
  return found
}

/// The means of an outcome over bins of a factor.
///
/// - Parameters:
///   - outcome: One per case.
///   - factor: One per case, in the same order.
///   - bins: How many bins there are at most; a factor of no more distinct values has a bin for each.
/// - Returns: For each bin, in the order of the factor, the means of both.
public func conditionalMeans(
  of outcome: [Double], along factor: [Double], bins: Int
) -> [(factor: Double, outcome: Double)] {
  let cases = factor.indices.sorted { (factor[$0], $0) < (factor[$1], $1) }
  let isNew = cases.indices.map { $0 == 0 || factor[cases[$0]] != factor[cases[$0 - 1]] }
  let hasFewValues = isNew.count { $0 } <= bins
  var starts: [Int] = []
  for place in cases.indices where isNew[place] {
    // A bin begins with the first new value at its place among equal counts, or behind it.
    if hasFewValues || place * bins >= starts.count * cases.count { starts.append(place) }
  }
  return zip(starts, starts.dropFirst() + [cases.count]).map { from, to in
    let members = cases[from..<to]
    let count = Double(members.count)
    return (
      members.reduce(0) { $0 + factor[$1] } / count, members.reduce(0) { $0 + outcome[$1] } / count
    )
  }
}
