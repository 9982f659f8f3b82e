import Rules
import Units

extension Amounts {
  var words: String {
    "delegated: refund \(refund.short) + copay \(copay.short)"
      + (patientPayment == .zero ? "" : " + patient payment \(patientPayment.short)")
  }
}

extension ProfessionNeutral {
  var words: String {
    "neutral for \(listed(professions)) in \(listed(forms))"
      + (requiresOwnership ? ", by ownership" : "")
  }
}

extension FeeConditions {
  /// What is set, in few words each; nothing of what is not.
  var words: [String] { wordsOfContact + wordsOfCombination + wordsOfRepetition }

  private var wordsOfContact: [String] {
    [
      unit.words,
      times.isEmpty ? nil : listed(times),
      contactTypes.isEmpty ? nil : listed(contactTypes),
      forms.isEmpty ? nil : listed(forms),
      onlySpecialists ? "only specialists" : nil,
      minimumMinutes > 0 ? "at least \(minimumMinutes) minutes" : nil,
      needsProcedure ? "with a procedure" : nil,
      needsDiagnosis ? "with a diagnosis" : nil,
    ].compactMap(\.self)
  }

  private var wordsOfCombination: [String] {
    [
      invalidWith.isEmpty ? nil : "not with \(listed(invalidWith))",
      invalidWithFamilies.isEmpty ? nil : "not with the families \(wordsOfFamilies)",
      onlyBeside.map { $0.isEmpty ? "with no other fee" : "beside no other than \(listed($0))" },
      onlyBesideOutOfHours.map { "out of hours beside no other than \(listed($0))" },
      requires.isEmpty ? nil : "only with \(listed(requires))",
    ].compactMap(\.self)
  }

  private var wordsOfFamilies: String {
    let families = invalidWithFamilies.map(\.name).sorted {
      (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1)
    }
    return families.joined(separator: ", ")
      + (validWith.isEmpty ? "" : " but for \(listed(validWith))")
  }

  private var wordsOfRepetition: [String] {
    let whose = mostCountsPatient ? "" : " and service"
    return [
      mostPerBill.map { "at most \($0) on a bill" },
      repeatedShare == .one ? nil : "repeated at \(repeatedShare)",
      reducedFrom.map { "refund × \(reducedShare) from time \($0)" },
      mostPerTwelveMonths.map { "at most \($0) in twelve months per patient\(whose)" },
      mostPerCalendarYear.map { "at most \($0) in a calendar year per patient\(whose)" },
    ].compactMap(\.self)
  }
}

extension FeeConditions.Unit {
  fileprivate var words: String? {
    switch self {
    case .contact: nil
    case .startedMinutes(let each, let free):
      "per started \(each) minutes" + (free > 0 ? " beyond \(free)" : "")
    }
  }
}

/// Words whose order does not matter, in an order that is always the same.
func listed(_ words: Set<String>) -> String { words.sorted().joined(separator: ", ") }

private func listed<Word: CaseIterable & RawRepresentable & Hashable>(
  _ words: Set<Word>
) -> String where Word.RawValue == String {
  Word.allCases.filter(words.contains).map(\.rawValue).joined(separator: ", ")
}
