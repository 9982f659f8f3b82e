public import Diagnostics
import Documents
import Units

/// Municipalities of a size: how many, and what their lists are like.
public struct MunicipalityGroup: Sendable {
  /// The author's key, for example `under-2000`.
  public var key: String
  public var title: String
  /// Only municipalities with fewer inhabitants; `nil` for the largest.
  public var below: Int?
  /// Where ``below`` is written, or the group.
  public var position: SourcePosition
  /// How many there are, and their inhabitants together; used when no table names them.
  public var count: Int
  public var inhabitants: Estimate
  /// Persons per list.
  public var meanList: Estimate
  /// The share of lists whose practitioner is employed by the municipality.
  public var salariedShare: Estimate

  /// Of all groups together. No country for which rates are negotiated has as many.
  private static let mostMunicipalities = 20_000

  private enum Keys {
    static let title = Key("title", Grammar<String>.text, "what the group is called")
    static let below = Key(
      "below", Grammar.whole(in: 1...1_000_000_000).located,
      "only municipalities with fewer inhabitants")
    static let count = Key(
      "municipalities", Grammar.whole(in: 1...mostMunicipalities), "how many there are")
    static let inhabitants = Key(
      "inhabitants",
      Estimate.grammar(of: Grammar<Int>.whole(in: 1...1_000_000_000).map { Ratio($0) }),
      "their inhabitants together")
    static let meanList = Key(
      "mean-list", Estimate.grammar(of: .number(in: 1...100_000)), "persons per list")
    static let salaried = Key(
      "salaried-share", Estimate.grammar(of: .share),
      "the share of lists whose practitioner the municipality employs")
  }

  static let grammar = Grammar<MunicipalityGroup>.record(
    "a group of municipalities",
    keys: [
      Keys.title.required, Keys.below.optional, Keys.count.required, Keys.inhabitants.required,
      Keys.meanList.required, Keys.salaried.required,
    ]
  ) { record, _ in
    MunicipalityGroup(
      key: "", title: record[Keys.title], below: record[maybe: Keys.below]?.value,
      position: record[maybe: Keys.below]?.position ?? record.position,
      count: record[Keys.count], inhabitants: record[Keys.inhabitants],
      meanList: record[Keys.meanList], salariedShare: record[Keys.salaried])
  }

  /// The groups, smallest municipalities first.
  static let groups = Grammar<[Named<MunicipalityGroup>]>.names(of: grammar).located.map {
    located in
    (
      position: located.position,
      groups: located.value.map { named in
        var group = named.value
        group.key = named.name.value
        return group
      }
    )
  }.checked { read, position in
    let limits = read.groups.map { $0.below ?? .max }
    let falling = limits.indices.dropLast().first { limits[$0] >= limits[$0 + 1] }
    guard limits.last == Int.max, falling == nil else {
      return .init(
        "the groups do not rise in 'below' to one without it",
        at: falling.map { read.groups[$0 + 1].position } ?? position,
        help:
          "write the smallest municipalities first, and leave 'below' out of the last group only")
    }
    let count = read.groups.reduce(0) { $0 + $1.count }
    guard count <= mostMunicipalities else {
      return .init(
        "the groups have \(count) municipalities; there can be \(mostMunicipalities)", at: position,
        help: "check 'municipalities' of each group")
    }
    return nil
  }.map(\.groups)
}
