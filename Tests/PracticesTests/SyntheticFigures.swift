import Practices
import Units

/// Published figures about Norwegian lists, for small worlds.
enum SyntheticFigures {
  /// List lengths of full-year self-employed practitioners, 2020.
  static let classes = [
    SizeClass(from: 0, to: 749, lists: 256), SizeClass(from: 750, to: 999, lists: 788),
    SizeClass(from: 1_000, to: 1_249, lists: 1_051),
    SizeClass(from: 1_250, to: 1_499, lists: 694),
    SizeClass(from: 1_500, to: 2_500, lists: 277),
  ]

  static func lists(
    mean: Ratio = Ratio(97, over: 100), full: Ratio = Ratio(28, over: 100),
    nearly: Ratio = Ratio(60, over: 100), from: Ratio = Ratio(995, over: 1_000),
    classes: [SizeClass] = classes
  ) -> SyntheticLists {
    SyntheticLists(
      classes: classes,
      occupancy: Occupancy(
        mean: mean, fullShare: full, nearlyFullShare: nearly, nearlyFullFrom: from))
  }

  static func municipality(
    _ key: String, inhabitants: Int, meanList: Ratio = Ratio(1_117)
  ) -> Municipality {
    Municipality(key: key, name: key, inhabitants: inhabitants, meanList: meanList)
  }

  /// A city of 625 lists, a town of 16 and a village of one.
  static let municipalities = [
    municipality("city", inhabitants: 697_010, meanList: Ratio(11_152, over: 10)),
    municipality("town", inhabitants: 18_113), municipality("village", inhabitants: 700),
  ]
}
