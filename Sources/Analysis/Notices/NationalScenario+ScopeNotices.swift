import Diagnostics
import Rules
import Scenarios
import Units

extension NationalScenario {
  /// Names in adjustments, staff rules and caps that are known and meet nothing: a fee that is claimed
  /// nowhere, an exception from what was never meant, a form no list has.
  var scopeNotices: [Notice] {
    let claimed = ClaimedFees(of: self)
    let capped = (controls?.dailyCap?.fees ?? []).filter { !claimed.contains($0.value) }.map {
      Notice(
        "'\($0.text)' is claimed in no contact, so the daily cap never counts it",
        at: $0.position, help: "remove it, or name a fee that is claimed")
    }
    let adjusted = adjustments.flatMap { adjustment in
      let what = "the adjustment '\(adjustment.name)'"
      return claimed.notices(of: adjustment.names, in: [], what)
        + partNotices(of: adjustment, claimed, what)
        + formNotices(adjustment.forms, what)
    }
    let delegated = staff.flatMap { setting in
      let what = "'\(setting.name)'"
      return claimed.notices(
        of: setting.names, in: setting.contactTypes.map(\.value), what)
        + formNotices(setting.forms, what)
    }
    return capped + adjusted + delegated
  }

  /// Parts that no fee of the adjustment has.
  private func partNotices(
    of adjustment: Adjustment, _ claimed: ClaimedFees, _ what: String
  ) -> [Notice] {
    guard case .fees(let scope, _) = adjustment.of else { return [] }
    let paid = Set(claimed.claims(in: scope).flatMap(\.parts))
    return adjustment.parts.filter { !paid.contains($0.value) }.map {
      Notice(
        "no fee of \(what) has a \($0.text) above zero; that part has no effect",
        at: $0.position, help: "remove it, or name other fees")
    }
  }

  /// Forms of which no list of the year is, where nothing else is named: a reform that names others too
  /// is also for a baseline that has them. Of lists in a table nothing is known before it is read.
  private func formNotices(_ forms: [Located<PracticeForm>], _ what: String) -> [Notice] {
    guard case .synthetic = lists, !forms.contains(where: { hasLists(of: $0.value) }) else {
      return []
    }
    return forms.map {
      Notice(
        "no list is of the form '\($0.text)', so \(what) never meets one", at: $0.position,
        help: "remove it, or let some lists have the form")
    }
  }

  private func hasLists(of form: PracticeForm) -> Bool {
    switch form {
    case .selfEmployed, .outOfHours: true
    case .company: practices.companies.map { $0.share.high > .zero } ?? false
    case .salaried: groups.contains { $0.salariedShare.high > .zero }
    case .vacant: practices.vacantShare.high > .zero
    }
  }
}
