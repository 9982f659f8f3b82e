/// How many clinics one doctor may own. A clinic is known by its *ydernummer* (provider number).
///
/// - Source: the act that limits how many provider numbers one doctor owns (hearing letter on the
///   national distribution model).
public enum YdernumberLimit {
  /// The doctors who own too many.
  ///
  /// - Parameters:
  ///   - owners: Who owns what; a clinic may have several owners, and a pair given twice counts once.
  ///   - most: How many clinics a doctor may own.
  /// - Returns: Each with the number of clinics, in the order of the doctors' numbers.
  public static func exceeding(
    owners: [(doctor: Int, clinic: Int)], most: Int
  ) -> [(doctor: Int, clinics: Int)] {
    var owned: [Int: Set<Int>] = [:]
    for owner in owners { owned[owner.doctor, default: []].insert(owner.clinic) }
    return owned.filter { $0.value.count > most }
      .map { (doctor: $0.key, clinics: $0.value.count) }.sorted { $0.doctor < $1.doctor }
  }
}
