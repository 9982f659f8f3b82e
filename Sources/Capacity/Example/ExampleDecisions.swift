import Rules
import Units

/// Local facts and notices of an example, for thirty clinics each.
struct ExampleDecisions {
  let clinics: [ExampleClinic]
  let day: CalendarDate
  let dice: ExampleDice

  /// Rows of the table of local facts, with a heading.
  var factRows: [[String]] {
    let places = chosen("example.fact")
    return [["clinic", "fact", "change", "reason", "decided"]]
      + places.enumerated().map { number, place in
        let facts = MinimumPatientNumber.LocalFact.allCases
        let fact = facts[number % facts.count]
        // Fewer patients for every fact, but for staff, of whom there may be more.
        let patients = dice.whole(in: 2...16, "example.fact.change", place) * 25
        let change = fact == .staff && number % 2 == 0 ? patients : -patients
        let decided = day.advanced(byDays: -dice.whole(in: 0...90, "example.fact.day", place))
        return [
          clinics[place].id, fact.rawValue, "\(change)", Self.reason(fact, change: change),
          "\(decided)",
        ]
      }
  }

  private static func reason(
    _ fact: MinimumPatientNumber.LocalFact, change: Int
  ) -> String {
    let words =
      switch fact {
      case .staff: change > 0 ? "one nurse more than others" : "no nurse at present"
      case .premises: "one consulting room for two doctors"
      case .workSharing: "looks after the area's home visits"
      case .nursingHomeDuty: "attends two nursing homes"
      case .illness: "reduced hours for a time"
      case .specialPopulation: "many homeless patients"
      case .neighbours: "two clinics nearby take more"
      case .other: "rebuilding until next year"
      }
    return "synthetic example: \(words)"
  }

  /// Rows of the table of notices, with a heading. Every sixth lacks a part.
  var noticeRows: [[String]] {
    let parts = MinimumNotice.Part.allCases
    return [["clinic"] + parts.map(\.rawValue)]
      + chosen("example.notice").enumerated().map { number, place in
        let days = parts.indices.map { part -> String in
          guard number % 6 != 5 || part != number / 6 % parts.count else { return "" }
          let ago = dice.whole(in: 0...45, "example.notice.day", place * parts.count + part)
          return "\(day.advanced(byDays: -ago))"
        }
        return [clinics[place].id] + days
      }
  }

  private func chosen(_ decision: StaticString) -> [Int] {
    dice.some(30, of: Array(clinics.indices), decision).sorted()
  }
}
