import Diagnostics
import Documents
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Scenarios that are read again with a number changed")
struct RememberingTests {
  /// All that is read, in words.
  private func words(_ file: ScenarioFile) throws -> String {
    var words = ""
    dump(try file.nationalScenario(), to: &words)
    return words
  }

  @Test("every interval of a national scenario, at either end, is read as from the start")
  func ranges() throws {
    let path = Repository.path("Scenarios/norway/baseline-2023.yaml")
    let file = try ScenarioFile(reading: path)
    let remembered = file.remembering()
    #expect(try words(remembered) == words(file))
    #expect(file.ranges.count > 20)
    for path in file.ranges {
      for end in End.allCases {
        let (own, other) = (try file.taking(end, of: path), try remembered.taking(end, of: path))
        #expect(try words(own) == words(other), "\(path) \(end)")
      }
    }
  }

  @Test("a law that is changed is checked again, and one that is not stays sound")
  func law() throws {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/baseline-2023.yaml"))
    let unit = "law.equalisation-grants.equalisation-grant.unit"
    func message(_ file: ScenarioFile) throws -> String {
      let other = Node(.scalar("DKK/year", isQuoted: true), at: file.document.position)
      do throws(Faults) {
        _ = try file.changing(unit, to: other).nationalScenario()
        return ""
      } catch {
        return error.description
      }
    }
    #expect(try message(file.remembering()) == message(file))
    #expect(try message(file).contains("DKK"))
    #expect(
      try file.remembering().setting("other-copay.mean", to: Ratio(1)).nationalScenario()
        .otherCopay.mean.central == Ratio(1))
  }
}
