/// The numbers the example is made of: published where they are, else assumptions of the example.
///
/// Nothing here is law, and no result of the model rests on it.
enum ExampleFigures {
  /// Inhabitants on 1 January 2024 (Statistics Denmark, FOLK1A), for the year 2025 of the example.
  static let persons = 5_961_249
  /// Of København, about 2025 (Statistics Denmark).
  static let capital = (code: "0101", persons: 667_099)

  /// Inhabitants of each region in 2019 (Statistics Denmark, FOLK1A), and its general practitioners
  /// before 2021 (the doctors' organisation): the proportions of the example.
  static let regions: [String: (persons: Int, doctors: Int)] = [
    "Region Hovedstaden": (1_835_562, 1_033), "Region Sjælland": (836_738, 435),
    "Region Østdanmark": (1_835_562 + 836_738, 1_033 + 435),
    "Region Syddanmark": (1_223_348, 775), "Region Midtjylland": (1_320_678, 798),
    "Region Nordjylland": (589_755, 285),
  ]

  /// The municipality whose clinics have a table of patients: Aarhus.
  static let detailed = "0751"
  /// The region whose report is made.
  static let reporting = "Region Nordjylland"

  /// Thousands of inhabitants, in round numbers: the proportions of large towns and of islands among
  /// the municipalities of their region. Assumption. The others are drawn between
  /// ``otherThousands``.
  static let thousands = [
    "0147": 105, "0751": 370, "0461": 208, "0851": 222, "0561": 115, "0630": 120, "0730": 99,
    "0791": 97, "0740": 98, "0621": 94, "0615": 95, "0657": 89, "0265": 90, "0370": 84, "0330": 79,
  ].merging(islands.mapValues(\.thousands)) { $1 }
  static let otherThousands = 25...60

  /// Islands without a bridge, and Langeland. The people are few and old: assumption.
  static let islands: [String: (thousands: Int, age: Int)] = [
    "0825": (2, 150), "0741": (4, 150), "0492": (6, 150), "0563": (3, 120), "0400": (39, 110),
    "0482": (12, 130),
  ]
  /// Where the people are young: København, Frederiksberg and the three next towns. Assumption.
  static let young: Set = ["0101", "0147", "0751", "0461", "0851"]

  /// Age groups as they are written.
  static let ages = [
    "0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+",
  ]
  static let sexes = ["women", "men"]
  /// Per thousand of the nation, in 2025: assumption, near what Statistics Denmark has.
  static let ageShares = [104, 112, 133, 127, 121, 135, 115, 99, 54]
  /// Women per thousand of the age group: assumption.
  static let womenShares = [487, 487, 489, 493, 500, 498, 508, 527, 590]
  /// What makes a place old or young, per thousand more of an age group: assumption.
  static let ageSlopes = [-60, -30, -300, -150, -20, 60, 200, 300, 350]
  /// Persons of 2035 per thousand of 2025: assumption, with the ageing every projection has.
  static let growth = [1_040, 950, 970, 1_060, 1_030, 940, 1_040, 1_040, 1_450]

  /// Capacities and clinics of the nation (about 3,500 doctors in November 2024; just under 1,980
  /// clinics in 2014, with fewer and larger ones since).
  static let capacities = 3_500
  static let clinics = 1_900
  /// Doctors in 2035, the goal of the health reform.
  static let capacitiesOf2035 = 5_000
  /// Specialists with a capacity of their own, specialists who share one, doctors under the agreement
  /// and other doctors. Some 3,330 specialists worked as general practitioners: the rest is assumed.
  static let doctors = (own: 3_290, sharing: 40, agreement: 30, other: 60)
  /// The closing limit before the national model, patients per capacity.
  static let formerMinimum = 1_600

  /// The ceilings of 2025 are so many per hundred of the capacities deployed: assumption.
  static let ceilingPercent = 107
  /// A council's floor, per hundred of its capacities: assumption.
  static let floorPercent = 85
  /// The day the example is of.
  static let day = (year: 2025, month: 10, day: 1)
}
