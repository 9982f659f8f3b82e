import Diagnostics
import Documents
import Ledger
import Practices
import RateBooks
import Rules
public import Scenarios
public import Units

/// A hearing note's figure beside every other reading of its own numbers, and beside ours.
public struct AuditedNote: Sendable {
  public let note: NoteAudit
  /// The per-capita grant on the note's day, all such grants of the law together.
  public let rateOfPlace: @Sendable (Int) -> Money
  /// The first place of each tier of the grant.
  public let firstPlaces: [Int]
  /// In the order of the file; the first is the note's own.
  public let rows: [Row]
  /// The cost from list lengths and free places: at the note's rates, and by the law of each month.
  public let simulated: [Simulated]

  /// One reading, computed.
  public struct Row: Sendable {
    public let reading: NoteAudit.Reading
    /// Persons times family size.
    public let persons: Ratio
    /// Kroner per person per year, exact.
    public let rate: Ratio
    /// Persons times rate, rounded once.
    public let amount: Money
  }

  /// A cost the model computes where the note multiplies.
  public struct Simulated: Sendable {
    /// The day whose law holds throughout; `nil` for the law of each month.
    public let lawAt: CalendarDate?
    /// Person-years paid for, scaled to twelve months.
    public let persons: Ratio
    /// What municipalities pay more, scaled to twelve months.
    public let yearly: Money

    /// Kroner per person-year paid for.
    public let rate: Ratio
  }

  /// - Throws: `Refusal` when no per-capita grant is known on the note's day.
  public init(
    _ note: NoteAudit, of file: ScenarioFile, in comparison: Comparison
  ) throws {
    let scales = try comparison.scenario.law.perCapitaScales(on: note.lawAt.value)
    self.note = note
    firstPlaces = Set(scales.flatMap { $0.tiers.map { $0.above + 1 } }).sorted()
    rateOfPlace = { place in scales.reduce(.zero) { $0 + $1.rate(ofPlace: place) } }
    rows = note.readings.map { Row($0, at: scales) }

    let day = note.lawAt.value
    let frozen = Node(.scalar(day.description, isQuoted: false), at: file.document.position)
    let atNotesRates = try Comparison(of: file.changing("law-at", to: frozen))
    let ownRates = Simulated(comparison, lawAt: nil)
    simulated =
      [Simulated(atNotesRates, lawAt: day)]
      + (comparison.scenario.lawAt == nil ? [ownRates] : [])
  }
}

extension AuditedNote.Row {
  init(_ reading: NoteAudit.Reading, at scales: [PerCapitaScale]) {
    func annual(_ persons: Int) -> Money {
      scales.reduce(.zero) { $0 + $1.annualAmount(persons: persons) }
    }
    func legalRate(of place: Int) -> Ratio {
      Ratio((annual(place) - annual(place - 1)).ore, over: 100)
    }
    self.reading = reading
    persons = Ratio(reading.persons) * reading.familySize
    rate =
      switch reading.rate {
      case .stated(let stated): Ratio(stated.ore, over: 100)
      case .ofPlace(let place): legalRate(of: place)
      case .mix(let parts): parts.reduce(.zero) { $0 + legalRate(of: $1.place) * $1.share }
      case .meanOfList(let length): Ratio(annual(length).ore, over: 100 * length)
      }
    amount = Money(ore: (persons * rate * Ratio(100)).rounded)
  }
}

extension AuditedNote.Simulated {
  init(_ comparison: Comparison, lawAt: CalendarDate?) {
    let months = comparison.reform.monthsWithRight
    let places = Array(comparison.scenario.municipalities.indices)
    let grants = comparison.difference { $0.payer == .municipality && $0.line.isGrant }
    let years = comparison.personYears(
      in: places, during: Array(comparison.scenario.calendar.indices))
    self.lawAt = lawAt
    persons = years * Ratio(12, over: max(1, months.count))
    rate = years > .zero ? Ratio(grants.ore, over: 100) / years : .zero
    yearly = comparison.yearly(grants)
  }
}
