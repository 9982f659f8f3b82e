import Analysis
import Diagnostics
import ScenarioSupport
import Scenarios
import Simulation
import Testing
import Units

@Suite("Calibration")
struct CalibrationTests {
  /// Two lines of a small nation, whose targets are what a small nation can reach.
  private func file() throws -> ScenarioFile {
    try ShippedScenario.nationWithAccounts(of: 20_000)
      .changing(
        "calibration",
        toYAML: """
          [{ free: contacts.residuals.practice.refund, fits: fee-refund },
           { free: contacts.residuals.practice.certificates, fits: certificates }]
          """
      )
      .changing("official.fee-refund", toYAML: "{ central: 25000000, source: a test }")
      .changing("official.certificates", toYAML: "{ central: 2000000, source: a test }")
  }

  @Test("chooses numbers that meet the lines, inside their intervals")
  func fits() throws {
    var told = 0
    let calibration = try Calibration(of: file()) { trial, _ in told = trial }
    #expect(calibration.rows.count == 2 && told == calibration.trials)
    for row in calibration.rows {
      #expect(abs(row.ratio.double - 1) < 0.001, "\(row.path)")
      #expect(row.fitted != row.start)
    }
    // The fitted scenario gives what the rows say.
    let scenario = try calibration.file.nationalScenario()
    let run = try NationalYear(scenario, of: calibration.file.nation(of: scenario)).run()
    #expect(
      AccountsFigures(run).value(of: .feeRefund) == calibration.rows[0].simulated)
  }

  @Test("a line that no number in the interval meets is told as missed, with how far it is off")
  func missed() throws {
    let file = try file().changing(
      "official.fee-refund", toYAML: "{ central: 9000000000, source: t }")
    let calibration = try Calibration(of: file)
    let row = calibration.rows[0]
    #expect(!row.isMet && row.difference < .zero && row.difference == row.ratio - .one)
    #expect(calibration.rows[1].isMet)
    #expect(calibration.missed.map(\.line) == [.feeRefund])
  }

  @Test("a line is met within a thousandth of it, on either side")
  func tolerance() throws {
    var row = try Calibration(of: file()).rows[0]
    row.official = Ratio(1_000_000)
    for (simulated, isMet) in [
      (999_000, true), (1_001_000, true), (998_999, false), (1_001_001, false),
    ] {
      row.simulated = Ratio(simulated)
      #expect(row.isMet == isMet, "\(simulated)")
    }
  }

  @Test(
    "says what is missing",
    arguments: [
      (
        "[{ free: contacts.same-day-shares, fits: total }]",
        "there is no number with a source at 'contacts.same-day-shares'"
      ),
      (
        "[{ free: population.persons, fits: total }]",
        "'population.persons' has no interval to be fitted in"
      ),
      (
        "[{ free: contacts.same-day-share, fits: start-up-grant }]",
        "'contacts.same-day-share' fits 'start-up-grant', of which nothing official is known"
      ),
    ])
  func refused(yaml: String, words: String) throws {
    let file = try ShippedScenario.nation(of: 5_000).changing("calibration", toYAML: yaml)
    let error = #expect(throws: Faults.self) { try Calibration(of: file) }
    #expect(error?.description.contains(words) == true)
  }
}
