import Diagnostics

extension SweepResults {
  /// What of the results does not fit the rest, for results that come from elsewhere; `nil` where all of it
  /// fits.
  public var misfit: String? {
    if let count = pointsOfDesign, points.count != count {
      return "a design of this kind has \(count) points, and it has \(points.count)"
    }
    if points.contains(where: { $0.count != factors.count }) {
      return "some points have not a value of each factor"
    }
    let names = outcomes.map(\.name)
    if let question = questions.first(where: { !names.contains($0.outcome.value) }) {
      return "it asks of '\(question.outcome.value)', which is none of its outcomes"
    }
    return nil
  }

  /// `nil` where the design does not say.
  private var pointsOfDesign: Int? {
    switch design {
    case .grid, .table: nil
    case .latinHypercube(let count), .sobol(let count), .monteCarlo(let count): count
    case .oneAtATime: 1 + factors.count * 2
    case .morris(let trajectories, _): trajectories * (groups.count + 1)
    case .saltelli(let base, let hasPairs): base * blockLength(hasPairs: hasPairs)
    }
  }
}
