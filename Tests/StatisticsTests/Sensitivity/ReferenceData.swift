/// The univariate data sets of NIST's Statistical Reference Datasets, which are in the public domain:
/// https://www.itl.nist.gov/div898/strd/univ/homepage.html
///
/// NIST certifies 15 digits of mean and standard deviation.
struct ReferenceData: CustomStringConvertible {
  let name: String
  let values: [Double]
  let mean: Double
  let deviation: Double
  /// The digits of mean and deviation that double precision reaches here. Where they are fewer than 15,
  /// the data are not exact in binary: of 10000000.1, the 0.1 is kept to eight or nine digits.
  let digits: (mean: Double, deviation: Double)

  var description: String { "\(name): \(digits.mean) and \(digits.deviation) digits" }

  static let all = [piDigits, lottery, lew, mavro, michelso] + accuracy

  /// Difficulty rises from 1 to 4. The last three are 1,001 numbers, of which two take turns.
  private static let accuracy = [
    ReferenceData(
      name: "NumAcc1", values: [10_000_001, 10_000_003, 10_000_002], mean: 10_000_002,
      deviation: 1, digits: (15, 15)),
    ReferenceData(
      name: "NumAcc2", values: turns(1.2, 1.1, 1.3), mean: 1.2, deviation: 0.1,
      digits: (15, 15)),
    ReferenceData(
      name: "NumAcc3", values: turns(1_000_000.2, 1_000_000.1, 1_000_000.3), mean: 1_000_000.2,
      deviation: 0.1, digits: (15, 9)),
    ReferenceData(
      name: "NumAcc4", values: turns(10_000_000.2, 10_000_000.1, 10_000_000.3),
      mean: 10_000_000.2, deviation: 0.1, digits: (15, 8)),
  ]

  private static func turns(_ first: Double, _ second: Double, _ third: Double) -> [Double] {
    [first] + (0..<1_000).map { $0.isMultiple(of: 2) ? second : third }
  }

  /// The first digits of π, the 3 among them; but in NIST's file the 957th is a 3 and not an 8, and the
  /// certified values are of the file.
  private static let piDigits = ReferenceData(
    name: "PiDigits",
    values: digitsOfPi(5_000).enumerated().map { $0.offset == 956 ? 3 : $0.element }, mean: 4.534_8,
    deviation: 2.867_339_060_288_71,
    digits: (15, 15))

  /// By Machin's formula in whole numbers.
  private static func digitsOfPi(_ count: Int) -> [Double] {
    // π = 16 arctan(1 ∕ 5) − 4 arctan(1 ∕ 239), in limbs of nine digits, two of them to spare.
    let limbs = count / 9 + 3
    var sum = [Int](repeating: 0, count: limbs)
    for (inverse, factor) in [(5, 16), (239, -4)] {
      var power = [Int](repeating: 0, count: limbs)
      power[0] = abs(factor)
      divide(&power, by: inverse)
      var (odd, sign) = (1, factor.signum())
      while power.contains(where: { $0 != 0 }) {
        var term = power
        divide(&term, by: odd)
        for place in sum.indices { sum[place] += sign * term[place] }
        divide(&power, by: inverse * inverse)
        (odd, sign) = (odd + 2, -sign)
      }
    }
    for place in sum.indices.dropFirst().reversed() {
      let carried = sum[place] >= 0 ? sum[place] / limb : -((limb - 1 - sum[place]) / limb)
      sum[place] -= carried * limb
      sum[place - 1] += carried
    }
    let digits = sum.dropFirst().flatMap { whole in
      sequence(state: limb / 10) { unit -> Double? in
        defer { unit /= 10 }
        return unit == 0 ? nil : Double(whole / unit % 10)
      }
    }
    return [Double(sum[0])] + digits.prefix(count - 1)
  }

  private static let limb = 1_000_000_000

  private static func divide(_ number: inout [Int], by divisor: Int) {
    var rest = 0
    for place in number.indices {
      let whole = rest * limb + number[place]
      (number[place], rest) = (whole / divisor, whole % divisor)
    }
  }

  /// Numbers drawn in the lottery of the state of Maryland, 1989 to 1990.
  private static let lottery = ReferenceData(
    name: "Lottery",
    values: [
      162, 671, 933, 414, 788, 730, 817, 33, 536, 875, 670, 236, 473, 167, 877, 980, 316, 950, 456,
      92, 517, 557, 956, 954, 104, 178, 794, 278, 147, 773, 437, 435, 502, 610, 582, 780, 689, 562,
      964, 791, 28, 97, 848, 281, 858, 538, 660, 972, 671, 613, 867, 448, 738, 966, 139, 636, 847,
      659, 754, 243, 122, 455, 195, 968, 793, 59, 730, 361, 574, 522, 97, 762, 431, 158, 429, 414,
      22, 629, 788, 999, 187, 215, 810, 782, 47, 34, 108, 986, 25, 644, 829, 630, 315, 567, 919,
      331, 207, 412, 242, 607, 668, 944, 749, 168, 864, 442, 533, 805, 372, 63, 458, 777, 416, 340,
      436, 140, 919, 350, 510, 572, 905, 900, 85, 389, 473, 758, 444, 169, 625, 692, 140, 897, 672,
      288, 312, 860, 724, 226, 884, 508, 976, 741, 476, 417, 831, 15, 318, 432, 241, 114, 799, 955,
      833, 358, 935, 146, 630, 830, 440, 642, 356, 373, 271, 715, 367, 393, 190, 669, 8, 861, 108,
      795, 269, 590, 326, 866, 64, 523, 862, 840, 219, 382, 998, 4, 628, 305, 747, 247, 34, 747,
      729, 645, 856, 974, 24, 568, 24, 694, 608, 480, 410, 729, 947, 293, 53, 930, 223, 203, 677,
      227, 62, 455, 387, 318, 562, 242, 428, 968,
    ], mean: 518.958_715_596_330, deviation: 291.699_727_470_969, digits: (15, 15))

  /// The deflection of steel-concrete beams.
  private static let lew = ReferenceData(
    name: "Lew",
    values: [
      -213, -564, -35, -15, 141, 115, -420, -360, 203, -338, -431, 194, -220, -513, 154, -125,
      -559, 92, -21, -579, -52, 99, -543, -175, 162, -457, -346, 204, -300, -474, 164, -107, -572,
      -8, 83, -541, -224, 180, -420, -374, 201, -236, -531, 83, 27, -564, -112, 131, -507, -254,
      199, -311, -495, 143, -46, -579, -90, 136, -472, -338, 202, -287, -477, 169, -124, -568, 17,
      48, -568, -135, 162, -430, -422, 172, -74, -577, -13, 92, -534, -243, 194, -355, -465, 156,
      -81, -578, -64, 139, -449, -384, 193, -198, -538, 110, -44, -577, -6, 66, -552, -164, 161,
      -460, -344, 205, -281, -504, 134, -28, -576, -118, 156, -437, -381, 200, -220, -540, 83, 11,
      -568, -160, 172, -414, -408, 188, -125, -572, -32, 139, -492, -321, 205, -262, -504, 142,
      -83, -574, 0, 48, -571, -106, 137, -501, -266, 190, -391, -406, 194, -186, -553, 83, -13,
      -577, -49, 103, -515, -280, 201, 300, -506, 131, -45, -578, -80, 138, -462, -361, 201, -211,
      -554, 32, 74, -533, -235, 187, -372, -442, 182, -147, -566, 25, 68, -535, -244, 194, -351,
      -463, 174, -125, -570, 15, 72, -550, -190, 172, -424, -385, 198, -218, -536, 96,
    ], mean: -177.435, deviation: 277.332_168_044_316, digits: (15, 15))

  /// The transmittance of a filter.
  private static let mavro = ReferenceData(
    name: "Mavro",
    values: [
      2.0018, 2.0017, 2.0018, 2.0019, 2.0018, 2.0017, 2.0015, 2.0014, 2.0015, 2.0015, 2.0017,
      2.0018, 2.0018, 2.0019, 2.0019, 2.0021, 2.002, 2.0016, 2.0014, 2.0013, 2.0013, 2.0015,
      2.0015, 2.0016, 2.0015, 2.0014, 2.0013, 2.0014, 2.0015, 2.0014, 2.0015, 2.0016, 2.0015,
      2.0016, 2.0019, 2.002, 2.002, 2.0021, 2.0022, 2.0023, 2.0024, 2.0025, 2.0027, 2.0026, 2.0026,
      2.0026, 2.0027, 2.0026, 2.0025, 2.0024,
    ], mean: 2.001_856, deviation: 0.000_429_123_454_003_053, digits: (15, 13))

  /// Michelson's speeds of light in air, 1879, in thousand kilometres per second.
  private static let michelso = ReferenceData(
    name: "Michelso",
    values: [
      299.85, 299.74, 299.9, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300, 299.98,
      299.93, 299.65, 299.76, 299.81, 300, 300, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94,
      299.88, 299.8, 299.85, 299.88, 299.9, 299.84, 299.83, 299.79, 299.81, 299.88, 299.88, 299.83,
      299.8, 299.79, 299.76, 299.8, 299.88, 299.88, 299.88, 299.86, 299.72, 299.72, 299.62, 299.86,
      299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84, 299.85, 299.84, 299.84,
      299.84, 299.89, 299.81, 299.81, 299.82, 299.8, 299.77, 299.76, 299.74, 299.75, 299.76,
      299.91, 299.92, 299.89, 299.86, 299.88, 299.72, 299.84, 299.85, 299.85, 299.78, 299.89,
      299.84, 299.78, 299.81, 299.76, 299.81, 299.79, 299.81, 299.82, 299.85, 299.87, 299.87,
      299.81, 299.74, 299.81, 299.94, 299.95, 299.8, 299.81, 299.87,
    ], mean: 299.852_4, deviation: 0.079_010_547_819_051_8, digits: (15, 13))
}
