import Foundation

/// Where the store of a sweep, or of a part of one, lies in a folder.
enum StoreFolder {
  static let whole = "sweep.sqlite"

  /// The store of a shard: `shard-03-of-16.sqlite`.
  static func name(shard number: Int, of count: Int) -> String {
    guard count > 1 else { return whole }
    let digits = String(number)
    let zeros = String(repeating: "0", count: String(count).count - digits.count)
    return "shard-\(zeros)\(digits)-of-\(count).sqlite"
  }

  /// The stores of shards in a folder, by name.
  static func shards(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasPrefix("shard-") && $0.hasSuffix(".sqlite") }.sorted()
      .map { path(of: $0, in: folder) }
  }

  static func path(of name: String, in folder: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }
}
