/// A published figure on contacts with general practitioners, which the weights of an example fit.
struct ExampleTarget {
  let name: String
  let unit: String
  let published: Double
  /// How far from the published figure, rounded as it is, the weights may come.
  let tolerance: Double
  let source: String
  /// The figure of some contacts and persons, cell by cell.
  let value: @Sendable (_ contacts: [Double], _ persons: [Double]) -> Double
}

extension ExampleTarget {
  private static let statistics = "https://www.dst.dk/da/Statistik/nyt/NytHtml?cid=28451"
  private static let analysis = "https://www.bt.dk/samfund/saa-meget-koster-dit-laegebesoeg"
  private static let women = 0..<9
  private static let men = 9..<18
  private static let (middle, old) = (3..<6, 6..<9)

  /// What is published: two sexes and two ages of 2018, and three of 2022 and 2023. Costs stand for
  /// the contacts of the young and the oldest, as a share of the mean.
  static let all: [ExampleTarget] = [
    .init(
      name: "women 30-59", unit: "contacts per person and year", published: 8.2, tolerance: 0.1,
      source: statistics
    ) { mean($0, $1, middle) },
    .init(
      name: "women 30-59 over men 30-59", unit: "ratio", published: 1.74, tolerance: 0.02,
      source: statistics
    ) { mean($0, $1, middle) / mean($0, $1, middle.map { $0 + 9 }) },
    .init(
      name: "women of all contacts", unit: "share", published: 0.6, tolerance: 0.01,
      source: statistics
    ) { total($0, $1, women) / total($0, $1, 0..<18) },
    .init(
      name: "all", unit: "contacts per person and year", published: 7, tolerance: 0.1,
      source: analysis
    ) { mean($0, $1, 0..<18) },
    .init(
      name: "60+", unit: "contacts per person and year", published: 11, tolerance: 0.2,
      source: analysis
    ) { mean($0, $1, Array(old) + old.map { $0 + 9 }) },
    .init(
      name: "80+ over all", unit: "ratio of costs", published: 3_234 / 1_540, tolerance: 0.05,
      source: analysis
    ) { mean($0, $1, [8, 17]) / mean($0, $1, 0..<18) },
    .init(
      name: "10-19 over all", unit: "ratio of costs", published: 971 / 1_540, tolerance: 0.02,
      source: analysis
    ) { mean($0, $1, [1, 10]) / mean($0, $1, 0..<18) },
  ]

  private static func total(
    _ contacts: [Double], _ persons: [Double], _ cells: some Sequence<Int>
  ) -> Double {
    cells.reduce(0) { $0 + contacts[$1] * persons[$1] }
  }

  private static func mean(
    _ contacts: [Double], _ persons: [Double], _ cells: some Sequence<Int>
  ) -> Double {
    let cells = Array(cells)
    return total(contacts, persons, cells) / cells.reduce(0) { $0 + persons[$1] }
  }
}
