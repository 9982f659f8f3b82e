import Diagnostics
import Documents
import RateBooks
import Rules

/// The names that the law of a scenario may use in the conditions of its fees and in its caps.
///
/// A rate book alone may name codes and families that it does not hold: a tariff is longer than the part
/// of it at hand. A scenario may name them as well, and no others: what nobody has ever named is a slip.
struct LawVocabulary {
  /// Fees of the law and what contacts claim.
  let fees: Set<String>
  /// These, and what the conditions of the rate book name.
  let codes: Set<String>
  let families: Set<FeeFamily>
  let contactTypes: [String]

  /// - Parameters:
  ///   - law: The law with what the scenario adds.
  ///   - book: The law without.
  ///   - contacts: What is claimed.
  init(of law: RateBook, adding book: RateBook, _ contacts: ContactSetting) {
    fees = Set(law.fees.rules.map(\.name) + contacts.types.flatMap(\.claimedCodes))
    let conditions = book.fees.rules.flatMap(\.series.periods).compactMap(\.value?.conditions)
    codes = conditions.reduce(fees) { $0.union($1.namedCodes) }
    families = Set(conditions.flatMap(\.invalidWithFamilies))
    contactTypes = contacts.types.map(\.name)
  }

  /// Whether every name in what a scenario adds is one of them; what is not goes into the log.
  func knows(_ added: RateBook, _ log: inout FaultLog) -> Bool {
    var unknown: [(name: String, key: String, known: Set<String>, of: String, at: SourcePosition)] =
      []
    func look(
      _ names: Set<String>, _ key: String, among known: Set<String>, _ words: String,
      _ position: SourcePosition
    ) {
      unknown += names.subtracting(known).sorted().map { ($0, key, known, words, position) }
    }
    for period in added.fees.rules.flatMap(\.series.periods) {
      guard let conditions = period.value?.conditions else { continue }
      look(conditions.requires, "requires", among: fees, Self.feesOfLaw, period.position)
      for (key, names) in conditions.namedCodesByKey {
        look(names, key, among: codes, Self.feesOfLaw, period.position)
      }
      look(
        conditions.contactTypes, "contact-types", among: Set(contactTypes), "contact types",
        period.position)
      let strange = conditions.invalidWithFamilies.filter { !isKnown($0) }.map(\.name)
      look(
        Set(strange), "invalid-with-families", among: Set(families.map(\.name)),
        "families of fees", period.position)
    }
    for period in added.dailyFeeCaps.rules.flatMap(\.series.periods) {
      look(period.value?.codes ?? [], "codes", among: fees, Self.feesOfLaw, period.position)
    }
    for fault in unknown {
      let near = nearName(to: fault.name, among: fault.known)
      log.add(
        "'\(fault.key)' names '\(fault.name)', which is not among the \(fault.of)",
        at: fault.at,
        help: near.map { "did you mean '\($0)'?" }
          ?? (fault.of == Self.feesOfLaw
            ? "'takst rates' lists them"
            : "there are \(fault.known.sorted().joined(separator: ", "))"))
    }
    return unknown.isEmpty
  }

  private static let feesOfLaw = "fees of the law"

  private func isKnown(_ family: FeeFamily) -> Bool {
    families.contains(family) || codes.contains(where: family.contains)
  }
}

extension FeeConditions {
  /// Codes that need not be fees of the law, by the key they stand under.
  fileprivate var namedCodesByKey: [(key: String, codes: Set<String>)] {
    [
      ("invalid-with", invalidWith), ("valid-with", validWith), ("only-beside", onlyBeside ?? []),
      ("only-beside-out-of-hours", onlyBesideOutOfHours ?? []),
    ]
  }

  /// Codes that the conditions name, whether or not the law has them.
  var namedCodes: Set<String> {
    namedCodesByKey.reduce(requires) { $0.union($1.codes) }
  }
}
