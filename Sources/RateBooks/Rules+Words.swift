public import Rules
import Units

extension Money {
  /// Without decimals when there are none: `675`, `841.80`.
  var short: String { ore % 100 == 0 ? String(ore / 100) : description }
}

extension PerCapitaScale {
  public var words: String {
    let ends = tiers.dropFirst().map(\.above).map(Optional.some) + [paidUpTo]
    let parts = zip(tiers, ends).map { tier, end in
      switch (tier.above, end) {
      case (0, nil): tier.rate.short
      case (_, nil): "\(tier.rate.short) for places above \(tier.above)"
      case (_, let end?): "\(tier.rate.short) for places \(tier.above + 1)–\(end)"
      }
    }
    return parts.joined(separator: "; ") + (isWeightedByNeed ? " × need index" : "")
  }
}

extension StartUpGrant {
  public var words: String {
    "paid as \(paidAs) when the list is below \(listBelow) and its cap at least "
      + "\(listCapAtLeast), for \(longest) months" + basis.words
  }
}

extension EqualisationGrant {
  public var words: String {
    "rate × (\(referenceList) − municipal mean list) below \(municipalityBelow) inhabitants"
      + basis.words
  }
}

extension GrantBasis {
  /// What is added to the words of a grant that is reckoned from others; nothing where it is from the
  /// one in force.
  var words: String {
    switch self {
    case .theOneInForce: ""
    case .named(let names): ", of \(listed(Set(names)))"
    }
  }
}

extension LumpSumGrant {
  public var words: String {
    let conditions = [
      listBelow.map { "lists below \($0)" },
      municipalityBelow.map { "municipalities below \($0) inhabitants" },
      longest.map { "\($0) months" }, cap.map { "at most \($0.short)" },
      onlyNamedLists ? "closed scheme" : nil,
    ].compactMap(\.self)
    return "\(amount.short) \(payable.rawValue)"
      + (conditions.isEmpty ? "" : " (\(conditions.joined(separator: ", ")))")
  }
}

extension Fee {
  public var words: String {
    let payment = patientPayment == .zero ? "" : " + patient payment \(patientPayment.short)"
    let delegable = isDelegable.map { $0 ? ", delegable" : ", not delegable" } ?? ""
    let more =
      [delegated?.words, neutral?.words, budget == .care ? nil : budget.rawValue]
      .compactMap(\.self) + conditions.words
    return "\(honorarium.short) = refund \(refund?.short ?? "not published")"
      + " + copay \(copay?.short ?? "not published")\(payment)\(delegable)"
      + (more.isEmpty ? "" : " (\(more.joined(separator: "; ")))")
  }
}

extension CopayCard {
  public var words: String {
    let least = leastRepaid == .zero ? "" : "; less than \(leastRepaid.short) above it is borne"
    switch held {
    case .restOfYear: return "no copay for the rest of the calendar year" + least
    case .whileAbove: return "no copay until a higher ceiling comes into force" + least
    }
  }
}

extension CopayExemption {
  public var words: String { "ages \(ages.lowerBound)–\(ages.upperBound)" }
}

extension ListRight {
  public var words: String {
    let consent = ownConsentFromAge.map { "; own consent from age \($0)" } ?? ""
    let whose = isAnyones ? "; anyone's" : ""
    return "requires " + requires.map(\.rawValue).joined(separator: ", ") + whose + consent
  }
}

extension DailyFeeCap {
  public var words: String {
    "at most \(most) of \(listed(codes)), \(order == .dearestFirst ? "dearest" : "earliest") first"
  }
}

extension ListCap {
  public var words: String {
    [
      perPractitioner.map { "\($0) per practitioner" },
      perEnterprise.map { "\($0) per enterprise" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
