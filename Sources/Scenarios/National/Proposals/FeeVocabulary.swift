import Diagnostics
import Documents
import RateBooks
import Rules

/// The names of contact types and fees that the proposals of a nation's year may use.
struct FeeVocabulary {
  /// Of contact types, in the order of the file.
  let types: [String]
  /// Codes that are claimed, those of supplements and residuals included.
  let claimed: [String]
  private let law: RateBook

  init(_ types: [ContactType], in law: RateBook) {
    self.types = types.map(\.name)
    claimed = types.flatMap(\.claimedCodes)
    self.law = law
  }

  /// Whether all are contact types; what is not goes into the log.
  func hasTypes(_ names: [Located<String>], _ log: inout FaultLog) -> Bool {
    let unknown = names.filter { !types.contains($0.value) }
    for name in unknown { log.addUnknownName(name, among: types, in: "contact types") }
    return unknown.isEmpty
  }

  /// Whether all are fees: of the law, of the contacts, or such as the conditions of the law name, since
  /// a tariff is longer than the part of it at hand. What is not goes into the log.
  func hasFees(_ names: [Located<String>], _ log: inout FaultLog) -> Bool {
    let strange = names.filter { !claimed.contains($0.value) && law.fees[$0.value] == nil }
    guard !strange.isEmpty else { return true }
    let named = law.fees.rules.flatMap(\.series.periods).compactMap(\.value?.conditions)
      .reduce(into: Set<String>()) { $0.formUnion($1.namedCodes) }
    let unknown = strange.filter { !named.contains($0.value) }
    for name in unknown {
      // A whole book of fees is no help, so what is told where no name is near is what is claimed.
      let near =
        nearName(to: name.value, among: claimed)
        ?? nearName(to: name.value, among: law.fees.rules.map(\.name))
        ?? nearName(to: name.value, among: named.sorted())
      log.add(
        "'\(name.text)' is not among the fees", at: name.position,
        help: near.map { "did you mean '\($0)'?" } ?? "claimed are \(once(claimed))")
    }
    return unknown.isEmpty
  }

  private func once(_ names: [String]) -> String {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
