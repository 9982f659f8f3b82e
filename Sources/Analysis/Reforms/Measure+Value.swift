public import Diagnostics
public import Ledger
import Practices
import Rules
public import Scenarios
public import Simulation
public import Units

extension Measure {
  /// What a year came to: kroner, or a share.
  ///
  /// - Parameters:
  ///   - run: The year.
  ///   - baseline: What shares that gain or lose compare with; a practice has its form there.
  /// - Returns: The value; a share of nothing is zero. Whether it means anything is told by
  ///   ``refusal(in:against:)``.
  public func value(in run: NationalRun, against baseline: NationalRun) -> Ratio {
    switch self {
    case .baseShare:
      let all = run.flowToPractices { _ in true }
      return all == .zero
        ? .zero : Ratio(run.flowToPractices(where: \.isGrant).ore, over: all.ore)
    case .gaining(let form), .losing(let form):
      let lists = baseline.year.nation.lists
      let group = Winners(of: run, against: baseline).group {
        form == nil || lists[$0].form == form
      }
      let isLosing = self == .losing(form)
      return Ratio(isLosing ? group.losing : group.gaining, over: max(group.practices, 1))
    case .visits(let form):
      return Ratio(run.visits { form == nil || $0.form == form })
    case .contacts(let type): return Ratio(run.sums(ofType: run.place(ofType: type)).contacts)
    default: return Ratio(money(in: run).ore, over: 100)
    }
  }

  /// Why a measure has no value in a year, where it has none.
  ///
  /// - Parameters:
  ///   - run: The year.
  ///   - baseline: What it is compared with.
  /// - Returns: What to say; `nil` for a measure that has a value.
  public func refusal(in run: NationalRun, against baseline: NationalRun) -> Refusal? {
    if case .income = self, run.scenario.work == nil {
      return Refusal(
        "'\(name)' is what is left after costs, and the scenario has no 'work' that states them",
        help: "add 'work', or choose '\(name.replacing("income.", with: "receipts."))'")
    }
    guard comparesLists, ListMatch(of: run, against: baseline).isEmpty else { return nil }
    return Refusal(
      "'\(name)' compares lists with themselves, and the reform has other lists than the baseline",
      help: "choose a measure of sums, or give the baseline the same table of lists")
  }

  private func money(in run: NationalRun) -> Money {
    let lists = run.year.nation.lists
    func paid(_ isCounted: (Posting) -> Bool) -> Money { run.paidToPractices(where: isCounted) }
    switch self {
    case .baseShare, .gaining, .losing, .visits, .contacts:
      preconditionFailure("'\(name)' is no money")
    case .total: return run.flowToPractices { _ in true }
    case .grants: return run.flowToPractices(where: \.isGrant)
    case .fees: return run.flowToPractices { !$0.isGrant }
    case .payer(let payer):
      let account = payer.account
      return run.flows.total { $0.payer == account }
    case .receipts(let form):
      return paid { $0.list.map { lists[$0].form == form } ?? false }
    case .income(let form):
      return run.scenario.work.map { Workload(of: run, form: form, by: $0).net } ?? .zero
    case .receiptsOfSpecialists(let isSpecialist):
      return paid { posting in
        posting.list.map {
          lists[$0].isSpecialist == isSpecialist && lists[$0].form != .vacant
        } ?? false
      }
    case .ofType(let part, let type):
      let sums = run.sums(ofType: run.place(ofType: type))
      return switch part {
      case .refund: sums.refund + sums.uninsured
      case .certificates: sums.certificates
      case .copay: sums.copay + sums.ceilingCopay + sums.exemptCopay
      case .patientPayment: sums.patientPayment
      }
    }
  }
}

extension Measure.Payer {
  fileprivate var account: Account {
    switch self {
    case .municipality: .municipality
    case .state: .state
    case .patient: .patient
    }
  }
}

extension NationalRun {
  /// What practices with lists receive as grants and fees, among the chosen postings. What they are
  /// paid for posts and practices is not in it.
  public func paidToPractices(where isCounted: (Posting) -> Bool) -> Money {
    ledger.total { $0.payee == .practice && !$0.line.isBesideAccounts && isCounted($0) }
  }

  /// The same by line alone, without a pass over the postings.
  func flowToPractices(where isCounted: (AccountLine) -> Bool) -> Money {
    flows.total { $0.payee == .practice && !$0.line.isBesideAccounts && isCounted($0.line) }
  }

  /// The place of a contact type that the scenario has.
  fileprivate func place(ofType type: String) -> Int {
    scenario.contacts.types.firstIndex { $0.name == type } ?? 0
  }

  /// What the practice of each list receives less what it pays on, in the order of the lists.
  var incomes: [Money] {
    var incomes = Array(repeating: Money.zero, count: year.nation.lists.count)
    for posting in ledger.postings {
      guard let list = posting.list else { continue }
      if posting.payee == .practice { incomes[list] += posting.amount }
      if posting.payer == .practice { incomes[list] -= posting.amount }
    }
    return incomes
  }
}
