import Diagnostics
import Documents
import Rules
import Scenarios
import Units

extension ComponentSetting {
  /// The component as a rule.
  ///
  /// - Parameters:
  ///   - name: Its own.
  ///   - neighbours: The components it may be shares of, and those it may not.
  ///   - payer: Whoever pays the model's components that do not say.
  ///   - names: The scenario's names.
  ///   - log: Told what a name does not stand for.
  /// - Returns: `nil` when the log was told something.
  func rule(
    named name: Located<String>, among neighbours: Neighbours, payer: Located<String>?,
    in names: ModelNames, _ log: inout FaultLog
  ) -> PaymentComponent? {
    let basis: PaymentComponent.Basis
    switch self.basis {
    case .units(let units):
      guard let counted = counted(units, in: names, &log) else { return nil }
      basis = .units(counted)
    case .shares(let shares):
      guard let parts = neighbours.parts(shares, &log) else { return nil }
      basis = .components(parts)
    }
    guard let scale = scale(in: names, &log),
      let split = split(of: name, payer: payer, in: names, &log)
    else { return nil }
    return PaymentComponent(
      basis: basis, scale: scale, timesAYear: timesAYear,
      factors: multipliers.map(\.value.central) + divisors.map { .one / $0.value.central },
      minimum: minimum?.central, maximum: maximum?.central,
      limitsPerPerson: limitsPer == .person, isPaid: isPaid, payers: split)
  }

  private func counted(
    _ units: Units, in names: ModelNames, _ log: inout FaultLog
  ) -> PaymentComponent.Units? {
    let counted = units.per.map { names.unit($0, &log) }
    guard !counted.contains(where: { $0 == nil }) else { return nil }
    let divided = zip(units.per, counted).filter { $0.1.map(names.isDivided) ?? false }
    guard divided.count < 2 else {
      log.add(
        "'\(divided[0].0.text)' times '\(divided[1].0.text)' counts nothing",
        at: divided[1].0.position,
        help: "multiply by what is counted per practice, such as points")
      return nil
    }
    let share = units.share?.central ?? .one
    guard !units.groups.isEmpty || units.weights != nil || price.isByGroup else {
      return .init(counted: counted.compactMap(\.self), share: share)
    }
    guard divided.count == 1 else {
      log.add(
        "what is counted per practice is not divided among groups", at: position,
        help: "take groups and weights away, or pay per person or visit")
      return nil
    }
    guard let weights = weights(units, in: names, &log) else { return nil }
    return .init(counted: counted.compactMap(\.self), weights: weights, share: share)
  }

  /// The weight of each group, times its own amount where there is one.
  private func weights(
    _ units: Units, in names: ModelNames, _ log: inout FaultLog
  ) -> [Ratio?]? {
    for group in units.groups where !names.groups.contains(group.value) {
      log.addUnknownName(group, among: names.groups, in: "groups")
      return nil
    }
    let chosen = Set(units.groups.isEmpty ? names.groups : units.groups.map(\.value))
    var weights: [Ratio?] = names.groups.map { chosen.contains($0) ? .one : nil }
    var factors: [(String, Located<[Named<Estimate>]>)] = []
    if let own = units.weights { factors.append(("weights", own)) }
    if case .byGroup(let amounts) = price { factors.append(("amount-by-group", amounts)) }
    for (key, values) in factors {
      guard
        let numbers = ModelNames.byGroup(
          values.value, groups: names.groups, chosen: chosen, at: values.position, in: key, &log)
      else { return nil }
      weights = zip(weights, numbers).map { weight, number in
        if let weight, let number { weight * number } else { nil }
      }
    }
    return weights
  }

  private func scale(in names: ModelNames, _ log: inout FaultLog) -> PaymentScale? {
    func levels(_ settings: [LevelSetting]) -> [PaymentScale.Level] {
      settings.map { .init(start: $0.start, value: $0.value.central) }
    }
    switch price {
    case .flat(let amount): return .flat(amount.central)
    case .byGroup, .asItIs: return .flat(.one)
    case .tiers(let tiers): return .tiers(levels(tiers))
    case .steps(let steps, let word):
      switch word?.value {
      case nil, ModelNames.listLength: return .steps(levels(steps), by: .listLength)
      case ModelNames.visits: return .steps(levels(steps), by: .visitsPerPerson)
      case let name?:
        let counts = names.counts.enumerated().filter { $0.element.value.per == .practice }
        if let count = counts.first(where: { $0.element.name.value == name }) {
          return .steps(levels(steps), by: .count(count.offset))
        }
        let known = [ModelNames.listLength, ModelNames.visits] + counts.map(\.element.name.value)
        if let word { log.addUnknownName(word, among: known, in: "counts per practice") }
        return nil
      }
    }
  }

  private func split(
    of name: Located<String>, payer: Located<String>?, in names: ModelNames,
    _ log: inout FaultLog
  ) -> PayerSplit? {
    let own = payers ?? payer.map(PayerSetting.one)
    var hasUnits = false
    if case .units = basis { hasUnits = true }
    if let own { return own.split(among: names.payers, hasUnits: hasUnits, &log) }
    guard names.payers.count == 1 else {
      log.add(
        "nobody is said to pay '\(name.text)'", at: name.position,
        help: "write 'payer' or 'payers' in it, or 'payer' for the whole model")
      return nil
    }
    return .shares([.init(payer: 0, number: .one)])
  }
}

extension ComponentSetting.Price {
  fileprivate var isByGroup: Bool {
    if case .byGroup = self { true } else { false }
  }
}
