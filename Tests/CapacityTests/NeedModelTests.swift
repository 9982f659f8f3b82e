import Capacity
import TestSupport
import Testing
import Units

@Suite("The need of a population")
struct NeedModelTests {
  /// Every municipality has the persons of Anby, given by variables of the weights; the years are two.
  private func world(weights: [String], columns: String, _ rows: [String]) -> SmallDenmark {
    .but {
      $0.weights = weights
      $0.population = "year,municipality,persons,\(columns)\n"
      for year in ["2026", "2035"] {
        for code in SmallDenmark.codes {
          for row in rows { $0.population += "\(year),\(code),\(row)\n" }
        }
      }
    }
  }

  /// The need of Anby, in millionths.
  private func need(_ world: SmallDenmark) throws -> Int {
    try world.plan().distribution.need.needs[0]
  }

  private let bySex = "sex,age,weight\nwomen,0-49,0.8\nwomen,50+,1.5\nmen,0-49,0.5\nmen,50+,1.25\n"

  @Test("need is the sum of persons times weight")
  func sum() throws {
    let rows = ["100,women,30-39", "10,women,50-59", "200,men,0-9", "4,men,80+"]
    // 80 + 15 + 100 + 5
    #expect(try need(world(weights: [bySex], columns: "sex,age", rows)) == 200_000_000)
    let year = try world(weights: [bySex], columns: "sex,age", rows).plan().distribution.need
    #expect(year.persons == Array(repeating: 314, count: 6))
    #expect(year.meanNeed == Ratio(200_000_000, over: 314))
  }

  @Test("weights of several tables multiply")
  func product() throws {
    let income = "income,weight\nlow,1.2\nhigh,0.9\n"
    let rows = ["100,women,30,low", "1000,men,30,high"]
    // 100 × 0.8 × 1.2 + 1,000 × 0.5 × 0.9
    let world = world(weights: [bySex, income], columns: "sex,age,income", rows)
    #expect(try need(world) == 546_000_000)
  }

  @Test("a weight is rounded to the millionth, once for its cell")
  func rounding() throws {
    let third = "kind,weight\na,0.333333333\nb,1\n"
    let rows = ["1000000,a", "1,b"]
    #expect(try need(world(weights: [third], columns: "kind", rows)) == 333_333_000_000 + 1_000_000)
  }

  @Test("a variable of any name and number may decide, in any order of the columns")
  func variables() throws {
    let weights = "weight,language,ramp\n2,da,yes\n3,da,no\n5,other,yes\n7,other,no\n"
    let rows = ["1,yes,da", "10,no,da", "100,yes,other", "1000,no,other"]
    let world = world(weights: [weights], columns: "ramp,language", rows)
    #expect(try need(world) == 7_532_000_000)
  }

  @Test("columns no weight asks for do not matter")
  func otherColumns() throws {
    let rows = ["100,women,30,tall", "100,women,30,small"]
    #expect(try need(world(weights: [bySex], columns: "sex,age,height", rows)) == 160_000_000)
  }

  @Test("a range of the weights may be wider than the population's, at both of its ends")
  func ages() throws {
    func need(_ ages: String) throws -> Int {
      try self.need(world(weights: [bySex], columns: "age,sex", ["1,\(ages),women"]))
    }
    for young in ["0", "0-0", "49", "40-49", "0-49"] { #expect(try need(young) == 800_000) }
    for old in ["50", "50-150", "99-100", "80+", "50+"] { #expect(try need(old) == 1_500_000) }
  }

  @Test("a range that two weights share, and one that none has, are told with their persons")
  func ambiguous() throws {
    func told(_ weights: String, _ row: String) throws -> String {
      let all = try world(weights: [weights], columns: "age", [row]).told()
      return all.split(separator: "\n").prefix(2).joined(separator: "\n")
    }
    #expect(
      try told("age,weight\n0-49,1\n50+,2\n", "1,45-54") == """
        population.csv:2:1: error: no row of 'weights-0.csv' is about age 45-54
          help: let each kind of person have one row in each table of weights
        """)
    #expect(
      try told("age,weight\n0-49,1\n49+,2\n", "1,49") == """
        population.csv:2:1: error: more than one row of 'weights-0.csv' is about age 49
          help: let each kind of person have one row in each table of weights
        """)
    #expect(
      try told("kind,age,weight\na,0+,1\nb,0-9,2\n", "1,10") == """
        population.csv:1:1: error: the column 'kind' is missing from a table of the population
          help: the first line must name year, municipality, persons, kind, age
        """)
  }

  @Test("the second table of weights is named when it has no row")
  func secondTable() throws {
    let world = world(
      weights: [bySex, "kind,weight\na,1\n"], columns: "sex,age,kind", ["1,men,3,b"])
    #expect(
      try world.told().hasPrefix(
        "population.csv:2:1: error: no row of 'weights-1.csv' is about sex men, age 3, kind b\n"))
  }

  @Test("districts sum to their municipality, in persons and in need")
  func districts() throws {
    let plan = try world(
      weights: [bySex], columns: "sex,age,district",
      ["100,women,3,east", "50,men,60,west", "7,men,3,east"]
    ).plan()
    #expect(plan.inputs.need.districts.map(\.municipality) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    #expect(plan.districtNeed.persons.prefix(2) == [107, 50])
    #expect(plan.districtNeed.needs.prefix(2) == [83_500_000, 62_500_000])
    #expect(plan.distribution.need.needs[0] == 146_000_000)
  }

  @Test("persons and needs lie on straight lines between the years of the table")
  func lines() throws {
    let plan = try SmallDenmark.but {
      $0.until = "2030"
      $0.weights = ["kind,weight\na,1\nb,3\n"]
      $0.population = "year,municipality,persons,kind\n"
      for code in SmallDenmark.codes {
        $0.population += "2026,\(code),1000,a\n2030,\(code),1010,b\n"
      }
    }.plan()
    let years = (2_026...2_030).map(plan.inputs.need.year)
    #expect(years.map { $0.persons[0] } == [1_000, 1_003, 1_005, 1_008, 1_010])
    #expect(
      years.map { $0.needs[0] } == [
        1_000_000_000, 1_507_500_000, 2_015_000_000, 2_522_500_000, 3_030_000_000,
      ])
    #expect(plan.inputs.need.span == 2_026...2_030)
  }

  @Test("need per person of a municipality is beside the country's mean")
  func perPerson() throws {
    let need = try SmallDenmark.but {
      $0.weights = ["kind,weight\na,1\nb,3\n"]
      $0.population = "year,municipality,persons,kind\n"
      for code in SmallDenmark.codes {
        $0.population += "2026,\(code),1000,\(code == "0301" ? "b" : "a")\n"
      }
    }.plan().distribution.need
    // 5,000 and 3,000 for 6,000 persons: a mean of 4 ∕ 3.
    #expect(need.meanNeed == Ratio(4_000_000, over: 3))
    #expect(need.needPerPerson(in: 0) == Ratio(3, over: 4))
    #expect(need.needPerPerson(in: 5) == Ratio(9, over: 4))
  }

  @Test("a person always needs something, be the weight ever so small")
  func leastNeed() throws {
    let plan = try SmallDenmark.but {
      $0.weights = ["kind,weight\na,1\nb,0.0000001\n"]
      $0.population = "year,municipality,persons,kind\n"
      for code in SmallDenmark.codes {
        $0.population += "2026,\(code),1000,\(code == "0301" ? "b" : "a")\n"
      }
      $0.clinics = SmallDenmark.table([SmallDenmark.clinic("300001", in: "0301", need: "")])
    }.plan()
    #expect(plan.distribution.need.needs[5] == 1_000)
    // Nothing is planned there, so that one capacity looks after all the need: of 1,000 such patients.
    #expect(plan.minimums[0].decided == 1_000)
  }

  @Test("more persons than exact sums can hold, and weights that multiply to too much, are refused")
  func tooMuch() throws {
    let heavy = world(
      weights: ["weight\n40\n", "kind,weight\na,25.1\nb,25\n"], columns: "kind", ["1,b"])
    #expect(try heavy.plan().distribution.need.needs[0] == 1_000_000_000)
    var heavier = heavy
    heavier.population = heavy.population.replacing("2035,0301,1,b", with: "2035,0301,1,a")
    #expect(
      try heavier.told() == """
        population.csv:13:1: error: the weights of kind a multiply to more than 1000
          help: let a mean person have the weight 1
        """)
    let crowd = (0..<11).map { "10000000,\($0)" }
    let crowded = world(weights: ["weight\n1000\n"], columns: "x", crowd)
    #expect(
      try crowded.told() == """
        population.csv:1:1: error: 660000000 persons live in 2026, more than 100000000
          help: count each person of a year once
        population.csv:1:1: error: 660000000 persons live in 2035, more than 100000000
          help: count each person of a year once
        """)
  }
}
