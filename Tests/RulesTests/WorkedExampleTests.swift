import Foundation
import Rules
import TestSupport
import Testing

@Suite("Worked examples")
struct WorkedExampleTests {
  private static let examples: [String: [WorkedExample]] = [
    "Annuity": Annuity.workedExamples,
    "DifferentiatedBaseFee": DifferentiatedBaseFee.workedExamples,
    "DiscountRate": DiscountRate.workedExamples,
    "DutyPay": DutyPay.workedExamples,
    "EconomicFrame": EconomicFrame.workedExamples,
    "EqualisationGrant": EqualisationGrant.workedExamples,
    "ListCoverage": ListCoverage.workedExamples,
    "LumpSumGrant": LumpSumGrant.workedExamples,
    "PaymentModel": PaymentModel.workedExamples,
    "PerCapitaScale": PerCapitaScale.workedExamples,
    "PracticeTransfer": PracticeTransfer.workedExamples,
    "StartUpGrant": StartUpGrant.workedExamples,
    "TrainingPosts": TrainingPosts.workedExamples,
  ]

  @Test("every worked example comes out as its rule says")
  func examplesHold() {
    for (rule, examples) in Self.examples {
      #expect(!examples.isEmpty, "\(rule)")
      for example in examples {
        #expect(example.computed == example.expected, "\(rule): \(example.description)")
      }
    }
  }

  @Test("no rule's worked examples are left out of this test")
  func nothingIsLeftOut() throws {
    let folder = URL(fileURLWithPath: Repository.path("Sources/Rules"))
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var rules: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("static var workedExamples") else { continue }
      rules.insert(file.deletingPathExtension().lastPathComponent)
    }
    #expect(rules == Set(Self.examples.keys))
  }
}
