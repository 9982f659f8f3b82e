import Diagnostics
import GRDB

/// Something in a store that takst did not leave so: a flipped bit, an edit, a part that is gone.
struct Damage: Error, Hashable {
  /// No capital, no full stop.
  var what: String

  init(_ what: String) { self.what = what }
}

extension Refusal {
  init(_ damage: Damage, at path: String) {
    self.init(
      "the store is damaged: \(damage.what) ('\(path)')",
      help: "take it from a copy, or run the sweep again into another folder")
  }
}

/// Does work with a store, and says in words what is wrong with it.
func refusing<Value>(_ path: String, _ work: () throws -> Value) throws(Refusal) -> Value {
  do {
    return try work()
  } catch let refusal as Refusal {
    throw refusal
  } catch let damage as Damage {
    throw Refusal(damage, at: path)
  } catch let error as DatabaseError {
    throw Refusal(error, at: path)
  } catch {
    throw Refusal("'\(path)' cannot be used: \(error)", help: "check the path")
  }
}

extension Refusal {
  init(_ error: DatabaseError, at path: String) {
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        "the disk is full: '\(path)' cannot grow; what was written is kept",
        help: "free some space, and go on with '--resume'")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        "another takst has '\(path)'", help: "wait until it is done, or choose another folder")
    case .SQLITE_NOTADB:
      self.init(
        "'\(path)' is not the store of a sweep", help: "choose another folder")
    case .SQLITE_CORRUPT:
      self.init(Damage(error.message ?? "SQLite cannot read it"), at: path)
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
      self.init(
        "'\(path)' was left while it was written", help: "go on with the sweep: '--resume'")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
      self.init(
        "'\(path)' cannot be written (\(error.message ?? "SQLite \(error.resultCode.rawValue)"))",
        help: "check the permissions and the free space; what was written is kept, and '--resume' "
          + "goes on")
    default:
      self.init(
        "'\(path)' cannot be used (\(error.message ?? "SQLite \(error.resultCode.rawValue)"))",
        help: "choose another folder")
    }
  }
}
