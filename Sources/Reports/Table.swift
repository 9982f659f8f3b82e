public import Units

/// A result as rows and columns, before it is text, CSV or JSON.
///
/// Names of columns and terms are the same in every language; only text for people translates them.
public struct Table: Sendable {
  /// The name that files and commands use.
  public var name: String
  /// Which effects are in the numbers.
  public var stage: Stage
  public var columns: [Column]
  public var rows: [[Cell]]
  /// What a reader must know to read the numbers, as keys of phrases with what they name.
  public var notes: [Phrase]

  package init(
    named name: String, stage: Stage, columns: [Column], rows: [[Cell]], notes: [Phrase] = []
  ) {
    (self.name, self.stage) = (name, stage)
    (self.columns, self.rows, self.notes) = (columns, rows, notes)
  }

  public enum Stage: String, Sendable {
    /// Nobody moves.
    case immediate
    /// Persons have come on lists and changed them.
    case afterListMovements = "after-list-movements"
    /// Patients and practices have answered as well.
    case afterBehaviour = "after-behaviour"
  }

  public struct Column: Sendable {
    public var name: String
    /// `text`, `NOK`, `persons`, `share`, …
    public var unit: String
    /// Whether text for people leaves the column out of a table in which it is empty.
    public var isOptional: Bool
    /// Whether it says what the numbers of a row are of. Numbers do so where this is said of them, and
    /// words unless they explain a result, which would make the row another one in every run.
    public var isKey: Bool

    private static let explaining: Set = ["cause", "finding", "source", "text", "line-of-file"]

    package init(
      _ name: String, _ unit: String = "text", isOptional: Bool = false, isKey: Bool? = nil
    ) {
      (self.name, self.unit, self.isOptional) = (name, unit, isOptional)
      self.isKey = isKey ?? (unit == "text" && !Self.explaining.contains(name))
    }

    /// The grant an amount is of, where its account line has grants of several names. It comes last, so
    /// that the other columns keep their places.
    package static let grant = Column("grant", isOptional: true)
  }
}

/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// A word of the program, translated for people and left alone for machines.
  case term(String)
  /// A sentence, in the language of the report.
  case phrase(Phrase)
  /// What the author or a source wrote.
  case text(String)
  /// Several values in a row, with something between them.
  indirect case joined([Cell], by: String)
  case money(Money)
  case day(CalendarDate)
  case month(Month)
  case count(Int)
  /// An exact number, shown with so many decimals.
  case number(Ratio, decimals: Int)
  /// A fact nobody has published.
  case missing
  /// No number at all, such as the mean of nothing.
  case empty
}

/// A sentence of the program, by its key in the language files, with what goes into its gaps.
public struct Phrase: Hashable, Sendable {
  public var key: String
  public var gaps: [String: Cell]

  package init(_ key: String, _ gaps: [String: Cell] = [:]) {
    (self.key, self.gaps) = (key, gaps)
  }
}

extension Cell {
  /// The name of a grant, or nothing where the account line says it all.
  package static func grant(_ name: String?) -> Cell { name.map(Cell.text) ?? .empty }

  /// A number with as many decimals as it needs, four at most.
  package static func shortest(_ number: Ratio) -> Cell {
    let decimals = (0...4).first { decimals in
      let scale = (0..<decimals).reduce(Ratio.one) { scale, _ in scale * Ratio(10) }
      return (number * scale).wholeNumber != nil
    }
    return .number(number, decimals: decimals ?? 4)
  }
}
