package import Ledger
import Rules
package import Units

/// Step: the grants of every list, earned by the month and paid in whole øre.
package struct GrantStep {
  private let lists: [PatientList]
  private let municipalities: [Municipality]
  private let bookkeeping: GrantBookkeeping
  /// The lists of each municipality that has any, municipality by municipality.
  private let towns: [(municipality: Int, lists: [Int])]
  /// What each list has earned this calendar year, rule by rule.
  private var accruals: [String: [Accrual]] = [:]
  /// What each list has been paid of each lump sum since the start of the run.
  private var lumpSumsPaid: [String: [Money]] = [:]
  private var perCapita = EarlierAmounts<PerCapitaBasis>()
  private var equalisation = EarlierAmounts<EqualisationBasis>()
  private var additions = EarlierAmounts<AdditionBasis>()

  private struct PerCapitaBasis: Equatable {
    var scale: PerCapitaScale
    var lengths: [Int]
    /// Lists that are paid a start-up grant instead.
    var startUp: [Bool]
  }

  private struct EqualisationBasis: Equatable {
    var grant: EqualisationGrant
    var rate: Money
    var lengths: [Int]
    /// Lists that have opened.
    var isOpen: [Bool]
  }

  private struct AdditionBasis: Equatable {
    /// The addition, after those before it.
    var additions: ArraySlice<GrantLaw.Addition>
    var due: [Due]
    /// Practices that are still what they were before they became something else.
    var earlier: Int
  }

  package init(
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
  package mutating func pay(
    lengths: [Int], under law: GrantLaw, month index: Int, to ledger: inout Ledger
  ) {
    if law.month.number == 1 { accruals = [:] }
    payPerCapita(lengths, law, index, &ledger)
    payEqualisation(lengths, law, index, &ledger)
    for grant in law.lumpSums { pay(grant, lengths, law, index, &ledger) }
  }

  private mutating func payPerCapita(
    _ lengths: [Int], _ law: GrantLaw, _ index: Int, _ ledger: inout Ledger
  ) {
    var replacing: [(basis: GrantBasis, lists: [Int])] = []
    for grant in law.startUp {
      let due = lists.indices.filter { isStartUp($0, grant.rule, lengths[$0], law.month) }
      let basis = grant.rule.basis
      let annual = law.perCapita.reduce(Money.zero) {
        basis.includes($1.name) ? $0 + grant.rule.annualAmount(at: $1.rule) : $0
      }
      let amounts = due.map { Due(list: $0, annual: annual) }
      earn(grant, grant.line, amounts, law, index, &ledger)
      replacing.append((basis, due))
    }
    let lists = lists
    for grant in law.perCapita {
      let startUp = replaced(by: replacing.filter { $0.basis.includes(grant.name) }.map(\.lists))
      func due(_ line: AccountLine, _ annual: (Int) -> Money) -> [Due] {
        let basis = PerCapitaBasis(scale: grant.rule, lengths: lengths, startUp: startUp)
        return perCapita.due("\(grant.name) \(line.rawValue)", from: basis) {
          lists.indices.filter { !startUp[$0] }.map { Due(list: $0, annual: annual($0)) }
        }
      }
      func annual(_ scale: PerCapitaScale, _ list: Int) -> Money {
        scale.annualAmount(persons: lengths[list], needIndex: lists[list].needIndex)
      }
      // The accounts show the tiers of the base grant apart, and of no other.
      guard bookkeeping == .accounts, grant.line == .baseGrant, grant.rule.tiers.count > 1 else {
        let all = due(grant.line) { annual(grant.rule, $0) }
        earn(grant, grant.line, all, law, index, &ledger)
        continue
      }
      let lastRate = grant.rule.atLastRate
      let flat = due(.baseGrant) { annual(lastRate, $0) }
      let rest = due(.breakPointSupplement) { annual(grant.rule, $0) - annual(lastRate, $0) }
      earn(grant, .baseGrant, flat, law, index, &ledger)
      earn(grant, .breakPointSupplement, rest, law, index, &ledger)
    }
  }

  /// By list, whether it is among some.
  private func replaced(by some: [[Int]]) -> [Bool] {
    var isReplaced = lists.map { _ in false }
    for list in some.joined() { isReplaced[list] = true }
    return isReplaced
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
    let (towns, municipalities) = (towns, municipalities)
    let isOpen = lists.map { $0.isOpen(in: law.month) }
    for grant in law.equalisation {
      let rate = law.perCapita.reduce(Money.zero) {
        grant.rule.basis.includes($1.name) ? $0 + $1.rule.rate(ofPlace: 1) : $0
      }
      let basis = EqualisationBasis(
        grant: grant.rule, rate: rate, lengths: lengths, isOpen: isOpen)
      let due = equalisation.due(grant.name, from: basis) {
        towns.flatMap { municipality, members -> [Due] in
          // A list counts in the mean from the month it opens.
          let members = members.filter { isOpen[$0] }
          guard !members.isEmpty else { return [] }
          let persons = members.reduce(0) { $0 + lengths[$1] }
          let amount = grant.rule.annualAmount(
            rate: rate, meanList: Ratio(persons, over: members.count),
            inhabitants: municipalities[municipality].inhabitants)
          return members.map { Due(list: $0, annual: amount) }
        }
      }
      earn(grant, grant.line, due, law, index, &ledger)
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
          payer: grant.payer, payee: .practice, line: grant.line, amount: amount, month: index,
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
    _ grant: GrantLaw.InForce<Rule>, _ line: AccountLine, _ due: [Due],
    _ law: GrantLaw, _ index: Int, _ ledger: inout Ledger
  ) {
    guard !due.isEmpty else { return }
    let origin = ledger.place(of: grant.origin)
    // A grant whose tiers are booked apart earns on two accounts.
    let account = "\(grant.name) \(line.rawValue)"
    let entry = Entry(payer: grant.payer, line: line, account: account, origin: origin)
    post(due, entry, law, index, &ledger)
    let lists = lists
    for (place, addition) in law.additions.enumerated() {
      let name = "\(account) \(addition.origin.name)"
      let earlier = lists.count { $0.earlier.map { law.day < $0.until } ?? false }
      let basis = AdditionBasis(additions: law.additions[...place], due: due, earlier: earlier)
      let own = additions.due(name, from: basis) {
        due.compactMap { grant in
          let practice = lists[grant.list].kind(on: law.day)
          guard addition.practices.contains(practice) else { return nil }
          let part = law.part(of: place, at: practice)
          return Due(list: grant.list, annual: grant.annual.scaled(by: part))
        }
      }
      var reason = addition.origin
      reason.grant = grant.origin.grant
      let entry = Entry(
        payer: addition.payer ?? grant.payer, line: line,
        account: name, origin: ledger.place(of: reason))
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
    _ due: [Due], _ entry: Entry, _ law: GrantLaw, _ index: Int,
    _ ledger: inout Ledger
  ) {
    var earned = accruals.removeValue(forKey: entry.account) ?? lists.map { _ in Accrual() }
    for own in due where isPaid(own.list) && lists[own.list].isOpen(in: law.month) {
      ledger.post(
        Posting(
          payer: entry.payer, payee: .practice, line: entry.line,
          amount: earned[own.list].payment(adding: law.part, of: own.annual), month: index,
          municipality: lists[own.list].municipality, list: own.list, origin: entry.origin))
    }
    accruals[entry.account] = earned
  }

  private func isPaid(_ list: Int) -> Bool {
    bookkeeping == .accounts || !lists[list].form.isMunicipal
  }
}

/// Which grants are written down.
package enum GrantBookkeeping {
  /// Those that are paid. A municipality pays its own practices nothing.
  case payments
  /// As the national accounts have it: municipal practices are credited like the others, and the
  /// break-point supplement stands apart from the base grant.
  case accounts
}

extension PatientList {
  /// Whole months since the list opened; `nil` when it is not new or not yet open.
  package func monthsOpen(in month: Month) -> Int? {
    guard let opened, isOpen(in: month) else { return nil }
    return (month.year - opened.year) * 12 + month.number - opened.month
  }
}
