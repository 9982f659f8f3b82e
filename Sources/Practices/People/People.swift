import Statistics

/// The persons on some lists, as flat arrays in the order of the lists.
///
/// A person is named by list and place, and everything drawn about a person by that name alone.
/// Municipality, form and practitioner are those of the list.
///
/// - Complexity: Four bytes per person.
public struct People: Sendable {
  /// ``PersonCell/code`` of each person.
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
    public static var exempt: Standing { Standing(rawValue: 1) }
    /// Not in the national insurance.
    public static var uninsured: Standing { Standing(rawValue: 2) }
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
    of persons: [(cell: PersonCell, frailty: UInt8, spending: UInt8, standing: Standing)]
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
    let first = cells.count
    // Eight persons at a time; who is too many is taken off again.
    let spare = -length & 7
    cells.append(contentsOf: repeatElement(0, count: length + spare))
    frailty.append(contentsOf: repeatElement(0, count: length + spare))
    spending.append(contentsOf: repeatElement(0, count: length + spare))
    standings.append(contentsOf: repeatElement([], count: length + spare))
    cells.withUnsafeMutableBufferPointer { cells in
      frailty.withUnsafeMutableBytes { frailty in
        spending.withUnsafeMutableBytes { spending in
          standings.withUnsafeMutableBytes { standings in
            for place in stride(from: 0, to: length, by: 8) {
              let eight = draw.eight(list: UInt32(list), place: UInt32(place))
              let slot = first &+ place
              for lane in 0..<8 { cells[slot &+ lane] = mix.cell(at: eight.cells[lane]) }
              frailty.storeBytes(of: eight.frailty, toByteOffset: slot, as: SIMD8<UInt8>.self)
              spending.storeBytes(of: eight.spending, toByteOffset: slot, as: SIMD8<UInt8>.self)
              standings.storeBytes(of: eight.standings, toByteOffset: slot, as: SIMD8<UInt8>.self)
            }
          }
        }
      }
    }
    cells.removeLast(spare)
    frailty.removeLast(spare)
    spending.removeLast(spare)
    standings.removeLast(spare)
    starts.append(cells.count)
  }
}

/// How persons are drawn.
public struct PersonDraw: Hashable, Sendable {
  let stream: EventStream
  /// Of 2²⁴, as is the next.
  let exempt: UInt32
  let uninsured: UInt32
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
    self.exempt = UInt32(Threshold.of(exempt) >> 8)
    self.uninsured = UInt32(Threshold.of(uninsured) >> 8)
    self.sameRank = UInt32(Threshold.of(sameRank) >> 16)
  }

  /// Eight persons of a list. One block of numbers each: cell, two ranks, and two chances.
  @inline(__always)
  func eight(
    list: UInt32, place: UInt32
  ) -> (
    cells: SIMD8<UInt32>, frailty: SIMD8<UInt8>, spending: SIMD8<UInt8>, standings: SIMD8<UInt8>
  ) {
    let places = SIMD8(repeating: place) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7)
    let (cells, ranks, exemption, insurance) = stream.blocks(list: list, places: places)
    // The upper half of the word decides whether the two ranks are one.
    let isSame = (ranks &>> 16).bits(below: sameRank)
    let spending = (ranks & isSame) | ((ranks &>> 8) & ~isSame)
    let standings =
      (exemption &>> 8).bits(below: exempt) & UInt32(People.Standing.exempt.rawValue)
      | (insurance &>> 8).bits(below: uninsured) & UInt32(People.Standing.uninsured.rawValue)
    return (
      cells, SIMD8(truncatingIfNeeded: ranks), SIMD8(truncatingIfNeeded: spending),
      SIMD8(truncatingIfNeeded: standings)
    )
  }
}
