import Practices
import Testing

@Suite("Patient lists")
struct PatientListTests {
  @Test(
    "the free places are the cap less the length, and none when the list is longer than its cap",
    arguments: [(0, 900, 900), (899, 900, 1), (900, 900, 0), (1_000, 900, 0)])
  func free(length: Int, cap: Int, free: Int) {
    #expect(PatientList(id: "a", municipality: 0, length: length, cap: cap).free == free)
  }
}
