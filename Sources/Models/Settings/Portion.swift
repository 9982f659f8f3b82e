import Diagnostics
import Documents
import Scenarios
import Units

/// A share of a whole, or the word `rest` for whatever the other shares leave.
enum Portion: Sendable {
  case share(Estimate)
  case rest(SourcePosition)

  static let grammar = Grammar<Portion>.either(
    Grammar<Rest>.choice.located.map { .rest($0.position) },
    when: { $0.isNearly(Rest.allCases.map(\.rawValue)) },
    or: Estimate.grammar(of: .share).map(Portion.share))

  enum Rest: String, CaseIterable, Sendable {
    case rest
  }

  /// The shares as numbers that sum to 1; what does not goes into the log.
  static func shares(
    _ portions: [Portion], at position: SourcePosition, _ log: inout FaultLog
  ) -> [Ratio]? {
    var sum = Ratio.zero
    var rests: [SourcePosition] = []
    var hasInterval = false
    for portion in portions {
      switch portion {
      case .rest(let position): rests.append(position)
      case .share(let share):
        sum = sum + share.central
        hasInterval = hasInterval || share.low < share.high
      }
    }
    if rests.count > 1 {
      log.add("'rest' is written twice", at: rests[1], help: "give all but one a share")
      return nil
    }
    guard rests.isEmpty ? sum == .one : sum <= .one else {
      let most = rests.isEmpty ? "not to 1" : "more than 1"
      let mend = "change one of them by \(Ratio.one - sum)"
      log.add(
        "the shares sum to \(sum), \(most)", at: position,
        help: rests.isEmpty ? "\(mend), or write 'rest' for one of them" : mend)
      return nil
    }
    guard !rests.isEmpty || !hasInterval else {
      log.add(
        "a share has an interval, and no other gives way", at: position,
        help: "write 'rest' for one of the others")
      return nil
    }
    return portions.map { portion in
      switch portion {
      case .share(let share): share.central
      case .rest: .one - sum
      }
    }
  }
}
