import Diagnostics
import Documents
import Rules
import Scenarios
import Units

/// Who pays a component.
enum PayerSetting: Sendable {
  case one(Located<String>)
  case parts(Located<[Named<Part>]>)

  /// What one of several payers pays.
  enum Part: Sendable {
    case portion(Portion)
    /// Per unit and payment, before multipliers and weights.
    case amount(Estimate)
  }

  private enum Keys {
    static let amount = Key(
      "amount", Estimate.grammar(of: .number(in: 0...1_000_000_000)),
      "what the payer pays of each unit")
  }

  static let grammar = Grammar<[Named<Part>]>.names(
    of: .either(
      Grammar<Part>.record("a payer's amount", keys: [Keys.amount.required]) { record, _ in
        .amount(record[Keys.amount])
      }, when: { $0["amount"] != nil }, or: Portion.grammar.map(Part.portion))
  ).located.map(PayerSetting.parts)
}

extension PayerSetting {
  /// The split by places of payers.
  ///
  /// - Parameters:
  ///   - payers: The scenario's payers.
  ///   - hasUnits: Whether there is a unit that an amount can be paid for.
  ///   - log: Told what is unknown or does not add up.
  /// - Returns: `nil` when the log was told something.
  func split(among payers: [String], hasUnits: Bool, _ log: inout FaultLog) -> PayerSplit? {
    switch self {
    case .one(let name):
      guard let place = payers.firstIndex(of: name.value) else {
        log.addUnknownName(name, among: payers, in: "payers")
        return nil
      }
      return .shares([.init(payer: place, number: .one)])
    case .parts(let parts):
      for part in parts.value where !payers.contains(part.name.value) {
        log.addUnknownName(part.name, among: payers, in: "payers")
        return nil
      }
      let places = parts.value.compactMap { payers.firstIndex(of: $0.name.value) }
      let amounts = parts.value.compactMap(\.value.amount)
      guard !amounts.isEmpty else {
        let shares = Portion.shares(
          parts.value.compactMap(\.value.portion), at: parts.position, &log)
        return shares.map { shares in
          .shares(zip(places, shares).map { .init(payer: $0, number: $1) })
        }
      }
      guard hasUnits else {
        log.add(
          "shares of other components have no units to pay an amount for", at: parts.position,
          help: "give each payer a share")
        return nil
      }
      let rests = parts.value.indices.filter { parts.value[$0].value.amount == nil }
      guard rests.count == 1, case .portion(.rest) = parts.value[rests[0]].value else {
        log.add(
          "one payer pays an amount, and nobody the rest", at: parts.position,
          help: "write 'rest' for one payer, and amounts for all others")
        return nil
      }
      let fixed = parts.value.indices.filter { $0 != rests[0] }
      return .amounts(
        zip(fixed, amounts).map { .init(payer: places[$0], number: $1.central) },
        rest: places[rests[0]])
    }
  }
}

extension PayerSetting.Part {
  fileprivate var amount: Estimate? {
    if case .amount(let amount) = self { amount } else { nil }
  }

  fileprivate var portion: Portion? {
    if case .portion(let portion) = self { portion } else { nil }
  }
}
