import Diagnostics
import Documents

extension Sweep {
  /// What the design says that does nothing, or less than its author may expect.
  var designNotices: [Notice] {
    [unbalanced, stepsForNothing, pairsOfOne].compactMap(\.self) + groupsForNothing + sameValues
  }

  /// A Sobol sequence fills the space evenly after 2, 4, 8, 16 … points.
  private var unbalanced: Notice? {
    guard let points = design.unbalanced else { return nil }
    let place = document.value(at: "design.saltelli.points") ?? document.value(at: "design.sobol")
    return Notice(
      "\(points.asked) points are no power of two, and a Sobol sequence is balanced with those "
        + "alone",
      at: place?.position ?? designPosition, help: "use \(points.below) or \(points.above)")
  }

  private var stepsForNothing: Notice? {
    guard case .grid(.some(let steps)) = design else { return nil }
    let isSpaced = factors.contains { if case .distribution = $0.spread { true } else { false } }
    guard !isSpaced else { return nil }
    return Notice(
      "the grid has \(steps) steps of each uniform factor, and none is uniform",
      at: document.value(at: "design.grid")?.position ?? designPosition,
      help: "write 'design: grid'")
  }

  private var pairsOfOne: Notice? {
    guard case .saltelli(_, hasPairs: true) = design, groups.count < 2 else { return nil }
    return Notice(
      "'pairs' asks what two factors decide together, and one varies",
      at: document.value(at: "design.saltelli.pairs")?.position ?? designPosition,
      help: "remove 'pairs'")
  }

  private var groupsForNothing: [Notice] {
    switch design {
    case .morris, .saltelli: []
    default:
      factors.filter { $0.group != nil }.map { factor in
        Notice(
          "'group' moves factors together in a morris or saltelli design; "
            + "'\(design.name)' takes each alone",
          at: factor.path.position, help: "remove 'group', or take another design")
      }
    }
  }

  private var sameValues: [Notice] {
    factors.compactMap { factor in
      guard case .anyOf(let values) = factor.spread else { return nil }
      if values.count == 1 {
        return Notice(
          "'\(factor.path.text)' is always \(values[0].text); it does not vary",
          at: factor.path.position, help: "list another value, or change the scenario instead")
      }
      guard
        let twice = values.indices.first(where: { values.prefix($0).contains(values[$0]) })
      else { return nil }
      return Notice(
        "'\(factor.path.text)' lists \(values[twice].text) twice; it is as likely as two others",
        at: factor.path.position, help: "keep one of them")
    }
  }
}
