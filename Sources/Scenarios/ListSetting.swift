public import Diagnostics
package import Documents
public import Practices
import Units

/// Where the lists of a run come from.
public enum ListSetting: Sendable {
  /// Made from published size classes and occupancy.
  case synthetic(SyntheticLists)
  /// The user's own table: the path as typed, relative to the scenario file.
  case file(Located<String>)
}

extension ListSetting {
  private enum Keys {
    static let file = Key("file", Grammar<String>.text.located, "a CSV table of lists")
    static let classes = Key(
      "size-classes", Grammar<[SizeClass]>.list(of: SizeClass.grammar).located, "lists by length")
    static let classSource = Key("size-class-source", Source.grammar, "who counted the lists")
    static let occupancy = Key("occupancy", Occupancy.grammar, "how full lists are")
  }

  package static let grammar = Grammar<ListSetting>.either(
    .record("a table of lists", keys: [Keys.file.required]) { record, _ in
      .file(record[Keys.file])
    },
    when: { $0["file"] != nil },
    or: .record(
      "synthetic lists",
      keys: [Keys.classes.required, Keys.classSource.required, Keys.occupancy.required]
    ) { record, log in
      let located = record[Keys.classes]
      let classes = located.value
      guard classes.count > 1,
        zip(classes, classes.dropFirst()).allSatisfy({ $0.to + 1 == $1.from })
      else {
        log.add(
          "the size classes leave a gap or overlap", at: located.position,
          help: "let each class start one above the end of the one before; write two or more")
        return nil
      }
      return .synthetic(SyntheticLists(classes: classes, occupancy: record[Keys.occupancy]))
    })
}

extension SizeClass {
  private enum Keys {
    static let from = Key("from", Grammar.whole(in: 0...100_000), "persons on its shortest list")
    static let to = Key("to", Grammar.whole(in: 0...100_000), "persons on its longest list")
    static let lists = Key("lists", Grammar.whole(in: 1...1_000_000), "lists in the class")
  }

  static let grammar = Grammar<SizeClass>.record(
    "a size class", keys: [Keys.from.required, Keys.to.required, Keys.lists.required]
  ) { record, log in
    guard record[Keys.from] <= record[Keys.to] else {
      log.add(
        "the class runs from \(record[Keys.from]) to \(record[Keys.to])", at: record.position,
        help: "write the shorter length first")
      return nil
    }
    return SizeClass(from: record[Keys.from], to: record[Keys.to], lists: record[Keys.lists])
  }
}

extension Occupancy {
  private enum Keys {
    static let mean = Key("mean", Grammar.share, "mean of list length over list cap")
    static let full = Key(
      "full-share", Grammar.share.located, "the share of lists without a free place")
    static let nearly = Key(
      "nearly-full-share", Grammar.share, "the share of lists filled at least to nearly-full-from")
    static let from = Key("nearly-full-from", Grammar.share, "length over cap, for example 0.995")
    static let source = Key("source", Source.grammar, "who counted the places")
  }

  static let grammar = Grammar<Occupancy>.record(
    "occupancy",
    keys: [
      Keys.mean.required, Keys.full.required, Keys.nearly.required, Keys.from.required,
      Keys.source.required,
    ]
  ) { record, log in
    let full = record[Keys.full]
    guard full.value <= record[Keys.nearly] else {
      log.add(
        "'full-share' is \(full.text), above 'nearly-full-share' \(record[Keys.nearly])",
        at: full.position, help: "full lists are nearly full as well: count them in both")
      return nil
    }
    return Occupancy(
      mean: record[Keys.mean], fullShare: full.value, nearlyFullShare: record[Keys.nearly],
      nearlyFullFrom: record[Keys.from])
  }
}
