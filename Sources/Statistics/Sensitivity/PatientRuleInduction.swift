/// Looks for boxes of factors inside which most cases are of interest: PRIM, the patient rule
/// induction method (Friedman and Fisher, 1999).
///
/// From the whole space a thin slice is peeled off one end of one dimension at a time: the one whose
/// loss raises the density most per case lost. Patience, a thin slice, leaves later steps time to mend
/// earlier ones. Bounds lie halfway between the cases they part. Every box on the way is kept, since
/// only the reader can say how much coverage a denser box is worth.
public struct PatientRuleInduction: Sendable {
  /// The boxes from the whole space to the least mass, each a slice smaller.
  public let trajectory: [Box]
  /// The box of the trajectory with the highest `2 · coverage · density ∕ (coverage + density)`, of
  /// equal ones the larger, finished as by ``best(leastCoverage:)``.
  public let best: Box

  private let cases: BoxCases
  private let regions: [BoxRegion]
  private let peel: Double

  /// A bound stays when the density inside would be a less likely accident than this.
  public static let doubt = 0.05

  /// - Parameters:
  ///   - points: One per case, each with one coordinate per dimension; at least one.
  ///   - isOfInterest: One per case.
  ///   - categories: The dimensions whose values are codes. One code is peeled at a time.
  ///   - peel: The share of the cases in a box that a slice takes.
  ///   - leastMass: The share of all cases that the last box keeps.
  public init(
    points: [[Double]], isOfInterest: [Bool], categories: Set<Int> = [], peel: Double = 0.05,
    leastMass: Double = 0.05
  ) {
    precondition(!points.isEmpty, "boxes are looked for among at least one case")
    precondition(points.count == isOfInterest.count, "a case is of interest or not")
    precondition(peel > 0 && peel < 1, "a slice is a share of the cases in a box")
    let cases = BoxCases(points: points, isOfInterest: isOfInterest, categories: categories)
    let regions = cases.peeled(by: peel, leastMass: leastMass)
    (self.cases, self.regions, self.peel) = (cases, regions, peel)
    trajectory = regions.map(cases.box)
    let boxes = trajectory
    let balanced = boxes.indices.max {
      (boxes[$0].balance, -$0) < (boxes[$1].balance, -$1)
    }
    best = cases.box(
      cases.finished(regions[balanced ?? 0], share: peel, doubt: Self.doubt))
  }

  /// The densest box of the trajectory that covers enough, finished.
  ///
  /// To finish a box, bounds go that may well be accidents (see ``Box/chances``), the most doubtful
  /// first; then slices are pasted to its sides as long as that does not lower the density.
  ///
  /// - Parameter leastCoverage: The share of the cases of interest it holds before it is finished.
  /// - Returns: Of equally dense boxes the larger.
  public func best(leastCoverage: Double) -> Box {
    let covering = trajectory.indices.filter { trajectory[$0].coverage >= leastCoverage }
    let densest = covering.max {
      (trajectory[$0].density, -$0) < (trajectory[$1].density, -$1)
    }
    return cases.box(cases.finished(regions[densest ?? 0], share: peel, doubt: Self.doubt))
  }
}
