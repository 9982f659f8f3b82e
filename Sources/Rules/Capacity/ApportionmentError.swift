/// Why seats cannot be shared out at all.
public enum ApportionmentError: Error, Hashable, Sendable {
  /// The areas are promised more seats than there are.
  case floorsExceedTotal(floors: Int, total: Int)
  /// An area is promised more than it may have. Areas are counted from 0.
  case floorAboveCeiling(index: Int)
  /// Seats are left when every area has its floor, and no area needs any.
  case noNeed
}
