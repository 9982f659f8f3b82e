import Foundation
import TestSupport
import Testing

@Suite("takst capacity report")
struct CapacityReportCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let header = """
    Ydernummer,Praksisbetegnelse,Adresse,Praksiskommune,Praksiskommunekode,Postnummer,Praksisform,\
    Antal udmøntede kapaciteter,Antal ledige kapaciteter
    """

  private func run(_ rows: String, _ options: String = "") throws -> Program.Result {
    let file = try folder.file("clinics.csv", Self.header + "\n" + rows)
    let days = "--on 2026-07-01 --received 2026-07-15"
    return try Program.run("capacity report \(file) --out \(folder.path)/out \(days) \(options)")
  }

  private var written: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    return (names ?? []).sorted()
  }

  private let row = "057584,Lægerne Havnen,Havnegade 1,Odense,0461,5000,kompagniskabspraksis,3,1\n"

  @Test("a sound table gives annex 1 twice and a sum per health council")
  func sound() throws {
    let result = try run(row)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        Region Syddanmark, 2026-07-01

                                    clinics  deployed  vacant  left out  ceiling
        Sundhedsråd Fyn                   1         3       1         0        -

        """))
    #expect(
      result.errors.replacing(folder.path + "/c", with: "c") == """
        clinics.csv:1:6: note: no postcode is held against its municipality
          help: name a table of postcode and municipality with '--postcodes'
        the report of 2026-07-01 is due on 2026-10-01
        the next report is of 2026-10-01
        no doctors on islands, and no annex 2
        wrote bilag-1-2026-07-01.xlsx, bilag-1-2026-07-01.csv in \(folder.path)/out

        """)
    #expect(written == ["bilag-1-2026-07-01.csv", "bilag-1-2026-07-01.xlsx"])
    #expect(try run(row, "--quiet").errors.isEmpty)
  }

  @Test("faults exit with 2, all of them told and nothing written")
  func faults() throws {
    let result = try run("57584,,Havnegade 1,Odense,0461,5000,solopraksis,1,2\n")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.replacing(folder.path + "/", with: "") == """
        clinics.csv:2:1: error: 'Ydernummer' is 57584; it takes six digits
          help: write 057584, in a column that holds text, so that the zeros stay
        clinics.csv:2:2: error: 'Praksisbetegnelse' is empty; it takes text
        clinics.csv:2:9: error: 'Antal ledige kapaciteter' is 2; no more than the 1 deployed can be vacant

        """)
    #expect(written.isEmpty)
  }

  @Test("a folder that cannot be written into is refused with 1, and the old files stay")
  func refused() throws {
    #expect(try run(row).status == 0)
    let annex = URL(fileURLWithPath: folder.path + "/out/bilag-1-2026-07-01.xlsx")
    let old = try Data(contentsOf: annex)
    let file = try folder.file(
      "clinics.csv", Self.header + "\n" + row.replacing("3,1", with: "3,2"))
    let limited = try Started(
      [
        "capacity", "report", file, "--out", folder.path + "/out", "--on", "2026-07-01",
        "--received", "2026-07-15",
      ],
      // No file above 1 KiB can be written, and a write beyond that fails as on a full disk.
      limits: "trap '' XFSZ; ulimit -f 1")
    let result = try limited.result()
    #expect(result.status == 1)
    // The library that packs the file has told of the disk before.
    #expect(
      result.errors.replacing(folder.path, with: ".").hasSuffix(
        """
        refused: './out/bilag-1-2026-07-01.xlsx' cannot be written
          help: check the free space, here and where temporary files are kept

        """))
    #expect(try Data(contentsOf: annex) == old)
  }

  @Test("without an output folder, or with a day that is none, it is a matter of usage")
  func usage() throws {
    for command in ["capacity report a.csv", "capacity report a.csv --out x --on 2026-7-1"] {
      #expect(try Program.run(command).status == 64)
    }
  }
}
