import Diagnostics
import Documents
import Foundation
public import Units

/// What a factor is in one run: a number, or one of a few words.
public enum FactorValue: Hashable, Sendable {
  case number(Ratio)
  case word(String)

  /// Whatever the scenario has, or leaves out.
  static let asWritten = FactorValue.word("")

  /// A number with twelve digits, of which nine decimals at most: what is written is what is run.
  ///
  /// - Parameters:
  ///   - number: Finite; what lies beyond a million millions is brought inside.
  ///   - isWhole: Whether it is rounded to a whole number.
  init(_ number: Double, isWhole: Bool = false) {
    let bounded = min(max(number, -Self.largest), Self.largest)
    var (whole, decimals) = (abs(bounded), 9)
    while whole >= 1_000, decimals > 0 { (whole, decimals) = (whole / 10, decimals - 1) }
    self = .number(Ratio(nearest: bounded, decimals: isWhole ? 0 : decimals))
  }

  /// A number that was computed, with six decimals at most.
  public init(rounded number: Double) {
    let bounded = min(max(number, -Self.largest), Self.largest)
    self = .number(Ratio(nearest: bounded, decimals: 6))
  }

  static let largest = 1e12

  /// As it stands in a scenario and in a table of experiments.
  public var text: String {
    switch self {
    case .number(let number): number.decimal(upTo: Self.mostDecimals)
    case .word(let word): word
    }
  }

  /// The number; `nil` for a word.
  public var number: Double? {
    if case .number(let number) = self { number.double } else { nil }
  }

  /// The most decimals a number keeps.
  static let mostDecimals = 9

  /// A value as it stands in a scenario, in a list of alternatives or in a cell of a table: a number
  /// with nine decimals at most, or the word itself.
  public init(text: String) {
    guard let number = Ratio(written: text) else {
      self = .word(text)
      return
    }
    self = .number(Ratio(decimal: number.decimal(upTo: Self.mostDecimals)) ?? number)
  }

  /// Whether a text is a number that loses digits when it is a value of a factor.
  static func isRounded(_ text: String) -> Bool {
    guard let number = Ratio(written: text) else { return false }
    return Ratio.isRounded(text) || FactorValue(text: text) != .number(number)
  }

  func node(at position: SourcePosition) -> Node {
    Node(.scalar(text, isQuoted: false), at: position)
  }
}
