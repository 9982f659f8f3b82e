import ScenarioSupport
import Scenarios
import TestSupport

@testable import Analysis

/// A country of a test's own with 4,000 persons, one price for a visit and one grant: 6 for the patient
/// and 14 for the state a visit, 70 a person.
struct SmallCountry {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The scenario, as a file that reforms name.
  ///
  /// - Parameter changes: Pieces of the scenario or of its rate book, and what stands there instead.
  /// - Throws: What writing or reading the file throws.
  /// - Returns: The file.
  func scenario(_ changes: [String: String] = [:]) throws -> ScenarioFile {
    var (book, text) = (Self.book, Self.scenario)
    for (old, new) in changes.sorted(by: { $0.key < $1.key }) {
      precondition(book.contains(old) || text.contains(old), "both texts lack '\(old)'")
      (book, text) = (book.replacing(old, with: new), text.replacing(old, with: new))
    }
    _ = try folder.file("book.yaml", book)
    return try ScenarioFile(reading: folder.file("year.yaml", text))
  }

  /// A reform of the scenario, which must have been written.
  func reform(_ change: String, named name: String = "reform.yaml") throws -> String {
    try folder.file(name, "reform: A test\nbase: year.yaml\nchange:\n\(change)\n")
  }

  /// Reforms beside the scenario.
  func comparison(
    of reforms: String..., changing changes: [String: String] = [:]
  ) throws -> ReformComparison {
    let base = try scenario(changes)
    let paths = try reforms.enumerated().map { try reform($1, named: "reform-\($0).yaml") }
    return try ReformComparison(of: base, with: paths)
  }

  private static let book = """
    rate-book: Ruritania
    currency: EUR
    per-capita-grants:
      capitation:
        title: Capitation
        unit: EUR/person/year
        payer: state
        periods:
          - { from: 2020-01-01, value: { places: [{ above: 0, rate: 70 }] }, reference: &list { title: price list, document: price list } }
    month-rules:
      payment: { title: Monthly payment, unit: rule, periods: [{ from: 2020-01-01, value: twelfths, reference: *list }] }
    fees:
      visit: { title: Visit, unit: EUR/contact, periods: [{ from: 2020-01-01, value: { refund: 14, copay: 6, honorarium: 20 }, reference: *list }] }

    """

  private static let scenario = """
    scenario: A small country
    jurisdiction: book.yaml
    year: 2022
    population:
      persons: { central: 4000, source: &a "assumption: a test" }
      ages: { file: \(Repository.path("Scenarios/norway/ages-2024.csv")), source: { title: ages, document: test } }
      exempt-share: { central: 0, source: *a }
      uninsured-share: { central: 0, source: *a }
    municipality-groups:
      all: { title: all, municipalities: 2, inhabitants: { central: 4000, source: *a }, mean-list: { central: 1000, source: *a }, salaried-share: { central: 0, source: *a } }
    lists:
      size-classes: [{ from: 500, to: 999, lists: 2 }, { from: 1000, to: 1500, lists: 2 }]
      size-class-source: { title: lists, document: test }
      occupancy: { mean: 0.97, full-share: 0.3, nearly-full-share: 0.6, nearly-full-from: 0.99, source: { title: lists, document: test } }
    practices:
      specialist-share: { central: 1, source: *a }
      vacant-share: { central: 0, source: *a }
      new-share: { central: 0, source: *a }
    use:
      source: { title: use, document: test }
      groups:
        - { from-age: 0, to-age: 105, consultations: 4, with-consultation: 0.7, simple-contacts: 1, out-of-hours: 0.2, with-out-of-hours: 0.15, women-to-men: 1.2 }
      levels: { consultations: { central: 1, source: *a }, simple-contacts: { central: 1, source: *a }, out-of-hours: { central: 1, source: *a } }
    contacts:
      same-day-share: { central: 0, source: *a }
      residuals:
        practice: { refund: &none { central: 0, source: *a }, copay: *none, certificates: *none, patient-payment: *none }
        out-of-hours: { refund: *none, copay: *none, certificates: *none, patient-payment: *none }
      types:
        visit: { title: Visit, service: consultation, count: { central: 16000, source: *a }, evening-share: { central: 0, source: *a }, fees: [{ fee: visit, at: day }] }
        phone: { title: Phone, service: simple-contact, count: { central: 4000, source: *a }, evening-share: { central: 0, source: *a } }
        night: { title: Night, service: out-of-hours, count: { central: 800, source: *a }, evening-share: { central: 0, source: *a } }
    other-copay: { mean: { central: 0, source: *a }, same-rank-share: { central: 0, source: *a }, shape: { central: 0.6, source: *a } }
    work:
      minutes: { visit: { central: 15, source: *a }, phone: { central: 6, source: *a } }
      minutes-per-person: { central: 20, source: *a }
      hours: { central: 1800, source: *a }
      cost-per-list: { central: 20000, source: *a }
      cost-per-contact: { central: 1, source: *a }
    behaviour:
      theory: none
      inducement: true
      visits-to-copay: { low: -0.1, central: -0.06, high: 0, source: *a }
      visits-to-fees: { low: 0, central: 0.05, high: 0.2, source: *a }
      lists-to-base-share: { low: -0.1, central: 0.1, high: 0.3, source: *a }
      hours-to-reward: { low: 0, central: 0.2, high: 0.5, source: *a }
      effort-to-reward: { low: 0, central: 0.1, high: 0.3, source: *a }
      staff-to-gain: { low: 0, central: 0.5, high: 1, source: *a }
      staff-gain: { low: 20, central: 40, high: 60, source: *a }

    """
}
