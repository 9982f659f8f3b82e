import Rules
import TestSupport
import Testing
import Units

@Suite("The differentiated base fee")
struct DifferentiatedBaseFeeTests {
  /// 60 million a year, 40 percent of them for shortage areas, at most 100,000 kroner per capacity:
  /// the agreement for 2018 to 2020.
  private let fee = DifferentiatedBaseFee(
    pool: .kroner(60_000_000), shortageShare: Ratio(2, over: 5),
    mostPerCapacity: .kroner(100_000), threshold: Ratio(1, over: 20))

  private func clinics(_ random: inout TestRandom) -> [DifferentiatedBaseFee.Clinic] {
    (0..<random.whole(in: 1...600)).map { _ in
      .init(
        capacities: random.whole(in: 0...4), patients: random.whole(in: 0...8_000),
        isInShortageArea: random.whole(in: 0...3) == 0,
        needPerPatient: Ratio(random.whole(in: 5_000...20_000), over: 10_000))
    }
  }

  @Test("a nation shares the pool to the øre when the maximum is far away")
  func wholePool() {
    let clinics = (1...1_800).map { place in
      DifferentiatedBaseFee.Clinic(
        capacities: 2, patients: 3_000 + place, isInShortageArea: place % 4 == 0,
        needPerPatient: Ratio(1_000 + place % 7 * 30, over: 1_000))
    }
    let payments = fee.payments(to: clinics)
    #expect(payments.reduce(.zero) { $0 + $1.shortage } == .kroner(24_000_000))
    #expect(payments.reduce(.zero) { $0 + $1.burden } == .kroner(36_000_000))
  }

  @Test("never more than the pool is paid, nor more than the maximum, nor anything below zero")
  func bounds() {
    forEverySeed(in: 0..<100) { random in
      let clinics = clinics(&random)
      let payments = fee.payments(to: clinics)
      return payments.reduce(.zero) { $0 + $1.total } <= fee.pool
        && zip(payments, clinics).allSatisfy { payment, clinic in
          .zero <= payment.shortage && .zero <= payment.burden
            && payment.burden <= clinic.capacities * fee.mostPerCapacity
            && (clinic.isInShortageArea || payment.shortage == .zero)
            && (clinic.needPerPatient > Ratio(105, over: 100) || payment.burden == .zero)
        }
    }
  }

  @Test("the burden part is left over only when everybody who is eligible has the maximum")
  func leftOver() {
    forEverySeed(in: 0..<100) { random in
      let clinics = clinics(&random)
      let payments = fee.payments(to: clinics)
      let isWhole = payments.reduce(.zero) { $0 + $1.burden } == .kroner(36_000_000)
      return zip(payments, clinics).allSatisfy { payment, clinic in
        isWhole || clinic.patients == 0 || clinic.needPerPatient <= Ratio(105, over: 100)
          || payment.burden == clinic.capacities * fee.mostPerCapacity
      }
    }
  }

  @Test("with nobody eligible nothing is paid")
  func nobody() {
    #expect(fee.payments(to: []).isEmpty)
    let clinic = DifferentiatedBaseFee.Clinic(
      capacities: 1, patients: 1_600, isInShortageArea: false, needPerPatient: .one)
    #expect(fee.payments(to: [clinic]).map(\.total) == [.zero])
  }
}
