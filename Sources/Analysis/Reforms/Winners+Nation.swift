import Practices
import Rules
public import Scenarios
public import Simulation
import Units

/// Of a nation, a practice is a list with a practitioner in the baseline and in the reform: the same list
/// by its identifier (``ListMatch``).
extension Winners {
  public init(of reform: NationalRun, against baseline: NationalRun) {
    self.init(of: reform, against: baseline, ListMatch(of: reform, against: baseline))
  }

  public init(of reform: NationalRun, against baseline: NationalRun, _ match: ListMatch) {
    let (old, new) = (baseline.year.nation.lists, reform.year.nation.lists)
    let compared = match.pairs.filter {
      old[$0.baseline].form != .vacant && new[$0.reform].form != .vacant
    }
    let (incomes, reformed) = (baseline.incomes, reform.incomes)
    self.init(
      of: compared.map(\.baseline), before: compared.map { incomes[$0.baseline] },
      after: compared.map { reformed[$0.reform] })
  }
}
