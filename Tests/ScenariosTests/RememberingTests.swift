import Diagnostics
import Documents
import ScenarioSupport
import TestSupport
import Testing
import Units

@testable import Scenarios

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
    #expect(file.ranges.count > 20 && remembered.known != nil && file.known == nil)
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
  }

  @Test("contacts are the same where prices differ, and others where anything else does")
  func contacts() throws {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/baseline-2023.yaml"))
    func isSame(setting path: String) throws -> Bool {
      let other = try file.setting(path, to: Ratio(1, over: 3))
      let isSame = file.hasSameContacts(as: other)
      #expect(isSame == other.hasSameContacts(as: file), "\(path)")
      #expect(isSame == !file.decidesContacts(at: path), "\(path)")
      return isSame
    }
    let prices = file.ranges.filter { $0.hasPrefix("contacts") && $0.hasSuffix(".copay") }
    #expect(!prices.isEmpty)
    for path in prices { #expect(try isSame(setting: path), "\(path)") }
    for path in ["population.exempt-share", "contacts.same-day-share", "other-copay.mean"] {
      #expect(try !isSame(setting: path), "\(path)")
    }
    #expect(
      try file.hasSameContacts(
        as: file.changing("tables", to: Node(.sequence([]), at: file.document.position))))
    #expect(
      try !file.hasSameContacts(
        as: file.changing("staff", to: Node(.mapping([]), at: file.document.position))))
  }
}
