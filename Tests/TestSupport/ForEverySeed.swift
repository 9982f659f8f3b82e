public import Testing

/// Runs `check` once for every seed in `seeds` and stops at the first seed that fails.
///
/// One test, one line in the log: five hundred parameterised cases would print a thousand. The
/// seed is in the message, so a failure can be run again alone.
public func forEverySeed(
  in seeds: Range<UInt64> = 0..<500, location: SourceLocation = #_sourceLocation,
  check: (inout TestRandom) throws -> Bool
) rethrows {
  for seed in seeds {
    var random = TestRandom(seed: seed)
    guard try check(&random) else {
      Issue.record("the property fails for seed \(seed)", sourceLocation: location)
      return
    }
  }
}
