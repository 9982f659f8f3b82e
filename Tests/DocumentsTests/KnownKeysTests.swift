import Diagnostics
import Documents
import Synchronization
import Testing

@Suite("Reading a document of which another version was read before")
struct KnownKeysTests {
  /// Counts how often a key is read.
  private final class Counter: Sendable {
    private let readings = Mutex(0)

    var count: Int { readings.withLock { $0 } }

    func key(_ name: String) -> Key<[String: Int]> {
      let named = Grammar<[Named<Int>]>.names(of: Grammar.whole(in: 0...10))
      let numbers = named.map { [self] named in
        readings.withLock { $0 += 1 }
        return Dictionary(uniqueKeysWithValues: named.map { ($0.name.value, $0.value) })
      }
      return Key(name, numbers, "numbers to count")
    }
  }

  private let left = Counter()
  private let right = Counter()
  private let written = """
    left: { a: 1, b: 2 }
    right: { c: 3 }
    """

  /// The numbers of both keys, and which of the keys were known.
  private func grammar(_ title: String = "a pair") -> Grammar<[String]> {
    let keys = (left.key("left"), right.key("right"))
    return Grammar<[String]>.record(title, keys: [keys.0.required, keys.1.required]) {
      record, log in
      let all = record[keys.0].merging(record[keys.1]) { $1 }.sorted { $0.key < $1.key }
      guard all.allSatisfy({ $0.value < 9 }) else {
        log.add("nine is too many", at: record.position)
        return nil
      }
      return all.map { "\($0.key)\($0.value)" }
        + [record.isKnown(keys.0), record.isKnown(keys.1)]
        .map { $0 ? "known" : "new" }
    }
  }

  private func changing(_ node: Node, _ path: String, to text: String) throws -> Node {
    let value = Node(.scalar(text, isQuoted: false), at: node.position)
    return try node.changing(Located(path, written: path, at: node.position), to: value)
  }

  @Test(
    "only the key that changed is read again, and the value is that of a reading from the start")
  func changed() throws {
    let before = try document(written)
    let known = try #require(grammar().knownKeys(of: before))
    #expect(left.count == 1 && right.count == 1)
    let version = try changing(before, "right.c", to: "4")
    let read = try grammar().read(version, knowing: known)
    #expect(read == ["a1", "b2", "c4", "known", "new"])
    #expect(left.count == 1 && right.count == 2)
    #expect(try grammar().read(version).prefix(3) == read.prefix(3))
    #expect(try grammar().read(before, knowing: known) == ["a1", "b2", "c3", "known", "known"])
  }

  @Test("the same text elsewhere is read: nothing is taken for the same that may be another")
  func writtenElsewhere() throws {
    let known = try #require(grammar().knownKeys(of: document(written)))
    let read = try grammar().read(document(written), knowing: known)
    #expect(read == ["a1", "b2", "c3", "new", "new"])
  }

  @Test("a fault in the changed key and one between keys are told as ever")
  func faults() throws {
    let before = try document(written)
    let known = try #require(grammar().knownKeys(of: before))
    for number in ["11", "9"] {
      let version = try changing(before, "left.b", to: number)
      func message(knowing known: KnownKeys?) -> String {
        do throws(Faults) {
          return try grammar().read(version, knowing: known).joined()
        } catch {
          return error.description
        }
      }
      #expect(message(knowing: known) == message(knowing: nil))
      #expect(message(knowing: known).contains("error"))
    }
  }

  @Test("a word is another when its text is, or its quotes, and a list when an item is")
  func words() throws {
    let number = Key("number", Grammar.whole(in: 0...10), "a number")
    let note = Key("note", Grammar<String>.text, "a note")
    let list = Key("list", Grammar<[Int]>.list(of: Grammar.whole(in: 0...10)), "numbers")
    let grammar = Grammar<[String]>.record(
      "a thing", keys: [number.required, note.required, list.required]
    ) { record, _ in
      let known = [record.isKnown(number), record.isKnown(note), record.isKnown(list)]
      return ["\(record[number]) \(record[note]) \(record[list])"]
        + known.map { $0 ? "known" : "new" }
    }
    let before = try document("number: 3\nnote: x\nlist: [1, 2]\n")
    let known = try #require(grammar.knownKeys(of: before))
    /// Another value at the very place of the old one.
    func read(_ path: String, _ text: String, isQuoted: Bool = false) throws -> [String] {
      let old = try #require(before.value(at: path))
      let located = Located(path, written: path, at: old.position)
      let value = Node(.scalar(text, isQuoted: isQuoted), at: old.position)
      return try grammar.read(before.changing(located, to: value), knowing: known)
    }
    #expect(try read("number", "4") == ["4 x [1, 2]", "new", "known", "known"])
    #expect(try read("number", "3") == ["3 x [1, 2]", "known", "known", "known"])
    #expect(try read("note", "x", isQuoted: true) == ["3 x [1, 2]", "known", "new", "known"])
    #expect(try read("list.2", "5") == ["3 x [1, 5]", "known", "known", "new"])
  }

  @Test("nothing is known of an unsound document, or by a grammar of something else")
  func unknown() throws {
    #expect(grammar().knownKeys(of: try document("left: { a: 1 }")) == nil)
    #expect(grammar().knownKeys(of: try document("left: { a: 9 }\nright: { c: 1 }")) == nil)
    #expect(grammar().knownKeys(of: try document("[1, 2]")) == nil)
    let before = try document(written)
    let known = try #require(grammar().knownKeys(of: before))
    let read = try grammar("another pair").read(before, knowing: known)
    #expect(read.suffix(2) == ["new", "new"])
  }
}
