public import Diagnostics
import Scenarios

extension ReformComparison {
  /// What is told of reforms that move nothing, each in a sentence.
  ///
  /// - Parameter notices: What was told of the files before they were run.
  /// - Returns: A sentence for each reform whose every account is the baseline's, with the reason.
  public func unmoved(after notices: [Notice]) -> [String] {
    (alternatives + [package].compactMap(\.self)).filter { $0.stages.rows.allSatisfy(\.isUnmoved) }
      .map { alternative in
        // What the baseline changes of its own base is not the reform's.
        let own = alternative.file.changes.filter { change in
          !base.changes.contains { $0.path.position == change.path.position }
        }
        let paths = own.suffix(3).map { "'\($0.path.text)'" }
        let isTold = notices.contains { $0.position.file == alternative.file.path }
        let why =
          paths.isEmpty
          ? "it changes nothing"
          : isTold
            ? "why is noted at its lines"
            : "what it changes (\(paths.joined(separator: ", "))) decides no payment"
        return "'\(alternative.name)' moves nothing, every account is as in the baseline: \(why)"
      }
  }
}

extension Stages.Row {
  /// Whether no account has more or less than in the baseline, and nobody has moved.
  fileprivate var isUnmoved: Bool { effects.balances.isEmpty && moved == 0 }
}
