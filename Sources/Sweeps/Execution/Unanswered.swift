import Diagnostics

/// Why a point has no answer: what the scenario says against its numbers, or what it refuses.
struct Unanswered: Error {
  var why: String
}

/// Work whose refusal belongs into a row; being told to stop does not.
func settled<Value>(_ work: () throws -> Value) throws -> Result<Value, Unanswered> {
  do {
    return .success(try work())
  } catch let refusal as Refusal {
    return .failure(Unanswered(why: refusal.what))
  } catch let faults as Faults {
    return .failure(Unanswered(why: faults.diagnostics.map(\.what).joined(separator: "; ")))
  } catch let unanswered as Unanswered {
    return .failure(unanswered)
  }
}
