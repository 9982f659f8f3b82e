/// How whole seats are shared out in proportion to needs.
public enum ApportionmentMethod: String, CaseIterable, Sendable {
  /// Hamilton's: everybody has the whole part of a quota, and the largest remainders one more.
  /// Never a whole seat from the quota, but an area may lose a seat when there is one more to share.
  case largestRemainder = "largest-remainder"
  /// Sainte-Laguë's or Webster's: seat by seat to the largest need / (2 × seats + 1). No area loses
  /// by there being one more seat to share.
  case sainteLague = "sainte-lague"
}
