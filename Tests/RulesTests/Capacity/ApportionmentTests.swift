import Rules
import TestSupport
import Testing
import Units

@Suite("Seats shared out by need")
struct ApportionmentTests {
  private func seats(
    _ total: Int, _ needs: [Int], _ method: ApportionmentMethod, floors: [Int]? = nil,
    ceilings: [Int?]? = nil
  ) throws -> Apportionment {
    try Apportionment(
      of: total, by: needs, method: method, floors: floors ?? needs.map { _ in 0 },
      ceilings: ceilings ?? needs.map { _ in nil })
  }

  /// The examples of the articles «Largest remainder method», «Webster/Sainte-Laguë method» and
  /// «Apportionment paradox» in the English Wikipedia.
  @Test("published examples come out as published")
  func knownAnswers() throws {
    let six = [47_000, 16_000, 15_900, 12_000, 6_000, 3_100]
    #expect(try seats(10, six, .largestRemainder).seats == [5, 2, 1, 1, 1, 0])
    let four = [100_000, 80_000, 30_000, 20_000]
    #expect(try seats(8, four, .sainteLague).seats == [3, 3, 1, 1])
    #expect(try seats(10, [6, 6, 2], .largestRemainder).seats == [4, 4, 2])
    #expect(try seats(11, [6, 6, 2], .largestRemainder).seats == [5, 5, 1])
  }

  @Test(
    "seats and what is left sum to the total, and every bound holds",
    arguments: ApportionmentMethod.allCases)
  func sums(method: ApportionmentMethod) throws {
    try forEverySeed { random in
      let areas = random.areas()
      let shared = try areas.shared(method)
      return shared.seats.reduce(0, +) + shared.unplaced == areas.total
        && shared.seats.indices.allSatisfy { area in
          areas.floors[area] <= shared.seats[area]
            && shared.seats[area] <= areas.ceilings[area] ?? .max
        }
    }
  }

  @Test(
    "seats are left only when every area with need is full, and none goes where there is no need",
    arguments: ApportionmentMethod.allCases)
  func unplaced(method: ApportionmentMethod) throws {
    try forEverySeed { random in
      let areas = random.areas()
      let shared = try areas.shared(method)
      return areas.needs.indices.allSatisfy { area in
        areas.needs[area] == 0
          ? shared.seats[area] == areas.floors[area]
          : shared.unplaced == 0 || shared.seats[area] == areas.ceilings[area]
      }
    }
  }

  @Test("without bounds, largest remainder is the one money is split by")
  func unbounded() throws {
    try forEverySeed { random in
      let areas = random.areas(isBounded: false)
      return try areas.shared(.largestRemainder).seats
        == largestRemainder(areas.total, by: areas.needs)
    }
  }

  /// Of two areas where neither is held by a bound, none is a whole seat or more from the other's
  /// proportion; an area below the common measure is at its ceiling, one above it at its floor.
  @Test("areas held by no bound share by their need alone")
  func freeAreas() throws {
    try forEverySeed { random in
      let areas = random.areas()
      let seats = try areas.shared(.largestRemainder).seats
      let free = seats.indices.filter {
        areas.needs[$0] > 0 && areas.floors[$0] < seats[$0]
          && seats[$0] < areas.ceilings[$0] ?? .max
      }
      return free.allSatisfy { a in
        free.allSatisfy { b in
          // (seats of a − 1) / need of a < (seats of b + 1) / need of b
          Int128(seats[a] - 1) * Int128(areas.needs[b])
            < Int128(seats[b] + 1) * Int128(areas.needs[a])
        }
      }
    }
  }

  @Test("by Sainte-Laguë one more seat takes none from anybody")
  func houseMonotone() throws {
    try forEverySeed { random in
      var areas = random.areas()
      let before = try areas.shared(.sainteLague)
      areas.total += 1
      let after = try areas.shared(.sainteLague)
      return zip(before.seats, after.seats).allSatisfy { $0 <= $1 }
        && after.unplaced - before.unplaced <= 1
    }
  }

  @Test("by Sainte-Laguë no area with room has a better claim to a seat than who has it")
  func claims() throws {
    try forEverySeed { random in
      let areas = random.areas()
      let seats = try areas.shared(.sainteLague).seats
      return seats.indices.allSatisfy { a in
        areas.needs[a] == 0 || seats[a] == areas.ceilings[a]
          || seats.indices.allSatisfy { b in
            seats[b] == areas.floors[b]
              || Int128(areas.needs[a]) * Int128(2 * seats[b] - 1)
                <= Int128(areas.needs[b]) * Int128(2 * seats[a] + 1)
          }
      }
    }
  }

  @Test("the order of areas does not matter when no two are alike")
  func order() throws {
    try forEverySeed { random in
      var areas = random.areas()
      // Numbers so large and any leave no two quotients or remainders equal.
      areas.needs = areas.needs.map { _ in random.whole(in: 1...1_000_000_000_000) }
      let order = areas.needs.indices.shuffled(using: &random)
      let turned = Areas(
        total: areas.total, needs: order.map { areas.needs[$0] },
        floors: order.map { areas.floors[$0] }, ceilings: order.map { areas.ceilings[$0] })
      return try ApportionmentMethod.allCases.allSatisfy { method in
        let seats = try areas.shared(method).seats
        return try turned.shared(method).seats == order.map { seats[$0] }
      }
    }
  }

  @Test("of equal areas the earlier has the odd seat", arguments: ApportionmentMethod.allCases)
  func ties(method: ApportionmentMethod) throws {
    #expect(try seats(4, [7, 7, 7], method).seats == [2, 1, 1])
  }

  @Test("what a ceiling cuts off and a floor takes is shared by the others")
  func bounds() throws {
    let capped = try seats(12, [2, 1, 1], .largestRemainder, ceilings: [4, nil, nil])
    #expect(capped.seats == [4, 4, 4])
    let floored = try seats(12, [2, 2, 1], .largestRemainder, floors: [0, 0, 6])
    #expect(floored.seats == [3, 3, 6])
    let both = try seats(
      10, [8, 1, 1], .largestRemainder, floors: [0, 3, 0], ceilings: [5, 9, 9])
    #expect(both.seats == [5, 3, 2])
    let full = try seats(9, [1, 1], .sainteLague, ceilings: [3, 4])
    #expect(full == (try seats(9, [5, 1], .largestRemainder, ceilings: [3, 4])))
    #expect(full.seats == [3, 4] && full.unplaced == 2)
  }

  @Test("bounds that contradict each other are refused", arguments: ApportionmentMethod.allCases)
  func refusals(method: ApportionmentMethod) throws {
    #expect(throws: ApportionmentError.floorsExceedTotal(floors: 5, total: 4)) {
      try seats(4, [1, 1], method, floors: [2, 3])
    }
    #expect(throws: ApportionmentError.floorAboveCeiling(index: 1)) {
      try seats(4, [1, 1], method, floors: [0, 2], ceilings: [0, 1])
    }
    #expect(throws: ApportionmentError.noNeed) { try seats(1, [0, 0], method) }
    #expect(throws: ApportionmentError.noNeed) { try seats(1, [], method) }
    #expect(try seats(5, [0, 1], method, floors: [2, 3]).seats == [2, 3])
    #expect(try seats(2, [0, 0], method, floors: [2, 0]).seats == [2, 0])
    #expect(try seats(0, [], method).unplaced == 0)
  }

  @Test("a nation's seats are shared in no time", arguments: ApportionmentMethod.allCases)
  func large(method: ApportionmentMethod) throws {
    var random = TestRandom(seed: 1)
    let needs = (0..<98).map { _ in random.whole(in: 1...1_000_000_000_000) }
    let shared = try seats(
      5_000, needs, method, floors: needs.map { _ in 3 }, ceilings: needs.map { _ in 80 })
    #expect(shared.seats.reduce(0, +) == 5_000)
  }
}
