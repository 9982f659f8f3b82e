import Diagnostics
import Units

/// The inhabitants of an example, by municipality, sex and age, in 2025 and 2035.
///
/// ```
/// regions         in proportion to 2019
/// municipalities  in proportion to what is known or drawn
/// cells           share of the age × share of the sex × (1 + age of the place × slope of the age)
/// ```
///
/// All are shared out by largest remainder, so that they sum to the published total.
struct ExamplePopulation {
  /// Women of every age group, then men.
  typealias Cells = [Int]

  /// One per municipality.
  let of2025: [Cells]
  let of2035: [Cells]

  init(_ municipalities: [ExampleDenmark.Municipality], _ dice: ExampleDice) throws {
    let persons = try Self.persons(municipalities, dice)
    of2025 = municipalities.indices.map { place in
      let code = municipalities[place].code
      let age =
        ExampleFigures.islands[code]?.age
        ?? (ExampleFigures.young.contains(code)
          ? dice.whole(in: -120 ... -80, "example.age", place)
          : dice.whole(in: -40...100, "example.age", place))
      return largestRemainder(persons[place], by: Self.tilted(Self.nation, by: age))
    }
    of2035 = zip(municipalities.indices, of2025).map { place, cells in
      let code = municipalities[place].code
      let range =
        ExampleFigures.islands[code] != nil
        ? 930...970 : ExampleFigures.young.contains(code) ? 1_030...1_080 : 950...1_050
      let growth = dice.whole(in: range, "example.growth", place)
      return cells.enumerated().map { cell, persons in
        let age = ExampleFigures.growth[cell % ExampleFigures.ages.count]
        return Ratio(persons * age * growth, over: 1_000_000).rounded
      }
    }
  }

  /// Rows of the table, with a heading.
  func rows(_ municipalities: [ExampleDenmark.Municipality]) -> [[String]] {
    var rows = [["year", "municipality", "sex", "age", "persons"]]
    for (year, places) in [("2025", of2025), ("2035", of2035)] {
      for (municipality, cells) in zip(municipalities, places) {
        for (cell, persons) in cells.enumerated() {
          rows.append([year, municipality.code] + Self.names(of: cell) + ["\(persons)"])
        }
      }
    }
    return rows
  }

  /// The sex and the age group of a cell, as they are written.
  static func names(of cell: Int) -> [String] {
    let ages = ExampleFigures.ages
    return [ExampleFigures.sexes[cell / ages.count], ages[cell % ages.count]]
  }

  /// The shares of cells where the people are older than in the nation, or younger.
  ///
  /// - Parameters:
  ///   - cells: Persons or shares of any size.
  ///   - age: 100 moves the ages by their slopes, −100 as far the other way.
  /// - Returns: Weights, 100,000 times as large.
  static func tilted(_ cells: Cells, by age: Int) -> [Int] {
    cells.enumerated().map { cell, share in
      let slope = ExampleFigures.ageSlopes[cell % ExampleFigures.ages.count]
      return share * (100_000 + age * slope)
    }
  }

  /// Per million.
  private static let nation: Cells = [1, 0].flatMap { isWomen in
    zip(ExampleFigures.ageShares, ExampleFigures.womenShares).map { share, women in
      share * (isWomen == 1 ? women : 1_000 - women)
    }
  }

  private static func persons(
    _ municipalities: [ExampleDenmark.Municipality], _ dice: ExampleDice
  ) throws -> [Int] {
    var names: [String] = []
    for municipality in municipalities where !names.contains(municipality.region) {
      names.append(municipality.region)
    }
    let sizes = try names.map { try ExampleDenmark.figures(of: $0).persons }
    var persons = municipalities.map { _ in 0 }
    for (name, inRegion) in zip(names, largestRemainder(ExampleFigures.persons, by: sizes)) {
      var (places, left) = (
        municipalities.indices.filter { municipalities[$0].region == name }, inRegion
      )
      let capital = ExampleFigures.capital
      if places.count > 1, left > capital.persons,
        let place = places.first(where: { municipalities[$0].code == capital.code })
      {
        (persons[place], left) = (capital.persons, left - capital.persons)
        places.removeAll { $0 == place }
      }
      let weights = places.map { place in
        // In tenths of a thousand, so that no two drawn are alike.
        ExampleFigures.thousands[municipalities[place].code].map { $0 * 10 }
          ?? dice.whole(
            in: ExampleFigures.otherThousands.lowerBound * 10...ExampleFigures.otherThousands
              .upperBound * 10, "example.size", place)
      }
      for (place, part) in zip(places, largestRemainder(left, by: weights)) {
        persons[place] = part
      }
    }
    return persons
  }
}
