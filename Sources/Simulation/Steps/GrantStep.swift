import Populations
import Rules
import Units

/// Step: the grants of every list, earned by the month and paid in whole øre.
struct GrantStep {
  private let lists: [PatientList]
  private let municipalities: [Municipality]
  private let bookkeeping: GrantBookkeeping
  /// The lists of each municipality that has any, municipality by municipality.
  private let towns: [(municipality: Int, lists: [Int])]
  /// What each list has earned this calendar year, rule by rule.
  private var accruals: [String: [Accrual]] = [:]
  /// What each list has been paid of each lump sum since the start of the run.
  private var lumpSumsPaid: [String: [Money]] = [:]

  init(
    lists: [PatientList], municipalities: [Municipality], bookkeeping: GrantBookkeeping = .payments
  ) {
    (self.lists, self.municipalities) = (lists, municipalities)
    self.bookkeeping = bookkeeping
    towns = Dictionary(grouping: lists.indices) { lists[$0].municipality }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Pays one month.
  ///
  /// - Parameters:
  ///   - lengths: Persons on each list at the start of the month.
  ///   - law: The grants in force.
  ///   - index: The place of the month in the run.
  ///   - ledger: Where the payments are written down.
  mutating func pay(lengths: [Int], under law: GrantLaw, month index: Int, to ledger: inout Ledger)
  {
    if law.month.number == 1 { accruals = [:] }
    payPerCapita(lengths, law, index, &ledger)
    payEqualisation(lengths, law, index, &ledger)
    for grant in law.lumpSums { pay(grant, lengths, law, index, &ledger) }
  }

  private mutating func payPerCapita(
    _ lengths: [Int], _ law: GrantLaw, _ index: Int, _ ledger: inout Ledger
  ) {
    for grant in law.startUp {
      let due = lists.indices.filter { isStartUp($0, grant.rule, lengths[$0], law.month) }
      let annual = law.perCapita.reduce(Money.zero) { $0 + grant.rule.annualAmount(at: $1.rule) }
      earn(grant, .startUpGrant, due.map { ($0, annual) }, law, index, &ledger)
    }
    for grant in law.perCapita {
      let due = lists.indices.filter { list in
        !law.startUp.contains { isStartUp(list, $0.rule, lengths[list], law.month) }
      }
      func annual(_ scale: PerCapitaScale) -> [(list: Int, amount: Money)] {
        due.map { list in
          let amount = scale.annualAmount(
            persons: lengths[list], needIndex: lists[list].needIndex)
          return (list, amount)
        }
      }
      guard bookkeeping == .accounts, grant.rule.tiers.count > 1 else {
        earn(grant, .baseGrant, annual(grant.rule), law, index, &ledger)
        continue
      }
      let flat = annual(grant.rule.atLastRate)
      let rest = zip(annual(grant.rule), flat).map { ($0.list, $0.amount - $1.amount) }
      earn(grant, .baseGrant, flat, law, index, &ledger)
      earn(grant, .breakPointSupplement, rest, law, index, &ledger)
    }
  }

  private func isStartUp(_ list: Int, _ grant: StartUpGrant, _ length: Int, _ month: Month) -> Bool
  {
    grant.isDue(
      persons: length, cap: lists[list].cap, monthsOpen: lists[list].monthsOpen(in: month))
  }

  private mutating func payEqualisation(
    _ lengths: [Int], _ law: GrantLaw, _ index: Int, _ ledger: inout Ledger
  ) {
    guard !law.equalisation.isEmpty else { return }
    let rate = law.perCapita.reduce(Money.zero) { $0 + $1.rule.rate(ofPlace: 1) }
    for grant in law.equalisation {
      let annual = towns.flatMap { municipality, members in
        let persons = members.reduce(0) { $0 + lengths[$1] }
        let amount = grant.rule.annualAmount(
          rate: rate, meanList: Ratio(persons, over: members.count),
          inhabitants: municipalities[municipality].inhabitants)
        return members.map { ($0, amount) }
      }
      earn(grant, .equalisationGrant, annual, law, index, &ledger)
    }
  }

  private mutating func pay(
    _ grant: GrantLaw.InForce<LumpSumGrant>, _ lengths: [Int], _ law: GrantLaw, _ index: Int,
    _ ledger: inout Ledger
  ) {
    let due = lists.indices.filter { isDue(grant, to: $0, lengths[$0], law.month) }
    guard !due.isEmpty else { return }
    let origin = ledger.place(of: grant.origin)
    var paid = lumpSumsPaid[grant.name] ?? lists.map { _ in .zero }
    var earned = accruals.removeValue(forKey: grant.name) ?? lists.map { _ in Accrual() }
    for list in due {
      let owed =
        switch grant.rule.payable {
        case .once: paid[list] == .zero ? grant.rule.amount : .zero
        case .yearly: earned[list].payment(adding: law.part, of: grant.rule.amount)
        }
      let amount = grant.rule.payment(of: owed, after: paid[list])
      paid[list] += amount
      ledger.post(
        Posting(
          payer: grant.payer, payee: .practice, line: .lumpSum, amount: amount, month: index,
          municipality: lists[list].municipality, list: list, origin: origin))
    }
    lumpSumsPaid[grant.name] = paid
    accruals[grant.name] = earned
  }

  private func isDue(
    _ grant: GrantLaw.InForce<LumpSumGrant>, to list: Int, _ length: Int, _ month: Month
  ) -> Bool {
    let (own, grants) = (lists[list], lists[list].grants)
    let applicant = LumpSumGrant.Applicant(
      persons: length, inhabitants: municipalities[own.municipality].inhabitants,
      monthsOpen: own.monthsOpen(in: month), isNamed: grants.contains(grant.name))
    return !own.form.isMunicipal && own.isOpen(in: month) && grant.rule.isDue(to: applicant)
  }

  /// Earns a month of yearly amounts and posts what is due. What is posted for municipal practices
  /// is told by ``GrantBookkeeping``.
  private mutating func earn<Rule: Hashable>(
    _ grant: GrantLaw.InForce<Rule>, _ line: AccountLine, _ annual: [(list: Int, amount: Money)],
    _ law: GrantLaw, _ index: Int, _ ledger: inout Ledger
  ) {
    guard !annual.isEmpty else { return }
    let origin = ledger.place(of: grant.origin)
    // A grant whose tiers are booked apart earns on two accounts.
    let account = "\(grant.name) \(line.rawValue)"
    let entry = Entry(payer: grant.payer, line: line, account: account, origin: origin)
    post(annual, entry, law, index, &ledger)
    for addition in law.additions {
      let own = annual.compactMap { list, amount in
        addition.practices.contains(PracticeKind(lists[list]))
          ? (list: list, amount: amount.scaled(by: addition.part)) : nil
      }
      let entry = Entry(
        payer: addition.payer ?? grant.payer, line: line,
        account: "\(account) \(addition.origin.name)", origin: ledger.place(of: addition.origin))
      post(own, entry, law, index, &ledger)
    }
  }

  /// What the postings of one grant on one line have in common.
  private struct Entry {
    var payer: Account
    var line: AccountLine
    /// What is rounded together from month to month.
    var account: String
    var origin: Int
  }

  private mutating func post(
    _ annual: [(list: Int, amount: Money)], _ entry: Entry, _ law: GrantLaw, _ index: Int,
    _ ledger: inout Ledger
  ) {
    var earned = accruals.removeValue(forKey: entry.account) ?? lists.map { _ in Accrual() }
    for (list, amount) in annual where isPaid(list) && lists[list].isOpen(in: law.month) {
      ledger.post(
        Posting(
          payer: entry.payer, payee: .practice, line: entry.line,
          amount: earned[list].payment(adding: law.part, of: amount), month: index,
          municipality: lists[list].municipality, list: list, origin: entry.origin))
    }
    accruals[entry.account] = earned
  }

  private func isPaid(_ list: Int) -> Bool {
    bookkeeping == .accounts || !lists[list].form.isMunicipal
  }
}

/// Which grants are written down.
enum GrantBookkeeping {
  /// Those that are paid. A municipality pays its own practices nothing.
  case payments
  /// As the national accounts have it: municipal practices are credited like the others, and the
  /// break-point supplement stands apart from the base grant.
  case accounts
}

extension PatientList {
  /// Whole months since the list opened; `nil` when it is not new or not yet open.
  func monthsOpen(in month: Month) -> Int? {
    guard let opened, isOpen(in: month) else { return nil }
    return (month.year - opened.year) * 12 + month.number - opened.month
  }
}
