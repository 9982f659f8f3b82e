import Diagnostics
import Documents
import Rules
import Units

/// A payment model as its author writes it.
struct ModelSetting: Sendable {
  /// Who pays components that do not say.
  var payer: Located<String>?
  var components: [Named<ComponentSetting>]

  /// The name of the sum of all components in tables.
  static let inAll = "in-all"

  private enum Keys {
    static let payer = Key(
      "payer", Grammar<String>.text.located, "who pays where a component says nothing")
    static let components = Key(
      "components",
      Grammar<[Named<ComponentSetting>]>.names(of: ComponentSetting.grammar),
      "what is paid; the parts are added up")
  }

  static let grammar: Grammar<ModelSetting> = .record(
    "a payment model", keys: [Keys.payer.optional, Keys.components.required]
  ) { record, log in
    let components = record[Keys.components]
    if let name = components.map(\.name).first(where: { $0.value == inAll }) {
      log.add(
        "'\(name.text)' is the name of the sum of all components", at: name.position,
        help: "choose another name")
      return nil
    }
    return ModelSetting(payer: record[maybe: Keys.payer], components: components)
  }

  /// The model as a rule; what its names do not stand for goes into the log.
  func model(
    named name: String, in names: ModelNames, _ log: inout FaultLog
  ) -> ModelScenario.Model? {
    var rules: [PaymentComponent?] = []
    for (place, component) in components.enumerated() {
      let neighbours = ComponentSetting.Neighbours(components, around: place)
      rules.append(
        component.value.rule(
          named: component.name, among: neighbours, payer: payer, in: names, &log))
    }
    guard !rules.contains(where: { $0 == nil }) else { return nil }
    return .init(
      name: name,
      components: components.map { .init(name: $0.name.value, paidFor: $0.value.paidFor) },
      rule: PaymentModel(components: rules.compactMap(\.self)))
  }
}
