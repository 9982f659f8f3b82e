import Diagnostics
import Documents
import Rules
import Scenarios
import Units

extension ComponentSetting {
  /// The components around one that is shares of others: only those above it have an amount yet.
  struct Neighbours {
    private let above: [Named<ComponentSetting>]
    private let below: [String]

    init(_ components: [Named<ComponentSetting>], around place: Int) {
      above = Array(components[..<place])
      below = components[place...].map(\.name.value)
    }

    /// Rates by place of the component; what is not above goes into the log.
    ///
    /// The rate of `in-all` is that of every component above that is paid.
    func parts(
      _ shares: [Named<Estimate>], _ log: inout FaultLog
    ) -> [PaymentComponent.Part]? {
      var parts: [PaymentComponent.Part] = []
      for share in shares {
        let (name, rate) = (share.name, share.value.central)
        if name.value == ModelSetting.inAll {
          parts += above.indices.filter { above[$0].value.isPaid }
            .map { .init(component: $0, rate: rate) }
        } else if let place = above.firstIndex(where: { $0.name.value == name.value }) {
          parts.append(.init(component: place, rate: rate))
        } else if below.contains(name.value) {
          log.add(
            "'\(name.text)' does not stand above", at: name.position,
            help: "a component is shares of those before it: write '\(name.text)' first")
          return nil
        } else {
          let names = above.map(\.name.value) + [ModelSetting.inAll]
          log.addUnknownName(name, among: names, in: "components above")
          return nil
        }
      }
      return parts
    }
  }

  /// Units, or the components it is shares of, in the author's words.
  var paidFor: String {
    switch basis {
    case .units(let units): units.per.map(\.text).joined(separator: " × ")
    case .shares(let shares): shares.map(\.name.text).joined(separator: " + ")
    }
  }
}
