import Diagnostics
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import Units

/// What patients and practices answer to, as means over a nation's year.
struct Prices {
  /// What a patient pays for a contact with a practice.
  var copay: Double
  /// What a practice is paid for one.
  var fee: Double
  /// The part of what practices are paid that grants are.
  var baseShare: Double
  /// What the optimising practice answers to; `nil` where no practice optimises.
  var rewards: Rewards?
}

extension Prices {
  /// - Parameters:
  ///   - run: The year; a year without contacts has no price for one, which is zero here.
  ///   - theory: Who answers.
  /// - Throws: `Refusal` when practices optimise and nothing says what contacts take.
  init(of run: NationalRun, for theory: BehaviourSetting.Theory) throws(Refusal) {
    let services: [Service] = [.consultation, .simpleContact]
    let sums = services.map { run.sums(of: $0) }
    let contacts = Double(max(1, sums.reduce(0) { $0 + $1.contacts }))
    copay =
      kroner(sums.reduce(.zero) { $0 + $1.copay + $1.uninsured + $1.patientPayment }) / contacts
    fee = kroner(sums.reduce(.zero) { $0 + $1.honorarium }) / contacts
    let grants = kroner(run.paidToPractices { $0.line.isGrant })
    let all = kroner(run.paidToPractices { _ in true })
    baseShare = all > 0 ? grants / all : 0
    rewards = theory == .optimising ? try Rewards(of: run) : nil
  }
}

/// An amount in the unit of the currency, for numerical methods alone.
func kroner(_ amount: Money) -> Double { Double(amount.ore) / 100 }
