import Statistics
import Testing

@Suite("Streams of events")
struct EventStreamTests {
  private let stream = EventStream(seed: 1, year: 2023, decision: "contact.simple")

  @Test("a block depends on every part of its name, and on nothing else")
  func names() {
    let own = stream.block(list: 3, place: 4, event: 5)
    let others = [
      stream.block(list: 4, place: 4, event: 5), stream.block(list: 3, place: 5, event: 5),
      stream.block(list: 3, place: 4, event: 6),
      EventStream(seed: 2, year: 2023, decision: "contact.simple").block(
        list: 3, place: 4, event: 5),
      EventStream(seed: 1, year: 2024, decision: "contact.simple").block(
        list: 3, place: 4, event: 5),
      EventStream(seed: 1, replicate: 1, year: 2023, decision: "contact.simple").block(
        list: 3, place: 4, event: 5),
      EventStream(seed: 1, year: 2023, decision: "contact.consultation").block(
        list: 3, place: 4, event: 5),
    ]
    #expect(Set(others + [own]).count == others.count + 1)
    #expect(stream.block(list: 3, place: 4, event: 5) == own)
  }

  @Test("the numbers are part of the results: these must never change")
  func known() {
    let name: UInt32 = "contact.simple".utf8.reduce(0x811c_9dc5) {
      ($0 ^ UInt32($1)) &* 0x0100_0193
    }
    let expected = Philox.block(
      counter: SIMD4(3, 4, name, 5), key: SIMD2(1, 2023))
    #expect(stream.block(list: 3, place: 4, event: 5) == expected)
  }

  @Test("eight persons or events at a time draw what each draws alone")
  func eight() {
    let places = SIMD8<UInt32>(4, 5, 6, 7, 8, 9, 10, 11)
    let events = SIMD8<UInt32>(0, 0, 1, 2, 3, 0, 0, 9)
    let blocks = stream.blocks(list: 3, places: places, events: events)
    for lane in 0..<8 {
      #expect(
        stream.block(list: 3, place: places[lane], event: events[lane])
          == SIMD4(blocks.0[lane], blocks.1[lane], blocks.2[lane], blocks.3[lane]))
    }
  }
}
