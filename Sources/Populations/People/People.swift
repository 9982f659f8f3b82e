import Statistics

/// The persons on some lists, as flat arrays in the order of the lists.
///
/// A person is named by list and place, and everything drawn about a person by that name alone.
/// Municipality, form and practitioner are those of the list.
///
/// - Complexity: Four bytes per person.
public struct People: Sendable {
  /// ``Cell/code`` of each person.
  public private(set) var cells: [UInt8] = []
  /// The rank in ``Frailty`` of each person: how much the person uses services.
  public private(set) var frailty: [UInt8] = []
  /// The rank of each person's copay for other services.
  public private(set) var spending: [UInt8] = []
  public private(set) var standings: [Standing] = []
  /// The first person of each list; one more than there are lists.
  public private(set) var starts: [Int] = [0]

  /// What is true of a person whatever the law says of ages.
  public struct Standing: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Exempt from copay for a reason other than age, such as pregnancy.
    public static let exempt = Standing(rawValue: 1)
    /// Not in the national insurance.
    public static let uninsured = Standing(rawValue: 2)
  }

  public var count: Int { cells.count }
  public var lists: Int { starts.count - 1 }

  /// No persons, with room for some.
  public init(expecting persons: Int = 0, on lists: Int = 0) {
    cells.reserveCapacity(persons)
    frailty.reserveCapacity(persons)
    spending.reserveCapacity(persons)
    standings.reserveCapacity(persons)
    starts.reserveCapacity(lists + 1)
  }

  /// Puts known persons on the next list: the cell, the two ranks and the standing of each.
  public mutating func addList(
    of persons: [(cell: Cell, frailty: UInt8, spending: UInt8, standing: Standing)]
  ) {
    for person in persons {
      cells.append(person.cell.code)
      frailty.append(person.frailty)
      spending.append(person.spending)
      standings.append(person.standing)
    }
    starts.append(cells.count)
  }

  /// Puts drawn persons on the next list.
  ///
  /// - Parameters:
  ///   - length: Persons on it.
  ///   - list: The place of the list in the run's table, which names the draws.
  ///   - mix: Sex and age where the list is.
  ///   - draw: How persons are drawn.
  public mutating func addList(
    of length: Int, number list: Int, in mix: CellMix, by draw: PersonDraw
  ) {
    for place in 0..<length {
      // One block per person: cell, two ranks, and two chances.
      let block = draw.stream.block(list: UInt32(truncatingIfNeeded: list), place: UInt32(place))
      cells.append(mix.cell(at: block[0]))
      frailty.append(UInt8(truncatingIfNeeded: block[1]))
      // The upper half of the word decides whether the two ranks are one.
      let shift: UInt32 = block[1] &>> 16 < draw.sameRank ? 0 : 8
      spending.append(UInt8(truncatingIfNeeded: block[1] &>> shift))
      var standing: Standing = []
      if UInt64(block[2]) < draw.exempt { standing.insert(.exempt) }
      if UInt64(block[3]) < draw.uninsured { standing.insert(.uninsured) }
      standings.append(standing)
    }
    starts.append(cells.count)
  }
}

/// How persons are drawn.
public struct PersonDraw: Sendable {
  let stream: EventStream
  let exempt: UInt64
  let uninsured: UInt64
  /// Of 2¹⁶.
  let sameRank: UInt32

  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - replicate: Which repetition of the run.
  ///   - exempt: The share exempt from copay whatever their age.
  ///   - uninsured: The share not in the national insurance.
  ///   - sameRank: The share whose copay for other services ranks as their use does.
  public init(seed: UInt64, replicate: Int, exempt: Double, uninsured: Double, sameRank: Double) {
    // Year 0: what a person is, the person stays.
    stream = EventStream(seed: seed, replicate: replicate, year: 0, decision: "person")
    self.exempt = Threshold.of(exempt)
    self.uninsured = Threshold.of(uninsured)
    self.sameRank = UInt32(Threshold.of(sameRank) >> 16)
  }
}
