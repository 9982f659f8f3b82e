import Diagnostics
import Ledger
import Rules
import Scenarios
public import Units

/// Step: posts for doctors in specialisation, and the fees of their contacts.
///
/// Contacts are paid the mean of the run's consultations. Those that come on top are paid to the
/// practices on the usual lines, by payer as the run's consultations are; where the municipality has
/// the fees, the practices pass on those of all the posts' contacts. What comes on top is money only:
/// counts of contacts, by type or by age, are those that were drawn.
struct TrainingPostStep {
  private let setting: TrainingPostSetting
  private let consultations: PaymentVector
  private let rule: TrainingPosts

  /// - Parameters:
  ///   - setting: The posts.
  ///   - consultations: What all consultations of the run are paid.
  /// - Throws: ``Refusal`` when the posts have more consultations than all of the run.
  init(_ setting: TrainingPostSetting, among consultations: PaymentVector) throws(Refusal) {
    (self.setting, self.consultations, rule) = (setting, consultations, setting.rule)
    let all = consultations[PaymentVector.Lane.contacts]
    guard rule.contacts <= all else {
      throw Refusal(
        "training posts have \(rule.contacts) consultations, and the country has \(all)",
        help: "lower 'training-posts.posts' or 'training-posts.contacts'")
    }
  }

  private func fees(of contacts: Int) -> Money {
    TrainingPosts.fees(
      of: contacts, among: consultations[PaymentVector.Lane.contacts],
      paid: Money(ore: consultations.honorarium))
  }

  /// The fees of contacts that come on top, lane by lane; they sum to the fees of that many contacts.
  private var additionalFees: [Money] {
    let weights = PaymentVector.postings.map { consultations[$0.lane] }
    guard weights.contains(where: { $0 > 0 }) else { return weights.map { _ in .zero } }
    return fees(of: rule.additional).split(by: weights)
  }

  /// Contacts and money of the year.
  ///
  /// - Parameter persons: On lists.
  /// - Returns: What the posts came to.
  func year(persons: Int) -> TrainingYear {
    let all = consultations[PaymentVector.Lane.contacts]
    return TrainingYear(
      contacts: rule.contacts, takenOver: rule.takenOver, additional: rule.additional,
      meanFee: Ratio(consultations.honorarium, over: 100 * max(all, 1)),
      roomForPersons: rule.roomForPersons(consultations: all, persons: persons),
      feesTakenOver: fees(of: rule.takenOver), additionalFees: fees(of: rule.additional))
  }

  func post(booking: MunicipalBooking, to ledger: inout Ledger) {
    booking.post(
      rule.annualSalary, from: .municipality, to: .staff, on: .salary, because: setting.salary,
      in: &ledger)
    booking.post(
      rule.annualSupervision, from: .municipality, to: .practice, on: .supervision,
      because: setting.supervisionPay, in: &ledger)
    booking.post(
      rule.annualGrant, from: .state, to: .municipality, on: .trainingGrant,
      because: setting.stateGrant, in: &ledger)
    for (posting, amount) in zip(PaymentVector.postings, additionalFees) {
      booking.post(
        amount, from: posting.payer, to: .practice, on: posting.line,
        because: setting.additionalShare, in: &ledger)
    }
    guard rule.feesTo == .municipality else { return }
    booking.post(
      fees(of: rule.takenOver) + additionalFees.reduce(.zero, +), from: .practice,
      to: .municipality, on: .trainingFees, because: setting.contacts, in: &ledger)
  }
}

/// What posts for doctors in specialisation came to in a year.
public struct TrainingYear: Hashable, Sendable {
  /// Consultations of the posts: those the holders of the lists would have had, and those on top.
  public let contacts: Int
  public let takenOver: Int
  public let additional: Int
  /// Kroner per consultation, the mean of the run.
  public let meanFee: Ratio
  /// Persons the lists could grow by before their holders have as many consultations as before.
  public let roomForPersons: Ratio
  /// What the consultations taken over are paid, whoever has it.
  public let feesTakenOver: Money
  /// What those on top are paid by state and patients.
  public let additionalFees: Money
}
