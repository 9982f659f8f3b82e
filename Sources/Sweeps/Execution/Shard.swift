/// A part of a sweep: every nth point.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public var number: Int
  public var of: Int

  public static let whole = Shard(number: 1, of: 1)
  /// More parts than this have too little each.
  public static let most = 10_000

  public init(number: Int, of: Int) { (self.number, self.of) = (number, of) }

  /// - Parameter text: For example `3/16`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let of = parts[1], (1...Self.most).contains(of),
      (1...of).contains(number)
    else { return nil }
    self.init(number: number, of: of)
  }

  /// Whether a point is in this part. Neighbours of a design lie in different parts, so that all take
  /// about as long.
  public func contains(_ point: Int) -> Bool { point % of == number - 1 }

  /// How many of the points from 0 on are in this part.
  public func count(of points: Int) -> Int {
    points >= number ? (points - number) / of + 1 : 0
  }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(number)/\(of)" }
}
