import Diagnostics
public import Rules
public import Scenarios
public import Units

/// What each payment model pays each practice, beside what the first pays.
public struct ModelComparison: Sendable {
  public let file: ScenarioFile
  public let scenario: ModelScenario
  /// Practice by practice, and for each of them model by model.
  public let results: [[Result]]

  /// A model's payments to a practice for a year.
  public struct Result: Sendable {
    /// One per component of the model, also of those that are only counted.
    public var payments: [PaymentModel.Payment]
    /// What is paid in all: the components that are paid, summed.
    public var total: Money
  }

  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when an amount outgrows exact money.
  public init(of file: ScenarioFile) throws {
    self.file = file
    let scenario = try file.modelScenario()
    self.scenario = scenario
    results = try scenario.practices.map { practice in
      try scenario.models.map { model in
        do throws(PaymentTooLarge) {
          let payments = try model.rule.payments(to: practice.year)
          let total = payments.reduce(Money.zero) { $1.isPaid ? $0 + $1.amount : $0 }
          return Result(payments: payments, total: total)
        } catch {
          throw Refusal(error, in: model, to: practice)
        }
      }
    }
  }

  /// What a model pays a practice more than the first model does.
  public func difference(practice: Int, model: Int) -> Money {
    results[practice][model].total - results[practice][0].total
  }

  /// What one payer pays a practice in all. Over the payers, the amounts sum to the total.
  public func paid(by payer: Int, practice: Int, model: Int) -> Money {
    results[practice][model].payments.filter(\.isPaid).flatMap(\.payers)
      .reduce(.zero) { $1.payer == payer ? $0 + $1.amount : $0 }
  }
}

extension Refusal {
  init(
    _ error: PaymentTooLarge, in model: ModelScenario.Model, to practice: ModelScenario.Practice
  ) {
    let year = practice.year
    let name = practice.name.map { "'\($0)'" } ?? "the practice"
    self.init(
      "'\(model.components[error.component].name)' of '\(model.name)' is more than a million "
        + "millions for \(name) with \(year.persons) "
        + "\(year.persons == .one ? "person" : "persons") and \(year.visitsPerPerson) visits",
      help: "check the amount, 'multipliers' and 'divided-by'")
  }
}
