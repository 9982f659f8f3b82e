import Arrivals
import Diagnostics
import Models
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@Suite("Scenario files that are damaged at random")
struct MutationTests {
  private static let characters = Array(" :-{}[],\"'&*#|>%@!?~0a.ø\t\n")

  /// The text with one to three lines or characters taken out, doubled or replaced.
  private func damaged(_ text: String, _ random: inout TestRandom) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<random.whole(in: 1...3) {
      let line = random.whole(in: 0...(lines.count - 1))
      let place = random.whole(in: 0...lines[line].count)
      let character = Self.characters[random.whole(in: 0...(Self.characters.count - 1))]
      switch random.whole(in: 0...4) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: random.whole(in: 0...(lines.count - 1)))
      case 2: lines[line].insert(character, at: place)
      case 3: lines[line].removeSubrange(place..<min(place + 3, lines[line].count))
      default: if place < lines[line].count { lines[line][place] = character }
      }
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }

  @Test(
    "a damaged file is read, or is told on which lines it is damaged",
    arguments: [
      "norway/diplomat-list", "international/primary-care-first",
      "international/example-blended-capitation",
    ])
  func damage(name: String) throws {
    let text = try Repository.text("Scenarios/\(name).yaml")
    let folder = try TemporaryFolder()
    var (sound, unsound) = (0, 0)
    try forEverySeed(in: 0..<300) { random in
      let path = try folder.file("a.yaml", damaged(text, &random))
      do throws(Faults) {
        let file = try ScenarioFile(reading: path)
        // A damaged 'models' no longer says which kind it is; its faults are told as another's.
        if file.asks(ModelScenario.self) {
          _ = try file.modelScenario()
        } else {
          _ = try file.scenario()
        }
        sound += 1
        return true
      } catch {
        unsound += 1
        return !error.diagnostics.isEmpty
          && error.diagnostics.allSatisfy {
            $0.position.file == path && $0.position.line > 0 && $0.position.column > 0
              && !$0.what.isEmpty
          }
      }
    }
    // Both happen often, so that neither half of the claim is empty.
    #expect(sound > 30 && unsound > 30)
  }
}
