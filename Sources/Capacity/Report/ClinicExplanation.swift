public import Diagnostics
import Foundation
import Ledger
import RateBooks
import Reports
import Rules
import Scenarios
import Units

/// One clinic's way through a plan of capacities: from the need of its patients to the number from which
/// it may close, and what it is paid.
public struct ClinicExplanation: Sendable {
  private let plan: CapacityPlan
  private let place: Int
  private let wording = Wording(.english)

  /// - Parameters:
  ///   - plan: The plan.
  ///   - number: The clinic's ydernummer.
  /// - Throws: ``Refusal`` when there is no such clinic.
  public init(of plan: CapacityPlan, clinic number: String) throws(Refusal) {
    let numbers = plan.inputs.clinics.map(\.number)
    guard let place = numbers.firstIndex(of: number) else {
      let near = nearName(to: number, among: numbers)
      throw Refusal(
        "there is no clinic '\(number)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the numbers are those of the table of clinics")
    }
    (self.plan, self.place) = (plan, place)
  }

  public func text() -> String {
    [title, capacityPart, needPart, modelPart, decisionPart, noticePart, moneyPart]
      .joined(separator: "\n\n") + "\n"
  }

  private var clinic: Clinic { plan.inputs.clinics[place] }
  private var minimum: ClinicMinimum { plan.minimums[place] }
  private var day: CalendarDate { plan.plan.day.value }
  private var council: Int { plan.inputs.areas.municipalities[clinic.municipality].council }

  private func count(_ number: Int) -> String { wording.text(.count(number)) }
  private func count(_ number: Int, _ noun: String) -> String {
    counted(number, noun, as: count(number))
  }
  private func number(_ ratio: Ratio) -> String { wording.number(ratio, decimals: 4) }

  private var title: String {
    let municipality = plan.inputs.areas.municipalities[clinic.municipality]
    let about = [clinic.address, clinic.postcode, clinic.form].filter { !$0.isEmpty }
    return "\(clinic.number), \(clinic.name), \(municipality.name) (\(municipality.code)), "
      + "\(plan.inputs.areas.councils[council].title): \(count(clinic.patients, "patient"))"
      + (about.isEmpty ? "" : "\n  " + about.joined(separator: ", "))
  }

  private var capacityPart: String {
    let holding = plan.inputs.holdings[place]
    let withdrawn = clinic.capacities - minimum.capacities
    return """
      1. Capacities, and who holds them
        \(count(clinic.capacities)) deployed; \(count(holding.specialists)) held by specialists, \
      \(count(holding.underAgreement)) under the agreement, \(count(holding.vacant)) vacant
      """
        + (withdrawn > 0
          ? "\n  \(count(withdrawn)) withdrawn and deployed elsewhere in the council" : "")
  }

  private var needPart: String {
    let basis =
      switch minimum.basis {
      case .ownPatients: "of its own patients"
      case .splitClinic: "of the clinic it was split from, \(clinic.splitFrom ?? "")"
      case .area: "of its municipality, for nothing is calculated for the clinic"
      }
    return """
      2. The need \(basis)
        \(number(minimum.needPerPatient)) a patient, where the country's mean is 1
      """
  }

  private var modelPart: String {
    let perCapacity = plan.needPerCapacity(of: council)
    let setting = plan.plan.minimum
    let area = setting.level == .council ? plan.inputs.areas.councils[council].title : "the country"
    return """
      3. The model's number
        need of \(area) / \(setting.basis.rawValue) capacities = \(number(perCapacity)) mean persons a \
      capacity
        \(count(minimum.capacities)) × \(number(perCapacity)) / \(number(minimum.needPerPatient)) = \
      \(count(minimum.model, "patient")), to the nearest whole
      """
  }

  private var decisionPart: String {
    let facts = minimum.facts.map { fact in
      "  \(fact.change < 0 ? "−" : "+")\(fact.change.magnitude)  \(fact.fact.rawValue): \(fact.reason) "
        + "(decided \(fact.decided))"
    }
    let limit = law(.closingLimit)
    return
      (["4. The decided number: \(count(minimum.decided))"] + facts + [
        "  at most \(count(limit.value)) a capacity  [\(limit.position)]",
        "  well above today's \(count(minimum.current)) and the clinic's patients: "
          + (minimum.needsAgreementFirst ? "yes, so an agreement is sought first" : "no"),
      ]).joined(separator: "\n")
  }

  private var noticePart: String {
    let notice = law(.minimumNotice)
    var lines = ["5. In force on \(day): \(count(minimum.inForce))"]
    if minimum.decided > minimum.current {
      let told = MinimumNotice.Part.allCases.map { part in
        "  \(part.rawValue): \(minimum.notice?.day(of: part)?.description ?? "not yet")"
      }
      lines += told
      lines.append(
        "  \(count(notice.value, "day")) after the last of them: "
          + (minimum.earliest?.description ?? "not before notice is complete")
          + "  [\(notice.position)]")
      lines += minimum.steps.map { "  from \($0.day): \(count($0.number))" }
    } else {
      lines.append("  no more than today's \(count(minimum.current)), so that no notice is needed")
    }
    if let body = plan.complaintBody {
      lines.append("  complaints are heard by \(wording.text(.term(body.rawValue)))")
    }
    lines.append(
      "  the clinic has \(count(clinic.patients, "patient")) and "
        + (minimum.mayClose ? "may close" : "may not close"))
    return lines.joined(separator: "\n")
  }

  private var moneyPart: String {
    let postings = plan.ledger.postings.filter { $0.list == place }
    guard !postings.isEmpty else { return "6. The plan has no money" }
    let lines = postings.map { posting in
      let origin = plan.ledger.origins[posting.origin]
      return "  \(posting.line.rawValue)  \(wording.text(.money(posting.amount)))  \(origin.name) "
        + "\(origin.rate)  [\(origin.position)]"
    }
    let sum = postings.reduce(Money.zero) { $0 + $1.amount }
    return
      (["6. What the region pays a year: \(wording.text(.money(sum))) \(plan.plan.law.currency)"]
      + lines).joined(separator: "\n")
  }

  /// A limit in force on the day of the plan, with its line.
  private func law(_ limit: CapacityLimit) -> (value: Int, position: SourcePosition) {
    guard
      let (value, period) = plan.plan.law.capacityLimits[limit.rawValue]?.series.inForce(on: day)
    else { preconditionFailure("a plan without '\(limit.rawValue)' is refused when it is read") }
    return (value.rounded, period.position)
  }
}
