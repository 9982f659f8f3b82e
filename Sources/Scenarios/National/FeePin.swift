public import Diagnostics
import Documents
public import RateBooks
public import Rules
public import Units

/// What the `as-of` of a fee means: a value of the law it was written for, and the values that a reform
/// of that law has brought since.
///
/// A pin speaks of the law its author knew. What a reform states later is paid from its own day on.
public struct FeePin: Sendable {
  /// The value that is meant.
  public var written: Period<Fee>
  /// The periods of reforms of it, oldest first.
  public var later: [Period<Fee>]
}

extension ContactType.FeeUse {
  /// What the fee is paid on a day.
  ///
  /// - Throws: ``Refusal`` when the fee, or who pays it, is not known for the day.
  /// - Returns: The period of the law; `nil` where the law has ended the fee, so that it is not paid.
  public func period(on day: CalendarDate, in law: RateBook) throws(Refusal) -> Period<Fee>? {
    if let pin {
      guard let own = pin.later.last(where: { $0.from <= day }) else { return pin.written }
      return own.value == nil ? nil : own
    }
    if case .ended? = law.fees[fee.value]?.series.standing(on: day) { return nil }
    return try law.fee(fee.value, on: day).period
  }

  /// The days on which what is paid may change, in any year.
  public func daysOfChange(in law: RateBook) -> [CalendarDate] {
    (pin?.later ?? law.fees[fee.value]?.series.periods ?? []).map(\.from)
  }
}

/// Finds what the pins of a scenario mean.
struct FeePins {
  /// The law before the scenario adds to it, and what it adds.
  let book: RateBook
  let added: RateBook?
  /// The files of the scenario, each after those it changes.
  let layers: [String]
  let year: Int

  /// Which of the scenario's files something is written in; below all of them for a rate book.
  private func layer(of position: SourcePosition) -> Int {
    layers.lastIndex(of: position.file) ?? -1
  }

  /// The contacts with what each pin means; what is wrong with one goes into the log.
  func pinned(_ contacts: ContactSetting, _ log: inout FaultLog) -> ContactSetting? {
    var contacts = contacts
    var isSound = agree(contacts, &log)
    for type in contacts.types.indices {
      for place in contacts.types[type].fees.indices {
        let use = contacts.types[type].fees[place]
        guard let day = use.asOf, book.fees[use.fee.value] != nil || isAdded(use) else { continue }
        let pin = pin(use, at: day.value, in: contacts.types[type].name, &log)
        contacts.types[type].fees[place].pin = pin
        isSound = isSound && pin != nil
      }
    }
    return isSound ? contacts : nil
  }

  private func isAdded(_ use: ContactType.FeeUse) -> Bool { added?.fees[use.fee.value] != nil }

  private func pin(
    _ use: ContactType.FeeUse, at day: CalendarDate, in type: String, _ log: inout FaultLog
  ) -> FeePin? {
    let own = layer(of: use.fee.position)
    let added = added?.fees[use.fee.value]?.series
    let known = added.flatMap { series in series.keeping { layer(of: $0.position) <= own } }
    let inBook = book.fees[use.fee.value]?.series
    let series = inBook.map { inBook in known.map(inBook.overlaid) ?? inBook } ?? known
    guard let written = series?.inForce(on: day)?.period else {
      log.add(
        "the fee '\(use.fee.text)' is not known for \(day)", at: use.fee.position,
        help: "write 'as-of' with a day for which 'takst rates --history' shows it")
      return nil
    }
    guard written.value?.refund != nil, written.value?.copay != nil else {
      log.add(
        "no source says who pays the fee '\(use.fee.text)' on \(day)", at: use.fee.position,
        help: "write 'as-of' with a day for which 'takst rates --history' shows it")
      return nil
    }
    let hidden = known?.periods.first {
      layer(of: $0.position) == own && $0.position.file == use.fee.position.file && $0.from > day
        && $0.from.year <= year
    }
    if let hidden {
      log.add(
        "'as-of: \(day)' hides the value that '\(use.fee.text)' has from \(hidden.from) "
          + "(\(hidden.position))",
        at: use.asOf?.position ?? use.fee.position,
        help: "leave 'as-of' out, or write a day from \(hidden.from) on")
      log.add(
        "this value is never paid in '\(type)', whose 'as-of' is \(day) "
          + "(\(use.asOf?.position ?? use.fee.position))",
        at: hidden.position)
      return nil
    }
    return FeePin(
      written: written, later: (added?.periods ?? []).filter { layer(of: $0.position) > own })
  }

  /// Whether every fee has one value on a day: a schedule knows no contact types.
  private func agree(_ contacts: ContactSetting, _ log: inout FaultLog) -> Bool {
    var first: [String: (use: ContactType.FeeUse, type: String)] = [:]
    var isSound = true
    for type in contacts.types {
      for use in type.fees {
        guard let (other, otherType) = first[use.fee.value] else {
          first[use.fee.value] = (use, type.name)
          continue
        }
        guard other.asOf?.value != use.asOf?.value else { continue }
        func words(_ use: ContactType.FeeUse) -> String {
          use.asOf.map { "of \($0.text)" } ?? "of each day"
        }
        log.add(
          "the value \(words(use)) of '\(use.fee.text)' is meant in '\(type.name)' and that "
            + "\(words(other)) in '\(otherType)'",
          at: use.asOf?.position ?? use.fee.position,
          help: "a fee has one value on a day: write the same 'as-of' in both")
        isSound = false
      }
    }
    return isSound
  }
}
