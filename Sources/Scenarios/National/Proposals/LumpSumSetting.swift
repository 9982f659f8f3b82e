public import Diagnostics
import Documents
import RateBooks
public import Rules
import Units

/// A grant a proposal asks for, of an amount nobody has put into law, to a share of the lists whose
/// practitioners run a practice of their own.
public struct LumpSumSetting: Sendable {
  public var name: String
  public var title: String
  public var payer: Payer
  public var amount: Estimate
  public var payable: LumpSumGrant.Payable
  /// The share of the lists with a self-employed practitioner or a company that have it, by lot.
  public var share: Estimate
  public var position: SourcePosition

  private enum Keys {
    static let title = Key("title", Grammar<String>.text, "what the grant is called")
    static let payer = Key("payer", Grammar<Payer>.choice, "who pays it")
    static let amount = Key(
      "amount", Estimate.grammar(of: .number(in: 0...1_000_000_000)), "what one list is paid")
    static let payable = Key(
      "payable", Grammar<LumpSumGrant.Payable>.choice, "yearly, by the month, or once")
    static let share = Key(
      "share", Estimate.grammar(of: .share),
      "the share of the lists with a self-employed practitioner or a company that have it, by lot; "
        + "salaried and vacant lists never do")
  }

  static let grammar = Grammar<[Named<LumpSumSetting>]>.names(
    of: .record(
      "a lump sum",
      keys: [
        Keys.title.required, Keys.payer.required, Keys.amount.required, Keys.payable.required,
        Keys.share.required,
      ]
    ) { record, _ in
      LumpSumSetting(
        name: "", title: record[Keys.title], payer: record[Keys.payer],
        amount: record[Keys.amount], payable: record[Keys.payable], share: record[Keys.share],
        position: record.position)
    })

  static func named(_ read: [Named<LumpSumSetting>]) -> [LumpSumSetting] {
    read.map { named in
      var setting = named.value
      setting.name = named.name.value
      return setting
    }
  }
}

extension RateBook {
  /// The law with the grants of a proposal beside its own, from the first day of a year.
  ///
  /// - Returns: `nil` when a grant has the name of one in the law; why is in the log.
  func granting(
    _ settings: [LumpSumSetting], from year: Int, _ log: inout FaultLog
  ) -> RateBook? {
    var rules = lumpSums.rules
    for setting in settings {
      guard lumpSums[setting.name] == nil else {
        log.add(
          "'\(setting.name)' is a grant of the law already", at: setting.position,
          help: "give the proposal's grant another name, or change the law under 'law'")
        return nil
      }
      let amount = Money.kroner(1).scaled(by: setting.amount.central)
      let unit = setting.payable == .yearly ? "\(currency)/year" : currency
      let period = Period(
        from: Month(year: year, number: 1).firstDay,
        value: LumpSumGrant(amount: amount, payable: setting.payable, onlyNamedLists: true),
        reference: Reference(
          title: setting.amount.source.description, document: setting.amount.path),
        position: setting.amount.position)
      rules.append(
        Rule(
          name: setting.name,
          series: Series(
            title: setting.title, unit: Located(unit, written: unit, at: setting.position),
            payer: setting.payer, periods: [period])))
    }
    var book = self
    book.lumpSums = Section(rules)
    return book
  }
}
