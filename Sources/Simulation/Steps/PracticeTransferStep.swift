import Ledger
import Rules
import Scenarios
public import Units

/// Step: what entrants and municipalities pay those who hand practices over.
///
/// The whole price is paid in the year of the transfer. Who borrows repays the lender over years, and
/// that is between the two of them: it is in the table, and not in the ledger.
struct PracticeTransferStep {
  private let setting: PracticeTransferSetting
  private let rule: PracticeTransfer
  private let transfers: Int

  init(_ setting: PracticeTransferSetting) {
    (self.setting, rule) = (setting, setting.rule)
    transfers = setting.transfersInYear
  }

  var year: TransferYear {
    TransferYear(
      transfers: transfers, price: rule.price, entrantPays: rule.entrantPays,
      municipalityPays: rule.municipalityPays,
      entrantAnnuity: setting.annuity.payment(for: rule.entrantPays),
      municipalAnnuity: setting.annuity.payment(for: rule.municipalityPays),
      sellersLoss: rule.sellersLoss,
      recruits: rule.recruits(perMillion: setting.recruitsPerMillion.central))
  }

  func post(booking: MunicipalBooking, to ledger: inout Ledger) {
    for (payer, each) in [
      (Account.practice, rule.entrantPays), (.municipality, rule.municipalityPays),
    ] {
      booking.post(
        transfers * each, from: payer, to: .seller, on: .practicePrice,
        because: rule.regime == .regulatedPrice ? setting.regulatedPrice : setting.marketPrice,
        in: &ledger)
    }
  }
}

/// What is paid for practices that are handed over in a year; money is per practice.
public struct TransferYear: Hashable, Sendable {
  public let transfers: Int
  public let price: Money
  /// The two parts of the price.
  public let entrantPays: Money
  public let municipalityPays: Money
  /// What each repays per year when it borrows its part.
  public let entrantAnnuity: Money
  public let municipalAnnuity: Money
  /// What the seller would have had more in the market.
  public let sellersLoss: Money
  /// General practitioners recruited in the country because entry is cheaper than in the market.
  public let recruits: Ratio
}
