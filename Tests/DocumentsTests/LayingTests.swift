import Diagnostics
import Documents
import Testing

@Suite("Changes laid on a document")
struct LayingTests {
  private static let number = Grammar<Int>.whole(in: 0...99)

  /// `{ central: 1, low: 0 }`.
  private static let estimate = Grammar<Int>.record(
    "a number",
    keys: [Key("central", number, "the number").required, Key("low", number, "its end").optional]
  ) { _, _ in 0 }.asOneValue

  private static let period = Grammar<Int>.record(
    "a period",
    keys: [
      Key("from", Grammar<String>.text, "its day").required,
      Key("value", number, "from then on").required,
    ]
  ) { _, _ in 0 }.asOneValue

  private static let goal = Grammar<Int>.record(
    "a goal",
    keys: [
      Key("is", number, "a value").optional, Key("plus", number, "more").optional,
      Key("of", Grammar<String>.text, "what").optional,
    ], apart: [[["is"], ["plus"]]]
  ) { _, _ in 0 }

  private static let lists = Grammar<Int>.either(
    .record("a table", keys: [Key("file", Grammar<String>.text, "a table").required]) { _, _ in 0 },
    when: { $0["file"] != nil },
    or: .record(
      "made lists",
      keys: [
        Key("classes", Grammar<[Int]>.list(of: number), "sizes").required,
        Key("mean", number, "how full").required,
      ]
    ) { _, _ in 0 })

  private static let layout = Grammar<Int>.record(
    "a document",
    keys: [
      Key("work", Grammar<[Named<Int>]>.names(of: estimate), "numbers").optional,
      Key("law", Grammar<[Int]>.periods(of: period), "periods").optional,
      Key("goal", goal, "a goal").optional, Key("lists", lists, "lists").optional,
      Key("uses", Grammar<[Int]>.list(of: goal), "a list").optional,
      Key("title", Grammar<String>.text, "a title").optional,
    ]
  ) { _, _ in 0 }.layout

  /// A document with one change laid on it, on one line.
  private func laid(_ change: String, on base: String) throws -> String {
    let reform = try Node(parsing: InputFile(path: "reform.yaml", text: change + "\n"))
    let entry = try #require(reform.entries.first)
    return try document(base).laying(entry.value, at: entry.key, as: Self.layout).flow
  }

  @Test("a mapping is laid on the one that stands there, and what it does not name stays")
  func merged() throws {
    let base = "work: { hours: { central: 1, low: 0 }, cost: { central: 2 } }\ntitle: x\n"
    let expected =
      "{work: {hours: {central: 1, low: 0}, cost: {central: 3}, pay: {central: 4}}, title: x}"
    #expect(try laid("work: { cost: { central: 3 }, pay: { central: 4 } }", on: base) == expected)
    #expect(
      try laid("work: { cost: { central: 3 } }", on: base)
        == laid("work.cost: { central: 3 }", on: base))
  }

  @Test("a number with what belongs to it is replaced whole, and changed in part by a path")
  func oneValue() throws {
    let base = "work: { hours: { central: 1, low: 0 } }\n"
    #expect(
      try laid("work: { hours: { central: 5 } }", on: base) == "{work: {hours: {central: 5}}}")
    #expect(try laid("work.hours: { central: 5 }", on: base) == "{work: {hours: {central: 5}}}")
    #expect(
      try laid("work.hours.central: 5", on: base) == "{work: {hours: {central: 5, low: 0}}}")
  }

  @Test("null takes a key away, at the path and below it")
  func removed() throws {
    let base = "work: { hours: { central: 1 }, cost: { central: 2 } }\ntitle: x\n"
    let expected = "{work: {cost: {central: 2}}, title: x}"
    #expect(try laid("work: { hours: null }", on: base) == expected)
    #expect(try laid("work.hours: null", on: base) == expected)
    #expect(try laid("work: null", on: base) == "{title: x}")
    for nothing in ["goal: null", "goal.is: null", "goal.is.more: null", "work.pay.low: null"] {
      #expect(try laid(nothing, on: base) == document(base).flow, "\(nothing)")
    }
  }

  @Test("periods stand from the first new day on, and those before it stay")
  func periods() throws {
    let base = """
      law:
        - { from: 2020-01-01, value: 1 }
        - { from: 2022-01-01, value: 2 }
        - { from: 2024-01-01, value: 3 }

      """
    for (day, kept) in [("2021-07-01", 1), ("2022-01-01", 1), ("2022-01-02", 2), ("2025-01-01", 3)]
    {
      let old = (0..<kept).map { "{from: 20\(20 + 2 * $0)-01-01, value: \($0 + 1)}" }
      #expect(
        try laid("law: [{ from: \(day), value: 9 }]", on: base)
          == "{law: [\((old + ["{from: \(day), value: 9}"]).joined(separator: ", "))]}")
    }
    #expect(
      try laid("law.2022-01-01.value: 7", on: base) == laid("law.2.value: 7", on: base))
  }

  @Test("of keys that exclude each other the new one drives the old out")
  func apart() throws {
    let base = "goal: { of: total, is: 1 }\n"
    #expect(try laid("goal: { plus: 2 }", on: base) == "{goal: {of: total, plus: 2}}")
    #expect(try laid("goal.plus: 2", on: base) == "{goal: {of: total, plus: 2}}")
    #expect(try laid("goal.of: fees", on: base) == "{goal: {of: fees, is: 1}}")
    // Taking a key away drives nothing out; what is written twice is the reader's fault to tell.
    #expect(try laid("goal.plus: null", on: base) == "{goal: {of: total, is: 1}}")
    #expect(try laid("goal: { is: 2, plus: 3 }", on: base) == "{goal: {of: total, is: 2, plus: 3}}")
  }

  @Test("a value of one form drives the other form out, both ways")
  func forms() throws {
    let (made, table) = ("lists: { classes: [1, 2], mean: 3 }\n", "lists: { file: a.csv }\n")
    #expect(try laid("lists: { file: b.csv }", on: made) == "{lists: {file: b.csv}}")
    #expect(try laid("lists.file: b.csv", on: made) == "{lists: {file: b.csv}}")
    #expect(try laid("lists: { mean: 4 }", on: made) == "{lists: {classes: [1, 2], mean: 4}}")
    #expect(try laid("lists: { mean: 4 }", on: table) == "{lists: {mean: 4}}")
    #expect(
      try laid("lists: { file: null, classes: [5], mean: 4 }", on: table)
        == "{lists: {classes: [5], mean: 4}}")
    #expect(try laid("lists.mean: null", on: table) == "{lists: {file: a.csv}}")
  }

  @Test("a list is replaced whole, or one item by its place, key by key")
  func items() throws {
    let base = "uses: [{ of: a, is: 1 }, { of: b, is: 2 }]\n"
    #expect(try laid("uses: [{ of: c }]", on: base) == "{uses: [{of: c}]}")
    #expect(
      try laid("uses.2: { plus: 5 }", on: base) == "{uses: [{of: a, is: 1}, {of: b, plus: 5}]}")
    #expect(
      try laid("uses.1.is: 7", on: base) == "{uses: [{of: a, is: 7}, {of: b, is: 2}]}")
  }

  @Test("what is laid on keeps the place where it is written, and what stays its own")
  func places() throws {
    let reform = try Node(
      parsing: InputFile(path: "reform.yaml", text: "work: { cost: { central: 3 } }\n"))
    let entry = try #require(reform.entries.first)
    let base = try document("work:\n  hours: { central: 1 }\n")
    let changed = try base.laying(entry.value, at: entry.key, as: Self.layout)
    #expect(changed.value(at: "work.cost.central")?.position.file == "reform.yaml")
    #expect(
      changed.value(at: "work.hours.central")?.position
        == .init(file: "a.yaml", line: 2, column: 21))
  }

  @Test("nothing is rebuilt that a change does not touch")
  func untouched() throws {
    let base = try document("work: { hours: { central: 1 } }\ngoal: { is: 1 }\n")
    let reform = try document("goal: { plus: 1 }\n")
    let entry = try #require(reform.entries.first)
    let changed = try base.laying(entry.value, at: entry.key, as: Self.layout)
    let (old, new) = (try #require(base["work"]), try #require(changed["work"]))
    #expect(old.isUnchanged(in: new))
  }
}

extension Node {
  /// As one would write it on one line.
  fileprivate var flow: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.value): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }
}
