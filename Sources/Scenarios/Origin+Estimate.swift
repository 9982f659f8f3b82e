public import Ledger
import Units

extension Origin {
  /// A posting whose size a number of the scenario decides.
  public init(of estimate: Estimate) {
    self.init(
      name: estimate.path, rate: estimate.central.description, position: estimate.position,
      source: estimate.source.description)
  }
}
