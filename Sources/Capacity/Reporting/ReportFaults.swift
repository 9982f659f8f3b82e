import Diagnostics

/// Everything wrong with a report, over all its tables.
struct ReportFaults {
  private(set) var diagnostics: [Diagnostic] = []

  /// More than a region has clinics; beyond it the file is not what it was thought to be.
  private static let most = 2_000

  /// Whether no more are told.
  var isFull: Bool { diagnostics.count > Self.most }

  mutating func add(_ what: String, at position: SourcePosition, help: String?) {
    add(Diagnostic(what, at: position, help: help))
  }

  mutating func add(_ fault: Diagnostic) {
    guard !isFull else { return }
    guard diagnostics.count < Self.most else {
      return diagnostics.append(
        Diagnostic(
          "these are the first \(Self.most) faults; there may be more", at: fault.position))
    }
    diagnostics.append(fault)
  }

  /// What something reads; `nil` when it has faults, which are remembered.
  mutating func reading<Value>(_ read: () throws(Faults) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// - Throws: ``Faults`` when there are any.
  func check() throws(Faults) {
    guard diagnostics.isEmpty else { throw Faults(diagnostics) }
  }
}

extension ReportFaults {
  mutating func add(_ other: ReportFaults) { diagnostics += other.diagnostics }

  /// What a file reads as, where one is named.
  mutating func readingFile<Value>(
    _ path: String?, _ read: (String) throws(Faults) -> Value
  ) -> Value? {
    guard let path else { return nil }
    return reading { () throws(Faults) in try read(path) }
  }
}
