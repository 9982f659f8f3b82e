/// Years of a table that nothing rests on.
///
/// Between the years of a table everything lies on straight lines, before the first and after the last
/// it stays as it is there: so a year is read where one of those asked for lies between its neighbours.
///
/// - Parameters:
///   - known: The years of the table in rising order, each once.
///   - years: Those asked for.
/// - Returns: Years of the table, in rising order.
func unreadYears(of known: [Int], in years: ClosedRange<Int>) -> [Int] {
  known.indices.filter { place in
    let before = place > 0 ? known[place - 1] : .min
    let after = place + 1 < known.count ? known[place + 1] : .max
    return max(years.lowerBound, before + 1) > min(years.upperBound, after - 1)
  }.map { known[$0] }
}
