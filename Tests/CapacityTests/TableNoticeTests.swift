import Testing

@Suite("What is noted of sound tables of a plan")
struct TableNoticeTests {
  /// Of a plan that comes to the last year of its population.
  private func noted(_ change: (inout SmallDenmark) -> Void) throws -> [String] {
    var world = SmallDenmark.but { $0.until = "2035" }
    change(&world)
    return try world.noted()
  }

  private func clinics(_ rows: String..., events: String = "") throws -> [String] {
    try noted {
      $0.clinics = SmallDenmark.table(rows)
      $0.events = events
    }
  }

  @Test("nothing is noted where every cell decides something")
  func nothing() throws {
    #expect(try noted { _ in }.isEmpty)
  }

  @Test("an island with 500 patients is left out as little as any clinic, and with 499 it is")
  func islands() throws {
    func islands(_ patients: Int) throws -> [String] {
      try clinics(
        SmallDenmark.clinic("300001", in: "0301", patients: patients, island: "yes"),
        SmallDenmark.clinic("300002", in: "0301", patients: 100, island: "yes"),
        events: "islands-reported: 2026-04-01")
    }
    #expect(
      try islands(500) == [
        """
        clinics.csv:2:12: note: 'island' is yes, and '300001' has 500 patients; doctors on islands are \
        left out with fewer than 500
          help: write no: the clinic counts as any other
        """
      ])
    #expect(try islands(499).isEmpty)
  }

  @Test("islands nobody reported, a report of none, and one after the day of the plan are noted")
  func reports() throws {
    let island = SmallDenmark.clinic("300001", in: "0301", patients: 499, island: "yes")
    #expect(
      try clinics(island) == [
        """
        clinics.csv:2:12: note: 'island' is yes, and the plan does not say when islands were reported; all \
        count
          help: write the day under 'events: islands-reported'
        """
      ])
    let none = try clinics(
      SmallDenmark.clinic("300001", in: "0301"), events: "islands-reported: 2026-04-01")
    #expect(none.count == 1 && none[0].hasPrefix("plan.yaml:"))
    #expect(none[0].contains("no clinic on an island has fewer than 500 patients"))
    let late = try clinics(island, events: "islands-reported: 2026-07-02")
    #expect(late.count == 1 && late[0].hasPrefix("plan.yaml:"))
    #expect(late[0].contains("reported after the day of the plan, 2026-07-01, and all count"))
  }

  @Test("an origin is noted where the clinic's need is known, or the origin's is not")
  func splits() throws {
    func split(_ need: String, from origin: String) throws -> [String] {
      try clinics(
        SmallDenmark.clinic("100001", in: "0101", need: origin),
        SmallDenmark.clinic("100003", in: "0101", need: need, splitFrom: "100001"))
    }
    #expect(
      try split("1.1", from: "1") == [
        """
        clinics.csv:3:10: note: the need of '100003' is known, so that 'split-from' decides nothing
          help: empty the cell, or what says the clinic's need
        """
      ])
    #expect(
      try split("", from: "") == [
        """
        clinics.csv:3:10: note: the need of '100001' is not known either, so that 'split-from' decides \
        nothing
          help: give '100001' a 'need-index', or empty the cell
        """
      ])
    #expect(try split("", from: "1.1").isEmpty)
  }

  @Test("a day of a vacancy is noted where nothing is vacant")
  func vacantSince() throws {
    func since(vacant: Int) throws -> [String] {
      try clinics(
        SmallDenmark.clinic("100001", in: "0101", vacant: vacant, vacantSince: "2025-01-01"))
    }
    #expect(
      try since(vacant: 0) == [
        """
        clinics.csv:2:11: note: no capacity of '100001' is vacant, so that 'vacant-since' decides nothing
          help: empty the cell, or mend who holds the capacities
        """
      ])
    #expect(try since(vacant: 1).isEmpty)
  }

  @Test("an index is noted that is not the need of the clinic's patients, a hundredth apart is not")
  func needs() throws {
    func index(_ text: String) throws -> [String] {
      try noted {
        $0.clinics = SmallDenmark.table([SmallDenmark.clinic("100001", in: "0101", need: text)])
        $0.patients = "clinic,persons\n100001,1600\n"
      }
    }
    #expect(
      try index("1.03") == [
        """
        clinics.csv:2:9: note: 'need-index' is 1.03; by the table of clinics' patients it is 1, which counts
          help: mend one of the tables
        """
      ])
    #expect(try index("1.01").isEmpty)
  }

  @Test("years the plan does not come to are noted, years beside it that it rests on are not")
  func years() throws {
    func noted(until: String, ceilings: String) throws -> [String] {
      try self.noted {
        $0.until = until
        $0.ceilings = "council,year,ceiling\n" + ceilings
      }
    }
    #expect(
      try noted(until: "2035", ceilings: "nord,2025,50\nnord,2035,60\nnord,2090,1\n") == [
        """
        ceilings.csv:4:3: note: nothing in the plan, of 2026 to 2035, rests on the ceiling of 2090
          help: let the plan reach the year, or take its rows out
        """
      ])
    #expect(try noted(until: "2030", ceilings: "nord,2025,50\nnord,2040,60\n").isEmpty)
    let population = try self.noted {
      $0.until = nil
      $0.population = SmallDenmark.persons(in: [
        "2020": SmallDenmark.counts, "2026": SmallDenmark.counts, "2035": SmallDenmark.counts,
      ])
    }
    #expect(population.map { $0.hasPrefix("population.csv:2:1: note:") } == [true, false])
    #expect(population.allSatisfy { $0.contains("nothing in the plan, of 2026, rests on") })
  }

  @Test("a table in which nobody owns a clinic is noted, and one that does not say who owns is not")
  func owners() throws {
    func owner(_ column: String, _ cell: String) throws -> [String] {
      try noted {
        $0.clinics = SmallDenmark.table([SmallDenmark.clinic("100001", in: "0101", vacant: nil)])
        $0.doctors = "doctor,clinic,qualification\(column)\nA,100001,specialist\(cell)\n"
      }
    }
    #expect(
      try owner(",owner", ",no") == [
        """
        doctors.csv:2:4: note: no doctor owns a clinic, so that how many one owns is not held against the law
          help: write yes for who owns the clinic, or leave the column out
        """
      ])
    #expect(try owner(",owner", ",yes").isEmpty && owner("", "").isEmpty)
  }

  @Test("a fact that is decided after the day of the plan is noted")
  func facts() throws {
    func decided(_ day: String) throws -> [String] {
      try noted { $0.facts = "clinic,fact,change,reason,decided\n100001,staff,9,more,\(day)\n" }
    }
    #expect(
      try decided("2026-07-02") == [
        """
        facts.csv:2:5: note: the fact is decided on 2026-07-02, after the day of the plan, 2026-07-01, and \
        changes nothing yet
          help: plan a later day, or take the row out
        """
      ])
    #expect(try decided("2026-07-01").isEmpty)
  }

  @Test(
    "a practice of one owner with six capacities, 5,001 patients of one, and none of any are noted")
  func doubts() throws {
    let header = "clinic,name,municipality,form,capacities,vacant,patients,minimum\n"
    func noted(_ row: String) throws -> [String] {
      try self.noted { $0.clinics = header + row + "\n" }
    }
    #expect(
      try noted("100001,A,0101,solopraksis,6,0,9600,9600") == [
        """
        clinics.csv:2:5: note: '100001' has 6 capacities, and a solopraksis has one owner
          help: mend the capacities, or the form
        """
      ])
    #expect(
      try noted("100001,A,0101,,1,0,5001,1600") == [
        """
        clinics.csv:2:7: note: '100001' has 5001 patients and 1 capacities: more than 5000 patients each
          help: count each patient once, and each capacity
        """
      ])
    #expect(
      try noted("100001,A,0101,,3,1,0,1600") == [
        """
        clinics.csv:2:7: note: nobody is on the list of '100001', where 2 capacities are held
          help: write how many are on the list
        """
      ])
    for row in [
      "solopraksis,5,0,8000,8000", "delepraksis,6,0,9600,9600", ",1,0,5000,1600", ",1,1,0,1600",
    ] {
      #expect(try noted("100001,A,0101," + row).isEmpty, "\(row)")
    }
  }

  @Test("of many rows that are alike ten are told, and how many more")
  func many() throws {
    let notes = try noted {
      $0.clinics = SmallDenmark.table(
        (0..<12).map { SmallDenmark.clinic("\(300_001 + $0)", in: "0301", island: "yes") })
    }
    #expect(notes.count == 11)
    #expect(
      notes.last
        == "clinics.csv:12:12: note: 2 more: 'island' is yes, and the clinic is not left out")
  }
}
