import Diagnostics
import Documents
import Practices
import Scenarios
import Units

extension AccompanyingAges {
  /// `{ 0-15: { central: 0.5, … }, 16-70: rest }`: a share for each band of ages but one.
  static let bandGrammar = Grammar<[Named<Estimate?>]>.names(
    of: .either(
      Grammar<Rest>.choice.map { _ in nil },
      when: { $0.text.map { Ratio(decimal: $0) == nil } ?? false },
      or: Estimate.grammar(of: .share).map(Optional.some))
  ).checked { named, position in
    fault(in: named, at: position)
  }.map { named in
    AccompanyingAges.bands(
      named.compactMap { entry in
        ages(entry.name.value).map { Band(ages: $0, estimate: entry.value) }
      })
  }

  private enum Rest: String, CaseIterable, Sendable {
    case rest
  }

  /// The ages a name stands for: `0-15`, or `16` alone.
  private static func ages(_ name: String) -> ClosedRange<Int>? {
    let ends = name.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first <= last, last <= 130
    else { return nil }
    return first...last
  }

  private static func fault(
    in bands: [Named<Estimate?>], at position: SourcePosition
  ) -> Diagnostic? {
    var before: Located<String>?
    for name in bands.map(\.name) {
      guard let own = ages(name.value) else {
        return Diagnostic(
          "'\(name.text)' is no band of ages", at: name.position,
          help: "write two ages in whole years with a hyphen, for example 0-15")
      }
      if let before, let last = ages(before.value)?.upperBound, last >= own.lowerBound {
        return Diagnostic(
          "the band '\(name.text)' begins within or before the band '\(before.text)'",
          at: name.position, help: "write the youngest first, and each age in one band only")
      }
      before = name
    }
    let rests = bands.count { $0.value == nil }
    guard rests == 1 else {
      return Diagnostic(
        "\(rests) bands are 'rest'; it takes one", at: position,
        help: "write 'rest' for the band that has whoever the others leave")
    }
    let most = bands.reduce(Ratio.zero) { $0 + ($1.value?.high ?? .zero) }
    guard most <= .one else {
      return Diagnostic(
        "the shares of the bands come to \(most) at their highest and leave no rest", at: position,
        help: "let the highest values of all bands come to 1 at most")
    }
    return nil
  }
}
