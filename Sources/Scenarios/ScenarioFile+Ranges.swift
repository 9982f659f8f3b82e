public import Diagnostics
import Documents
public import Units

/// An end of an interval.
public enum End: String, CaseIterable, Sendable {
  case low, high
}

extension ScenarioFile {
  /// The numbers the author gives an interval for, in the order of the file, by their paths.
  ///
  /// Settings that are not in use, such as the other enrolment channel, are among them.
  public var ranges: [String] {
    document.ranges(under: [])
  }

  /// What an author says a number may be.
  public struct Interval: Sendable {
    public var central: Ratio
    /// `nil` where the author gives no such end.
    public var low: Ratio?
    public var high: Ratio?
    /// `nil` where what stands there is none.
    public var source: Source?
  }

  /// The number at a path, in the unit its key is documented with; `nil` where there is none with a
  /// central value.
  public func interval(at path: String) -> Interval? {
    guard let estimate = document.value(at: path) else { return nil }
    func number(_ key: String) -> Ratio? { estimate[key]?.text.flatMap(Ratio.init(written:)) }
    guard let central = number("central") else { return nil }
    return Interval(
      central: central, low: number("low"), high: number("high"),
      source: estimate["source"].flatMap { try? Source.grammar.read($0) })
  }

  /// The scenario with one number at an end of its interval.
  ///
  /// Where the author gives one end only, the other is the central value.
  ///
  /// - Parameters:
  ///   - end: Which end.
  ///   - path: One of ``ranges``.
  /// - Returns: The changed file; the number has no interval any more.
  /// - Throws: ``Faults`` when there is no interval at the path.
  public func taking(_ end: End, of path: String) throws(Faults) -> ScenarioFile {
    let estimate = document.value(at: path)
    guard let value = estimate?[end.rawValue] ?? estimate?["central"] else {
      throw Faults("there is no interval at '\(path)'", at: document.position)
    }
    return try setting(path, to: value)
  }

  /// The scenario with a number in the place of an estimate.
  ///
  /// - Parameters:
  ///   - path: The path of an estimate.
  ///   - number: Its new and only value, of which nine decimals are kept.
  /// - Returns: The changed file; the number keeps its source and has no interval any more.
  /// - Throws: ``Faults`` when there is no estimate at the path.
  public func setting(_ path: String, to number: Ratio) throws(Faults) -> ScenarioFile {
    // What is wrong with it is told where its author states the number.
    let place = document.value(at: path)?.position ?? document.position
    return try setting(
      path, to: Node(.scalar(number.decimal(upTo: 9), isQuoted: false), at: place))
  }

  private func setting(_ path: String, to value: Node) throws(Faults) -> ScenarioFile {
    guard let estimate = document.value(at: path), let source = estimate["source"] else {
      throw Faults("there is no number with a source at '\(path)'", at: document.position)
    }
    let entries = [("central", value), ("source", source)].map { name, node in
      Node.Entry(key: Located(name, written: name, at: node.position), value: node)
    }
    return try changing(path, to: Node(.mapping(entries), at: estimate.position))
  }
}

extension Node {
  fileprivate func ranges(under path: [String]) -> [String] {
    if self["central"] != nil {
      return self["low"] == nil && self["high"] == nil ? [] : [path.joined(separator: ".")]
    }
    return entries.flatMap { $0.value.ranges(under: path + [$0.key.value]) }
  }
}
