import Capacity
import Testing
import Units

@Suite("A synthetic Denmark")
struct ExampleDenmarkTests {
  private typealias Row = [String: String]

  /// Some municipalities of every region, two islands among them.
  private static let municipalities = [
    ("0101", "København", "A", "Region Hovedstaden"),
    ("0400", "Bornholm", "A", "Region Hovedstaden"),
    ("0217", "Helsingør", "B", "Region Hovedstaden"),
    ("0265", "Roskilde", "C", "Region Sjælland"), ("0360", "Lolland", "C", "Region Sjælland"),
    ("0461", "Odense", "D", "Region Syddanmark"), ("0492", "Ærø", "D", "Region Syddanmark"),
    ("0561", "Esbjerg", "E", "Region Syddanmark"),
    ("0751", "Aarhus", "F", "Region Midtjylland"), ("0779", "Skive", "G", "Region Midtjylland"),
    ("0851", "Aalborg", "H", "Region Nordjylland"), ("0825", "Læsø", "H", "Region Nordjylland"),
  ].map { (code: $0.0, name: $0.1, council: $0.2, region: $0.3) }

  private static let example = try? ExampleDenmark(seed: 7, municipalities: municipalities)

  /// Rows of a table by the words of its heading. No cell of the example needs quotes.
  private func table(_ name: String) throws -> [Row] {
    let files = try #require(Self.example).files
    let text = try #require(files.first { $0.name == "example-\(name).csv" }).text
    #expect(!text.contains("\""))
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let heading = try #require(lines.first)
    #expect(lines.allSatisfy { $0.count == heading.count }, "\(name)")
    return lines.dropFirst().map { Row(uniqueKeysWithValues: zip(heading, $0)) }
  }

  private func whole(_ row: Row, _ name: String) throws -> Int {
    try #require(Int(row[name] ?? ""), "\(name): \(row)")
  }

  private func sum(_ rows: [Row], _ name: String) throws -> Int {
    try rows.reduce(0) { try $0 + whole($1, name) }
  }

  private func number(_ row: Row, _ name: String) throws -> Double {
    try #require(Double(row[name] ?? ""), "\(name): \(row)")
  }

  @Test("the tables are these, and the same seed gives the same bytes")
  func files() throws {
    let files = try #require(Self.example).files
    #expect(
      files.map(\.name)
        == [
          "population", "weights", "weights-fit", "clinics", "doctors", "clinic-patients",
          "ceilings", "local-facts", "notices", "report", "luna",
        ].map { "example-\($0).csv" })
    let again = try ExampleDenmark(seed: 7, municipalities: Self.municipalities).files
    #expect(files.map(\.text) == again.map(\.text))
    let other = try ExampleDenmark(seed: 8, municipalities: Self.municipalities).files
    #expect(files.first?.text != other.first?.text)
  }

  @Test("inhabitants are as many as published, in the nation and in København")
  func population() throws {
    let rows = try table("population")
    #expect(rows.count == 2 * 12 * 18)
    let now = rows.filter { $0["year"] == "2025" }
    #expect(try sum(now, "persons") == 5_961_249)
    #expect(try sum(now.filter { $0["municipality"] == "0101" }, "persons") == 667_099)
    let later = rows.filter { $0["year"] == "2035" }
    #expect((6_000_000...6_400_000).contains(try sum(later, "persons")))
    func old(_ rows: [Row]) throws -> Int { try sum(rows.filter { $0["age"] == "80+" }, "persons") }
    #expect(try old(later) * 100 > old(now) * 130)
  }

  @Test("islands are small and old")
  func islands() throws {
    let now = try table("population").filter { $0["year"] == "2025" }
    func share(_ code: String) throws -> Double {
      let rows = now.filter { $0["municipality"] == code }
      let old = rows.filter { ["60-69", "70-79", "80+"].contains($0["age"]) }
      return try Double(sum(old, "persons")) / Double(sum(rows, "persons"))
    }
    for code in ["0400", "0492", "0825"] { #expect(try share(code) > share("0779"), "\(code)") }
    for code in ["0101", "0751"] { #expect(try share(code) < share("0779"), "\(code)") }
  }

  @Test("the mean need of 2025 is one, and the printed weights give the published figures")
  func weights() throws {
    let weights = try table("weights")
    let now = try table("population").filter { $0["year"] == "2025" }
    func need(_ sex: String? = nil, _ ages: [String]? = nil) throws -> (need: Double, persons: Int)
    {
      var (need, persons) = (0.0, 0)
      for weight in weights where sex == nil || weight["sex"] == sex {
        guard ages?.contains(weight["age"] ?? "") ?? true else { continue }
        let cells = now.filter { $0["sex"] == weight["sex"] && $0["age"] == weight["age"] }
        let count = try sum(cells, "persons")
        need += try number(weight, "weight") * Double(count)
        persons += count
      }
      return (need, persons)
    }
    func mean(_ sex: String? = nil, _ ages: [String]? = nil) throws -> Double {
      let (need, persons) = try need(sex, ages)
      return need / Double(persons)
    }
    #expect(abs(try mean() - 1) < 0.0001)
    let middle = ["30-39", "40-49", "50-59"]
    #expect(abs(try mean("women", middle) / mean("men", middle) - 1.74) < 0.02)
    #expect(abs(try need("women").need / need().need - 0.6) < 0.01)
    #expect(abs(try mean(nil, ["80+"]) - 3_234 / 1_540) < 0.05)
    #expect(abs(try mean(nil, ["10-19"]) - 971 / 1_540) < 0.02)
    #expect(abs(try mean("women", middle) - 8.2 / 7) < 0.03)
    #expect(abs(try mean(nil, ["60-69", "70-79", "80+"]) - 11 / 7) < 0.04)
  }

  @Test("every fitted figure lies within its tolerance")
  func fit() throws {
    let rows = try table("weights-fit")
    #expect(rows.count == 7)
    for row in rows {
      let miss = try abs(number(row, "fitted") - number(row, "published"))
      #expect(try miss <= number(row, "tolerance"), "\(row)")
      #expect(row["source"]?.hasPrefix("https://") == true)
    }
  }

  @Test("clinics have provider numbers of their own, and capacities and patients of the nation")
  func clinics() throws {
    let rows = try table("clinics")
    #expect(rows.count == 1_900 && Set(rows.map { $0["clinic"] }).count == 1_900)
    #expect(rows.allSatisfy { $0["clinic"]?.count == 6 && $0["postcode"]?.count == 4 })
    #expect(try sum(rows, "capacities") == 3_500)
    #expect((5_800_000...5_900_000).contains(try sum(rows, "patients")))
    for row in rows {
      let (capacities, patients) = try (whole(row, "capacities"), whole(row, "patients"))
      #expect(capacities >= 1 && patients > 0 && patients <= 2_700 * capacities, "\(row)")
      #expect((1...1_600 * capacities).contains(try whole(row, "minimum")), "\(row)")
      if let need = row["need-index"], !need.isEmpty {
        #expect((0.7...1.4).contains(try number(row, "need-index")), "\(row)")
      }
    }
    let forms = [
      "solopraksis", "kompagniskabspraksis", "delepraksis", "udbudsklinik", "regionsklinik",
    ]
    #expect(Set(rows.compactMap { $0["form"] }) == Set(forms))
  }

  @Test("two clinics of three are closed, one of twenty has no need yet, and some were split")
  func shares() throws {
    let rows = try table("clinics")
    #expect((1_150...1_400).contains(rows.count { $0["intake"] == "closed" }))
    #expect(rows.contains { $0["intake"] == "selective" })
    #expect((60...140).contains(rows.count { $0["need-index"] == "" }))
    let places = Dictionary(rows.map { ($0["clinic"], $0) }) { first, _ in first }
    let split = rows.filter { $0["split-from"] != "" }
    #expect(split.count >= 3)
    for row in split {
      let from = try #require(places[row["split-from"]])
      #expect(from["municipality"] == row["municipality"] && from["need-index"] != "", "\(row)")
    }
  }

  @Test("every island has a clinic of fewer than 500 patients, and those alone are marked")
  func islandClinics() throws {
    let small = try table("clinics").filter { $0["island"] == "yes" }
    #expect(try small.allSatisfy { try whole($0, "patients") < 500 })
    #expect(Set(small.compactMap { $0["municipality"] }) == ["0400", "0492", "0825"])
  }

  @Test("doctors are as many as published, own three clinics at most, and work one post at most")
  func doctors() throws {
    let rows = try table("doctors")
    let clinics = Set(try table("clinics").compactMap { $0["clinic"] })
    #expect(rows.allSatisfy { clinics.contains($0["clinic"] ?? "") })
    let doctors = Dictionary(grouping: rows) { $0["doctor"] ?? "" }
    func count(_ qualification: String) -> Int {
      doctors.values.count { $0.first?["qualification"] == qualification }
    }
    #expect(count("specialist") == 3_330 && count("agreement") == 30 && count("other") == 60)
    #expect(doctors.values.contains { $0.count > 1 })
    for (doctor, posts) in doctors {
      let parts = try posts.map { try number($0, "part") }
      #expect(parts.allSatisfy { $0 > 0 } && parts.reduce(0, +) < 1.001, "\(doctor)")
      #expect(posts.count { $0["owner"] == "yes" } <= 3, "\(doctor)")
      #expect(Set(posts.map { $0["clinic"] }).count == posts.count, "\(doctor)")
    }
  }

  @Test("the patients of Aarhus by sex and age sum to those of its clinics, and give their need")
  func patients() throws {
    let rows = Dictionary(grouping: try table("clinic-patients")) { $0["clinic"] }
    let clinics = try table("clinics").filter { $0["municipality"] == "0751" }
    let weights = try table("weights")
    #expect(rows.count == clinics.count && !clinics.isEmpty)
    for clinic in clinics {
      let cells = rows[clinic["clinic"], default: []]
      #expect(cells.count == 18)
      #expect(try sum(cells, "persons") == whole(clinic, "patients"))
      guard clinic["need-index"] != "" else { continue }
      let need = try zip(cells, weights).reduce(0.0) {
        try $0 + number($1.0, "persons") * number($1.1, "weight")
      }
      let index = try number(clinic, "need-index")
      #expect(abs(need / Double(try whole(clinic, "patients")) - index) < 0.0001)
    }
  }

  @Test("every council has a ceiling of both years above its floor, and some have more already")
  func ceilings() throws {
    let rows = try table("ceilings")
    #expect(rows.count == 16)
    var deployed: [String: Int] = [:]
    for row in try table("clinics") {
      let council = Self.municipalities.first { $0.code == row["municipality"] }?.council
      deployed[council ?? "", default: 0] += try whole(row, "capacities")
    }
    for row in rows { #expect(try whole(row, "floor") <= whole(row, "ceiling"), "\(row)") }
    #expect(try sum(rows.filter { $0["year"] == "2035" }, "ceiling") == 5_000)
    let above = try rows.filter { row in
      try row["year"] == "2025"
        && whole(row, "ceiling") < deployed[row["council"] ?? "", default: 0]
    }
    #expect((1...5).contains(above.count))
  }

  @Test("thirty clinics have local facts and thirty were given notice, some not in full")
  func decisions() throws {
    let clinics = Set(try table("clinics").compactMap { $0["clinic"] })
    let (facts, notices) = try (table("local-facts"), table("notices"))
    for rows in [facts, notices] {
      let named = rows.compactMap { $0["clinic"] }
      #expect(rows.count == 30 && Set(named).count == 30 && clinics.isSuperset(of: named))
    }
    #expect(facts.allSatisfy { CalendarDate(iso: $0["decided"] ?? "") != nil })
    #expect(notices.count { $0.values.contains("") } == 5)
    #expect(
      notices.allSatisfy { row in
        row.allSatisfy {
          $0.key == "clinic" || $0.value == "" || CalendarDate(iso: $0.value) != nil
        }
      })
  }

  @Test("the report and the register of a region tell the same capacities and vacancies")
  func report() throws {
    let (report, register) = try (table("report"), table("luna"))
    let clinics = Dictionary(grouping: try table("clinics")) { $0["clinic"] ?? "" }
    let rows = Dictionary(grouping: register) { $0["Ydernummer"] ?? "" }
    #expect(!report.isEmpty && report.count == Set(report.map { $0["Ydernummer"] }).count)
    #expect(report.contains { $0["Ø-læge"] == "ja" })
    for row in report {
      let id = try #require(row["Ydernummer"])
      let clinic = try #require(clinics[id]?.first)
      let vacant = try whole(row, "Antal ledige kapaciteter")
      #expect(["0851", "0825"].contains(row["Praksiskommunekode"]))
      #expect(row["Antal udmøntede kapaciteter"] == clinic["capacities"])
      #expect(row["Antal tilmeldte patienter"] == clinic["patients"])
      #expect((vacant > 0) == (clinic["vacant-since"] != ""), "\(row)")
      let persons = rows[id, default: []]
      #expect(persons.count { $0["personrolle"] == "ledig kapacitet" } == vacant)
      #expect(persons.allSatisfy { $0["fastsat kapacitet"] == clinic["capacities"] })
      #expect(!persons.isEmpty)
    }
  }

  @Test("a region nobody knows, a code that is none, one given twice and no place are refused")
  func refusals() throws {
    func refusal(_ list: [(code: String, name: String, council: String, region: String)]) -> String
    {
      do {
        _ = try ExampleDenmark(seed: 1, municipalities: list)
        return ""
      } catch {
        return "\(error)"
      }
    }
    let region = "Region Hovedstaden"
    #expect(
      refusal([("0101", "København", "A", "Skåne")]) == """
        refused: the example knows no region 'Skåne'
          help: the regions are 'Region Hovedstaden', 'Region Midtjylland', 'Region Nordjylland', \
        'Region Sjælland', 'Region Syddanmark', 'Region Østdanmark'
        """)
    #expect(
      refusal([("101", "København", "A", region)]) == """
        refused: '101' is no code of a municipality
          help: write four digits
        """)
    let capital = ("0101", "København", "A", region)
    #expect(refusal([capital, capital]) == "refused: '0101' stands twice")
    #expect(refusal([]) == "refused: an example without municipalities has nobody in it")
  }
}
