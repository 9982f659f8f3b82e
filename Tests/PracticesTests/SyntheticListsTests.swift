import Practices
import Rules
import TestSupport
import Testing
import Units

@Suite("Lists made from published figures")
struct SyntheticListsTests {
  private let figures = SyntheticFigures.lists()

  private func lists(_ key: String, seed: UInt64 = 1) throws -> [PatientList] {
    let all = try figures.lists(in: SyntheticFigures.municipalities, seed: seed)
    return all.filter { SyntheticFigures.municipalities[$0.municipality].key == key }
  }

  @Test(
    "a municipality has its inhabitants over its mean list, and one list at least",
    arguments: [("city", 625), ("town", 16), ("village", 1)])
  func count(key: String, lists: Int) throws {
    #expect(try self.lists(key).count == lists)
  }

  @Test(
    "the lengths sum to the mean list times the lists",
    arguments: [("city", 697_000), ("town", 17_872), ("village", 1_117)])
  func sum(key: String, persons: Int) throws {
    #expect(try lists(key).map(\.length).reduce(0, +) == persons)
  }

  @Test("the lengths sum to the mean list times the lists in any municipality")
  func sumAnywhere() throws {
    try forEverySeed(in: 0..<200) { random in
      let mean = Ratio(random.whole(in: 5_000...20_000), over: 10)
      let municipality = SyntheticFigures.municipality(
        "here", inhabitants: random.whole(in: 1...100_000), meanList: mean)
      let lists = try figures.lists(in: [municipality], seed: random.next())
      return lists.map(\.length).reduce(0, +) == (mean * Ratio(lists.count)).rounded
    }
  }

  @Test("lists are as unequal as the published classes")
  func spread() throws {
    let lists = try lists("city")
    // 34.0 percent of the country's lists are shorter than 1,000, and 9.0 percent have 1,500.
    #expect(abs(Double(lists.count { $0.length < 1_000 }) / 625 - 0.340) < 0.02)
    #expect(abs(Double(lists.count { $0.length >= 1_500 }) / 625 - 0.090) < 0.02)
  }

  @Test("the share of full lists is within one list of the published one")
  func fullLists() throws {
    try forEverySeed(in: 0..<200) { random in
      let municipality = SyntheticFigures.municipality(
        "here", inhabitants: random.whole(in: 1...200_000))
      let lists = try figures.lists(in: [municipality], seed: random.next())
      let full = Ratio(lists.count { $0.free == 0 })
      let off = full - Ratio(28, over: 100) * Ratio(lists.count)
      return (Ratio(-1)...Ratio(1)).contains(off)
    }
  }

  @Test("a list that is not full has a free place, and none has fewer places than persons")
  func caps() throws {
    let lists = try lists("city")
    #expect(lists.count { $0.cap == $0.length } == 175)
    #expect(lists.count { $0.cap >= $0.length + 1 } == 450)
  }

  @Test("the mean of length over cap is near the published one")
  func meanOccupancy() throws {
    let shares = try lists("city").map { Double($0.length) / Double($0.cap) }
    #expect(abs(shares.reduce(0, +) / 625 - 0.97) < 0.002)
    // Nearly full ones are 60 percent, but a short list's one free place weighs more than that.
    #expect(abs(Double(shares.count { $0 >= 0.995 }) / 625 - 0.60) < 0.02)
  }

  @Test("the same seed gives the same lists")
  func sameSeed() throws {
    #expect(try lists("city", seed: 7) == lists("city", seed: 7))
  }

  @Test("another seed pairs other lengths with other caps, and changes nothing else")
  func otherSeed() throws {
    let (one, other) = (try lists("city", seed: 1), try lists("city", seed: 2))
    #expect(one != other)
    #expect(one.map(\.length) == other.map(\.length))
    #expect(one.map(\.id) == other.map(\.id))
    #expect(one.count { $0.free == 0 } == other.count { $0.free == 0 })
  }

  @Test("names are unique and sort as the lists do, shortest first")
  func names() throws {
    let lists = try lists("city")
    let names = lists.map(\.id)
    #expect((names.first, names.last) == ("city-001", "city-625"))
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
    #expect(lists.map(\.length) == lists.map(\.length).sorted())
  }

  @Test("a municipality added at the end leaves the lists before it as they were")
  func independence() throws {
    let two = try figures.lists(in: Array(SyntheticFigures.municipalities.prefix(2)), seed: 1)
    let three = try figures.lists(in: SyntheticFigures.municipalities, seed: 1)
    #expect(Array(three.prefix(two.count)) == two)
  }

  @Test("a synthetic list is self-employed, of average need and not new")
  func defaults() throws {
    for list in try lists("town") {
      #expect(list.form == .selfEmployed && list.needIndex == .one && list.opened == nil)
      #expect(list.grants.isEmpty)
    }
  }
}
