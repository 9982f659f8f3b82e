import Diagnostics
import Documents
import Practices
public import Scenarios
import Units

/// How persons come on lists and off them, and what each case costs to handle.
public struct Enrolment: Sendable {
  /// The channel in use, by its key.
  public var channel: String
  /// The cost of handling one enrolment or one deregistration, in the currency of the rate book.
  public var costPerCase: Estimate
  /// Months a person is still paid for after leaving.
  public var deregistrationDelay: Estimate
  /// Changes of list a person asks for in a year.
  public var changesPerYear: Estimate
  /// Every channel there is, in the order of the file.
  public var channels: [Channel]

  /// One way of enrolling.
  public struct Channel: Sendable {
    /// The author's key, for example `embassy-list`.
    public var key = ""
    public var costPerCase: Estimate
    public var deregistrationDelay: Estimate
    /// The share of those who must consent in person and do, enrolled this way; `nil` where groups say
    /// it.
    public var consent: Estimate?
    var position: SourcePosition
  }
}

extension Enrolment {
  /// The consent of the channel in use.
  var consent: Estimate? { channels.first { $0.key == channel }?.consent }
}

extension Enrolment.Channel {
  private enum Keys {
    static let cost = Key(
      "cost-per-case", Estimate.grammar(of: .number(in: 0...1_000_000)),
      "handling one enrolment or deregistration, in the currency of the rate book")
    static let delay = Key(
      "deregistration-delay",
      Estimate.grammar(of: Grammar<Int>.whole(in: 0...60).map { Ratio($0) }),
      "whole months a person is still paid for after leaving")
    static let consent = Key(
      "consent", Estimate.grammar(of: .share),
      "the share of those who must consent in person and do, enrolled this way")
  }

  static let grammar = Grammar<Self>.record(
    "an enrolment channel",
    keys: [Keys.cost.required, Keys.delay.required, Keys.consent.optional]
  ) { record, _ in
    Self(
      costPerCase: record[Keys.cost], deregistrationDelay: record[Keys.delay],
      consent: record[maybe: Keys.consent], position: record.position)
  }
}

extension Enrolment {
  private enum Keys {
    static let channel = Key("channel", Grammar<String>.text.located, "the channel in use")
    static let channels = Key(
      "channels", Grammar<[Named<Channel>]>.names(of: Channel.grammar), "the channels there are")
    static let changes = Key(
      "changes-per-year", Estimate.grammar(of: .number(in: 0...50)),
      "changes of list a person asks for in a year")
  }

  static let grammar = Grammar<Enrolment>.record(
    "enrolment",
    keys: [Keys.channel.required, Keys.channels.required, Keys.changes.required]
  ) { record, log in
    let channels = record[Keys.channels].map { named in
      var channel = named.value
      channel.key = named.name.value
      return channel
    }
    let name = record[Keys.channel]
    guard let channel = channels.first(where: { $0.key == name.value }) else {
      log.addUnknownName(name, among: channels.map(\.key), in: "channels")
      return nil
    }
    return Enrolment(
      channel: name.value, costPerCase: channel.costPerCase,
      deregistrationDelay: channel.deregistrationDelay, changesPerYear: record[Keys.changes],
      channels: channels)
  }
}
