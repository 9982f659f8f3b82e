/// Whether a clinic takes more patients.
///
/// - Source: FAQ on the national distribution model, no. 11; hearing letter on the national
///   distribution model.
public enum Intake: String, CaseIterable, Sendable {
  /// Everybody.
  case open
  /// Some, by rules of its own (*selektiv lukning*).
  case selective
  /// Nobody.
  case closed

  /// Whether a clinic may close, wholly or for some.
  ///
  /// - Parameters:
  ///   - patients: Registered with it.
  ///   - minimum: Its minimum patient number.
  /// - Returns: `true` from exactly the minimum on.
  public static func mayClose(patients: Int, minimum: Int) -> Bool { patients >= minimum }
}
