import Models
import ScenarioSupport
import Testing
import Units

/// Forms of payment from many countries, with round amounts and answers computed by hand.
@Suite("Payment models of other countries can be written")
struct CountryTests {
  /// What the model pays each practice; the model is indented by two.
  private func paid(
    _ components: String, practices: String? = nil, payers: String = "[state]", more: String = ""
  ) throws -> [String] {
    let lines = components.split(separator: "\n").map { "    " + $0 }
    let models =
      ModelFile.nothing + "\nmodel:\n  payer: state\n  components:\n"
      + lines.joined(separator: "\n")
    let file = try ModelFile.of(
      models, practices: practices ?? "{ list-lengths: [1000], visits-per-person-year: [3] }",
      payers: payers, more: more)
    return try ModelComparison(of: file).results.map { $0[1].total.description }
  }

  private static let ages = """
    groups:
      young: { share: =0.8, visits-per-person-year: =1 }
      old: { share: rest, visits-per-person-year: =2 }

    """

  @Test("capitation weighted by need, relative to the nation, and points in proportion to the list")
  func weightedCapitation() throws {
    // (800 × 0.9 + 200 × 1.9) / 1.1 × 100 = 100,000; 500 × 200 × 1,000 / 8,000 = 12,500.
    let paid = try paid(
      """
      global-sum:
        per: person
        weights: { young: =0.9, old: =1.9 }
        amount: =100
        divided-by: { national-weight: =1.1 }
      quality:
        per: [points, person]
        amount: =200
        divided-by: { average-list: =8000 }
      """, more: Self.ages + "counts: { points: { per: practice, number: =500 } }")
    #expect(paid == ["112500.00"])
  }

  @Test("a base fee by place on the list, and fees for kinds of visits")
  func baseAndServiceFees() throws {
    // 1,600 × 100 + 100 × 50 = 165,000; visits 5,100: 0.7 × 20 + 0.3 × 4 = 15.2 each.
    let paid = try paid(
      """
      base: { per: person, tiers: { first: { amount: =100 }, rest: { above: 1600, amount: =50 } } }
      consultations: { per: consultations, amount: =20 }
      telephone: { per: telephone, amount: =4 }
      """, practices: "{ list-lengths: [1600, 1700], visits-per-person-year: [3] }",
      more: """
        counts:
          consultations: { per: visit, number: =0.7 }
          telephone: { per: visit, number: =0.3 }
        """)
    #expect(paid == ["232960.00", "242520.00"])
  }

  @Test("shadow billing is a share of fees that are not paid, and a bonus never below nothing")
  func blendedCapitation() throws {
    // 100,000 + 0.15 × 90,000; bonus 0.2 × 100,000 − 5 a visit: 5,000 at 3 visits, none at 4.
    let paid = try paid(
      """
      capitation: { per: person, amount: =100 }
      fee-value: { per: visit, amount: =30, paid: false }
      shadow-billing: { shares-of: { fee-value: =0.15 } }
      outside: { per: visit, amount: =5, paid: false }
      access-bonus: { shares-of: { capitation: =0.2, outside: =-1 }, minimum: =0 }
      """, practices: "{ list-lengths: [1000], visits-per-person-year: [3, 4, 5] }")
    #expect(paid == ["118500.00", "118000.00", "122500.00"])
  }

  @Test("a fee per month and tier of risk, and visit fees that are reduced")
  func careManagement() throws {
    // (400 × 6 + 300 × 8 + 200 × 16 + 100 × 30) × 12 = 132,000; 3,000 × 100 × 0.4 = 120,000.
    let paid = try paid(
      """
      care-management:
        per: person
        amount-by-group: { tier-1: =6, tier-2: =8, tier-3: =16, tier-4: =30 }
        times-a-year: 12
      visits: { per: visit, amount: =100, multipliers: { reduction: =0.4 } }
      """,
      more: """
        groups:
          tier-1: { share: =0.4 }
          tier-2: { share: =0.3 }
          tier-3: { share: =0.2 }
          tier-4: { share: =0.1 }
        """)
    #expect(paid == ["252000.00"])
  }

  @Test("visits are divided among groups by what each uses")
  func visitsOfGroups() throws {
    // 3,000 visits, of which 200 × 2 of 800 × 1 + 200 × 2, a third, are of the old.
    let paid = try paid(
      "home-care: { per: visit, groups: [old], amount: =10 }", more: Self.ages)
    #expect(paid == ["10000.00"])
  }

  @Test("a practice comes to what its own groups come to, or to the mean it states")
  func ownGroups() throws {
    let paid = try paid(
      "home-care: { per: visit, groups: [old], amount: =10 }",
      practices: """
        { named: { a: { persons: =1000, groups: { young: rest, old: =0.5 } }, \
        b: { persons: =1000, groups: { young: { share: rest, visits-per-person-year: =2 }, \
        old: =0.5 } }, \
        c: { persons: =1000, visits-per-person-year: =6, groups: { young: rest, old: =0.5 } }, \
        d: { persons: =1000, groups: { young: =1 } } } }
        """, more: Self.ages)
    // 500 old of 2 visits; the same; two thirds of 6,000 visits; nobody is old.
    #expect(paid == ["10000.00", "10000.00", "40000.00", "0.00"])
  }

  @Test("visits above a number per person are paid less, whatever the list")
  func cappedVisits() throws {
    let paid = try paid(
      """
      visits:
        per: visit
        tiers: { first: { amount: =20 }, more: { above: 2, amount: =1 } }
        limits-per: person
      """, practices: "{ list-lengths: [10, 1000], visits-per-person-year: [2, 3] }")
    #expect(paid == ["400.00", "410.00", "40000.00", "41000.00"])
  }

  @Test("a salary by practitioner, stated, or as many as the list needs")
  func salary() throws {
    let paid = try paid(
      """
      salaries: { per: practitioners, amount: =90000 }
      nurses: { per: person, amount: =60000, divided-by: { persons-per-nurse: =3000 } }
      """,
      practices: """
        { list-lengths: [1500], visits-per-person-year: [1], named: { big: { persons: =6000, \
        visits-per-person-year: =2, counts: { practitioners: =3 } } } }
        """, more: "counts: { practitioners: { per: practice, number: =1 } }")
    #expect(paid == ["120000.00", "390000.00"])
  }

  @Test("pay for performance begins at its threshold, and not a hair before")
  func performance() throws {
    let practices = """
      { named: { a: { persons: =1000, visits-per-person-year: =1, counts: { score: =0.799 } }, \
      b: { persons: =1000, visits-per-person-year: =1, counts: { score: =0.8 } } } }
      """
    let paid = try paid(
      """
      visits: { per: visit, amount: =50 }
      bonus:
        shares-of: { visits: =1 }
        steps-by: score
        steps: { low: { rate: =-0.1 }, high: { from: 0.8, rate: =0.5 } }
      """, practices: practices, more: "counts: { score: { per: practice, number: =0 } }")
    #expect(paid == ["45000.00", "75000.00"])
  }

  @Test("savings are shared above a corridor, and losses not at all")
  func sharedSavings() throws {
    let practices = """
      { named: { dear: { persons: =100, visits-per-person-year: =1, counts: { cost: =1100 } }, \
      near: { persons: =100, visits-per-person-year: =1, counts: { cost: =980 } }, \
      cheap: { persons: =100, visits-per-person-year: =1, counts: { cost: =900 } } } }
      """
    // Savings 100 × (1,000 − cost): −10,000, 2,000 and 10,000; half of what is above 2,000.
    let paid = try paid(
      """
      benchmark: { per: person, amount: =1000, paid: false }
      cost: { per: [cost, person], amount: =1, paid: false }
      savings:
        shares-of: { benchmark: =1, cost: =-1 }
        tiers: { corridor: { rate: =0 }, more: { above: 2000, rate: =0.5 } }
        minimum: =0
      """, practices: practices, more: "counts: { cost: { per: practice, number: =0 } }")
    #expect(paid == ["0.00", "0.00", "4000.00"])
  }

  @Test("a withhold is a share of everything above, and a guarantee fills up to an income")
  func withholdAndGuarantee() throws {
    let paid = try paid(
      """
      capitation: { per: person, amount: =100 }
      lump-sum: { per: practice, amount: =10000 }
      withhold: { shares-of: { in-all: =-0.1 } }
      guarantee: { per: practice, amount: =60000, paid: false }
      fill-up: { shares-of: { guarantee: =1, in-all: =-1 }, minimum: =0 }
      """, practices: "{ list-lengths: [100, 1000], visits-per-person-year: [1] }")
    #expect(paid == ["60000.00", "99000.00"])
  }

  @Test("a cap and a floor hold at both their sides")
  func capAndFloor() throws {
    let paid = try paid(
      "visits: { per: visit, amount: =10, minimum: =2000, maximum: =3000 }",
      practices: "{ list-lengths: [199, 200, 201, 299, 300, 301], visits-per-person-year: [1] }")
    #expect(paid == ["2000.00", "2000.00", "2010.00", "2990.00", "3000.00", "3000.00"])
  }

  @Test("a supplement for short lists ends where its step does")
  func steps() throws {
    let paid = try paid(
      "short: { per: practice, steps: { short: { amount: =500 }, long: { from: 1000, amount: =0 } } }",
      practices: "{ list-lengths: [999, 1000], visits-per-person-year: [1] }")
    #expect(paid == ["500.00", "0.00"])
  }

  @Test("patients pay their part of a fee, and no more than the fee")
  func copay() throws {
    let file = try ModelFile.of(
      """
      nothing: { payer: state, components: { none: { per: practice, amount: =0 } } }
      model:
        components:
          capitation: { per: person, amount: =100, payer: state }
          visits: { per: visit, amount: =40, payers: { patient: { amount: =15 }, state: rest } }
          notes: { per: visit, amount: =4, payers: { patient: { amount: =15 }, state: rest } }
          calls: { per: visit, amount: =0.01, payers: { patient: =0.5, state: =0.5 } }
      """, payers: "[state, patient]")
    let comparison = try ModelComparison(of: file)
    #expect(comparison.results[0][1].total == .kroner(232_030))
    #expect(comparison.paid(by: 0, practice: 0, model: 1) == .kroner(175_015))
    #expect(comparison.paid(by: 1, practice: 0, model: 1) == .kroner(57_015))
  }
}
