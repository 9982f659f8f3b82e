/// A person's sex.
public enum Sex: Int, CaseIterable, Sendable {
  case female, male
}

/// Sex and age in one byte: what official tables know of a person.
public struct PersonCell: Hashable, Sendable {
  /// The oldest age that is told apart; older persons count as this old.
  public static let oldest = 105
  /// The number of cells.
  public static let count = (oldest + 1) * 2

  /// From 0 to ``count`` − 1: by age, women before men.
  public let code: UInt8

  public init(code: UInt8) { self.code = code }

  /// - Parameters:
  ///   - sex: The person's sex.
  ///   - age: In whole years on 1 January, zero or more.
  public init(_ sex: Sex, age: Int) {
    code = UInt8(min(max(age, 0), Self.oldest) * 2 + sex.rawValue)
  }

  /// In whole years.
  public var age: Int { Int(code) / 2 }
  public var sex: Sex { code % 2 == 0 ? .female : .male }
}
