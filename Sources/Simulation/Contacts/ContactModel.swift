import Diagnostics
import Foundation
import Practices
import Scenarios
import Statistics
import Units

/// What the contacts of a year are drawn from, as tables a loop can read.
struct ContactModel: Sendable {
  var classes: [ContactClass]
  let services: [ServiceModel]
  /// A person's count, by row group and rank, and by service.
  let counts: PoissonTable
  /// The row group of each cell: age group × 2 + sex.
  let rowOfCell: [UInt16]
  let days: Int
  /// A further contact is on the day of the one before when the lower twelve bits are below.
  let sameDay: UInt32
  /// Copay for other services over the year, in øre, by row group and rank.
  let otherCopay: [Int32]
  let streams: Streams
  private let fits: FrailtyFits

  struct Streams: Hashable, Sendable {
    let counts: EventStream
    /// By service.
    let contacts: [EventStream]
  }

  /// - Parameters:
  ///   - scenario: The year.
  ///   - country: Its inhabitants.
  ///   - replicate: Which repetition of the run, from 0.
  ///   - before: Whose tables are taken over where they follow from the same numbers.
  /// - Throws: ``Refusal`` when no distribution has the published mean and share.
  init(
    of scenario: NationalScenario, in country: CellMix, replicate: Int = 0,
    before: ContactModel? = nil
  ) throws(Refusal) {
    let seed = scenario.seed
    classes = try scenario.contacts.classes(with: scenario.staff)
    rowOfCell = (0..<PersonCell.count).map { code in
      let cell = PersonCell(code: UInt8(code))
      let groups = scenario.use.groups
      let group = groups.firstIndex { $0.ages.contains(cell.age) } ?? groups.count - 1
      return UInt16(group * 2 + cell.sex.rawValue)
    }
    days = Month(year: scenario.year, number: 1).daysInYear
    sameDay = UInt32((scenario.contacts.sameDayShare.central.double * 4_096).rounded())
    streams = Streams(
      counts: EventStream(
        seed: seed, replicate: replicate, year: scenario.year, decision: "contacts.count"),
      contacts: [
        EventStream(
          seed: seed, replicate: replicate, year: scenario.year, decision: "contact.consultation"),
        EventStream(
          seed: seed, replicate: replicate, year: scenario.year, decision: "contact.simple"),
        EventStream(
          seed: seed, replicate: replicate, year: scenario.year, decision: "contact.out-of-hours"),
      ])
    var use = UseTable(of: scenario.use, in: country, fits: before?.fits ?? FrailtyFits())
    services = try use.services(classes: classes, levels: scenario.use.levels)
    let means = services.map(\.means)
    counts =
      before.flatMap { $0.services.map(\.means) == means ? $0.counts : nil }
      ?? PoissonTable(means: means)
    otherCopay = try use.otherCopay(scenario.otherCopay)
    fits = use.fits
  }
}

/// The tables of one service.
struct ServiceModel: Hashable, Sendable {
  /// Its mean, by row group and rank.
  let means: [Double]
  /// The first class of the service, and which one after it a draw picks.
  let firstClass: Int
  let picks: OutcomeTable

  init(means: [Double], frailty: [Frailty], classes: [ContactClass], service: Service) {
    self.means = zip(means, frailty).flatMap { mean, frailty in frailty.values.map { mean * $0 } }
    let own = classes.indices.filter { classes[$0].service == service }
    firstClass = own.first ?? 0
    picks = OutcomeTable(weights: own.isEmpty ? [1] : own.map { classes[$0].chance })
  }
}

/// Means and frailty by age group and sex.
private struct UseTable {
  let setting: UseSetting
  /// Women and men in each age group of the country.
  let persons: [(women: Double, men: Double)]
  private(set) var fits: FrailtyFits

  init(of setting: UseSetting, in country: CellMix, fits: FrailtyFits) {
    (self.setting, self.fits) = (setting, fits)
    persons = setting.groups.map { group in
      var sum = (women: 0.0, men: 0.0)
      for age in group.ages where age <= PersonCell.oldest {
        sum.women += Double(country.persons[Int(PersonCell(.female, age: age).code)])
        sum.men += Double(country.persons[Int(PersonCell(.male, age: age).code)])
      }
      return sum
    }
  }

  mutating func services(
    classes: [ContactClass], levels: UseSetting.Levels
  ) throws(Refusal) -> [ServiceModel] {
    let consultations = means(of: \.consultations, isBySex: true)
    let frailty = try self.frailty(
      means: consultations, any: \.withConsultation, word: "with-consultation")
    let outOfHours = means(of: \.outOfHours, isBySex: false)
    let simple = means(of: \.simpleContacts, isBySex: true)
    let perService = [
      (Service.consultation, consultations, frailty, levels.consultations),
      // Nobody publishes who has no simple contact: as unequal as consultations.
      (.simpleContact, simple, frailty, levels.simpleContacts),
      (
        .outOfHours, outOfHours,
        try self.frailty(means: outOfHours, any: \.withOutOfHours, word: "with-out-of-hours"),
        levels.outOfHours
      ),
    ]
    return perService.map { service, means, frailty, level in
      ServiceModel(
        means: means.map { $0 * level.central.double }, frailty: frailty, classes: classes,
        service: service)
    }
  }

  /// The mean of women and men of each age group, so that the group keeps its mean.
  private func means(
    of measure: KeyPath<UseSetting.AgeGroup, Ratio>, isBySex: Bool
  ) -> [Double] {
    zip(setting.groups, persons).flatMap { group, persons in
      let mean = group[keyPath: measure].double
      let ratio = isBySex ? group.womenToMen.double : 1
      let all = persons.women + persons.men
      let weighted = ratio * persons.women + persons.men
      let men = weighted > 0 ? mean * all / weighted : mean
      return [men * ratio, men]
    }
  }

  private mutating func frailty(
    means: [Double], any: KeyPath<UseSetting.AgeGroup, Ratio>, word: String
  ) throws(Refusal) -> [Frailty] {
    var fitted: [Frailty] = []
    for (place, group) in setting.groups.enumerated() {
      let own = [means[2 * place], means[2 * place + 1]]
      let weights = [max(persons[place].women, 1), max(persons[place].men, 1)]
      let share = group[keyPath: any].double
      do throws(NumericalError) {
        let frailty =
          share > 0
          ? try fits.frailty(shareWithAny: share, means: own, weights: weights)
          : try fits.frailty(shape: 1)
        fitted += [frailty, frailty]
      } catch {
        throw Refusal(
          "\(group.position): '\(word)' is \(group[keyPath: any]): \(error)",
          help: "so few persons with so many contacts fit no gamma distribution; check the row")
      }
    }
    return fitted
  }

  /// In proportion to the consultations of the age group, and unequal inside it.
  mutating func otherCopay(_ setting: OtherCopay) throws(Refusal) -> [Int32] {
    let consultations = means(of: \.consultations, isBySex: false)
    let weights = persons.flatMap { [$0.women, $0.men] }
    let all = weights.reduce(0, +)
    let mean = zip(consultations, weights).reduce(0) { $0 + $1.0 * $1.1 } / max(all, 1)
    do throws(NumericalError) {
      let ranks = try fits.frailty(shape: setting.shape.central.double).values
      return consultations.flatMap { own in
        ranks.map { rank in
          let kroner = setting.mean.central.double * rank * (mean > 0 ? own / mean : 0)
          // A whole krone: money of a person is not drawn with the last bits of a library.
          return Int32(min(kroner.rounded(), 20_000_000)) * 100
        }
      }
    } catch {
      throw Refusal("'other-copay: shape': \(error)", help: "write a shape from 0.01 to 1000")
    }
  }
}
