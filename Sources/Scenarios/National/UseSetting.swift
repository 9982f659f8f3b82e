public import Diagnostics
import Documents
public import Units

/// How much persons of each age use each service.
public struct UseSetting: Sendable {
  public var groups: [AgeGroup]
  public var source: Source
  /// Multiplies the use of every age, so that a year's total is met.
  public var levels: Levels

  public struct Levels: Sendable {
    public var consultations: Estimate
    public var simpleContacts: Estimate
    public var outOfHours: Estimate

    /// The largest there is.
    public static let most = 100
  }

  /// What official statistics say of an age group.
  public struct AgeGroup: Sendable {
    /// The first and the last age, in whole years.
    public var ages: ClosedRange<Int>
    /// Consultations per person and year, and the share of persons with at least one.
    public var consultations: Ratio
    public var withConsultation: Ratio
    public var outOfHours: Ratio
    public var withOutOfHours: Ratio
    /// Simple contacts per person and year.
    public var simpleContacts: Ratio
    /// A woman's consultations over a man's.
    public var womenToMen: Ratio
    public var position: SourcePosition
  }

  private enum Keys {
    static let groups = Key(
      "groups", Grammar<[AgeGroup]>.list(of: AgeGroup.grammar).located, "one row per age group")
    static let source = Key("source", Source.grammar, "who counted")
    private static let level = Estimate.grammar(of: .number(in: 0...Levels.most))
    static let consultations = Key(
      "consultations", level, "times the rows' consultations")
    static let simple = Key(
      "simple-contacts", level, "times the rows' contacts")
    static let outOfHours = Key(
      "out-of-hours", level, "times the rows' contacts")
    static let levels = Key(
      "levels",
      Grammar<Levels>.record(
        "levels", keys: [consultations.required, simple.required, outOfHours.required]
      ) { record, _ in
        Levels(
          consultations: record[consultations], simpleContacts: record[simple],
          outOfHours: record[outOfHours])
      }, "what the use of every age is multiplied by")
  }

  static let grammar = Grammar<UseSetting>.record(
    "use by age", keys: [Keys.groups.required, Keys.source.required, Keys.levels.required]
  ) { record, log in
    let groups = record[Keys.groups]
    let meet = zip(groups.value, groups.value.dropFirst()).allSatisfy {
      $0.ages.upperBound + 1 == $1.ages.lowerBound
    }
    guard groups.value[0].ages.lowerBound == 0, meet else {
      log.add(
        "the age groups leave a gap or overlap", at: groups.position,
        help: "start at age 0 and let each group start one year above the one before")
      return nil
    }
    return UseSetting(
      groups: groups.value, source: record[Keys.source], levels: record[Keys.levels])
  }
}

extension UseSetting.AgeGroup {
  private enum Keys {
    static let from = Key("from-age", Grammar.whole(in: 0...130), "the first age")
    static let to = Key("to-age", Grammar.whole(in: 0...130), "the last age")
    static let consultations = Key(
      "consultations", Grammar.number(in: 0...100), "consultations per person and year")
    static let any = Key("with-consultation", Grammar.share, "the share with one or more")
    static let outOfHours = Key(
      "out-of-hours", Grammar.number(in: 0...100), "out-of-hours contacts per person and year")
    static let anyOutOfHours = Key(
      "with-out-of-hours", Grammar.share, "the share with one or more")
    static let simple = Key(
      "simple-contacts", Grammar.number(in: 0...100), "simple contacts per person and year")
    static let ratio = Key(
      "women-to-men", Grammar.number(in: 0...10), "a woman's consultations over a man's")
  }

  static let grammar = Grammar<UseSetting.AgeGroup>.record(
    "an age group",
    keys: [
      Keys.from.required, Keys.to.required, Keys.consultations.required, Keys.any.required,
      Keys.simple.required, Keys.outOfHours.required, Keys.anyOutOfHours.required,
      Keys.ratio.required,
    ]
  ) { record, log in
    guard record[Keys.from] <= record[Keys.to] else {
      log.add(
        "the group runs from age \(record[Keys.from]) to \(record[Keys.to])", at: record.position,
        help: "write the lower age first")
      return nil
    }
    for (any, mean) in [(Keys.any, Keys.consultations), (Keys.anyOutOfHours, Keys.outOfHours)] {
      // A share with one or more cannot exceed the mean, and nobody has none of nothing.
      guard record[any] <= record[mean], (record[any] == .zero) == (record[mean] == .zero),
        record[any] < .one
      else {
        log.add(
          "'\(any.name)' is \(record[any]) where '\(mean.name)' is \(record[mean])",
          at: record.position,
          help: "the share with one or more is below 1 and at most the mean, and zero with it")
        return nil
      }
    }
    return UseSetting.AgeGroup(
      ages: record[Keys.from]...record[Keys.to], consultations: record[Keys.consultations],
      withConsultation: record[Keys.any], outOfHours: record[Keys.outOfHours],
      withOutOfHours: record[Keys.anyOutOfHours], simpleContacts: record[Keys.simple],
      womenToMen: record[Keys.ratio], position: record.position)
  }
}
