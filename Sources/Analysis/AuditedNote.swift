import Simulation
import Diagnostics
import Documents
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
    /// Persons with a place, on average over the months.
    public let persons: Ratio
    /// What municipalities pay more, scaled to twelve months.
    public let yearly: Money

    /// Kroner per person per year.
    public var rate: Ratio {
      persons > .zero ? Ratio(yearly.ore, over: 100) / persons : .zero
    }
  }

  /// - Throws: `Refusal` when no per-capita grant is known on the note's day.
  public init(
    _ note: NoteAudit, of file: ScenarioFile, in comparison: Comparison
  ) throws {
    let scales = comparison.scenario.law.perCapitaGrants.rules.compactMap {
      $0.series.inForce(on: note.lawAt)?.value
    }
    guard !scales.isEmpty else {
      throw Refusal(
        "no per-capita grant is known for the note's day, \(note.lawAt)",
        help: "choose a 'law-at' for which 'takst rates' shows one")
    }
    self.note = note
    firstPlaces = Set(scales.flatMap { $0.tiers.map { $0.above + 1 } }).sorted()
    rateOfPlace = { place in scales.reduce(.zero) { $0 + $1.rate(ofPlace: place) } }
    rows = note.readings.map { Row($0, at: scales) }

    // The first day on which the note's law, the run and every group's right have all begun.
    let rights = comparison.scenario.arrivals.compactMap {
      comparison.scenario.law.listRights[$0.right.value]?.series.periods[0].from
    }
    let day = rights.reduce(max(note.lawAt, comparison.scenario.from.firstDay), max)
    let frozen = Node(.scalar(day.description, isQuoted: false), at: file.document.position)
    let atNotesRates = try Comparison(of: file.changing("law-at", to: frozen))
    simulated = [Simulated(atNotesRates, lawAt: day), Simulated(comparison, lawAt: nil)]
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
    let grants = comparison.difference { $0.payer == .municipality && $0.line.isGrant }
    let months = comparison.scenario.months
    let personMonths = zip(comparison.reform.arrivals, comparison.reform.departed)
      .reduce(0) { sum, month in sum + month.0.reduce(0, +) + month.1.reduce(0, +) }
    self.lawAt = lawAt
    persons = Ratio(personMonths, over: months)
    yearly = grants.scaled(by: Ratio(12, over: months))
  }
}
