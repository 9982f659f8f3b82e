import Diagnostics
import Scenarios
import Units

/// Settings of a file that are sound and change nothing.
struct SettingNotices {
  private let scenario: NationalScenario
  /// The file whose lines are looked at.
  private let path: String
  private(set) var notices: [Notice] = []

  init(_ scenario: NationalScenario, of file: ScenarioFile) {
    (self.scenario, path) = (scenario, file.path)
    lookAtProposals()
    lookAtLists()
    lookAtResiduals()
  }

  private mutating func tell(_ what: String, at position: SourcePosition, help: String? = nil) {
    if position.file == path { notices.append(Notice(what, at: position, help: help)) }
  }

  /// Numbers at which a proposal does nothing, unless it is to be found or may be another in a sweep.
  private mutating func lookAtProposals() {
    let sought = Set(scenario.goals.map(\.number.value))
    func isIdle(_ number: Estimate, at idle: Ratio) -> Bool {
      number.central == idle && number.low == idle && number.high == idle
        && !sought.contains(number.path)
    }
    for adjustment in scenario.adjustments where isIdle(adjustment.factor, at: .one) {
      tell(
        "'\(adjustment.factor.path)' is 1, which changes nothing", at: adjustment.factor.position)
    }
    for staff in scenario.staff where isIdle(staff.share, at: .zero) {
      tell("'\(staff.share.path)' is 0: staff takes no contact", at: staff.share.position)
    }
    for grant in scenario.lumpSums {
      for number in [grant.share, grant.amount] where isIdle(number, at: .zero) {
        tell("'\(number.path)' is 0: nobody is paid the grant", at: number.position)
      }
    }
    if let years = scenario.phaseInYears, scenario.adjustments.isEmpty {
      tell(
        "'phase-in' is about adjustments, and there are none", at: years.position,
        help: "remove it, or write 'adjustments'")
    }
  }

  /// What is said of practices and nobody asks, because each list of a table says it itself.
  private mutating func lookAtLists() {
    guard case .file(let table) = scenario.lists else { return }
    let practices = scenario.practices
    let unread =
      [practices.specialistShare, practices.vacantShare, practices.newShare]
      + (practices.companies.map { [$0.share, $0.lists, $0.ownershipShare] } ?? [])
      + scenario.groups.flatMap { [$0.meanList, $0.salariedShare] }
      + scenario.lumpSums.map(\.share)
    // A scenario of its own must state most of them; a reform does so on purpose.
    for number in unread where scenario.isReform(at: number.position, of: table.position) {
      tell(
        "'\(number.path)' is not read: the lists come from '\(table.text)'", at: number.position,
        help: "remove it, and say it in the table of lists")
    }
  }

  /// Residuals that no contact type adds.
  private mutating func lookAtResiduals() {
    for residual in scenario.contacts.residuals
    where !scenario.contacts.types.contains(where: { $0.residual?.value == residual.name }) {
      tell("no contact type adds the residual '\(residual.name)'", at: residual.refund.position)
    }
  }
}

extension NationalScenario {
  /// Whether something is written in another file than the table of lists is named in, or in a reform
  /// that names one.
  fileprivate func isReform(at position: SourcePosition, of lists: SourcePosition) -> Bool {
    position.file != lists.file || groups.contains { $0.position.file != position.file }
  }
}
