import Rules

/// A region's report of an example: its clinics in the headings of the guidance's first annex, and the
/// same from the register of persons, one row per post or vacant capacity.
struct ExampleReport {
  let municipalities: [ExampleDenmark.Municipality]
  let clinics: [ExampleClinic]
  let doctors: ExampleDoctors

  private static let heading = [
    "Ydernummer", "Praksisbetegnelse", "Adresse", "Praksiskommune", "Praksiskommunekode",
    "Postnummer", "Praksisform",
  ]

  private var reported: [Int] {
    clinics.indices.filter {
      municipalities[clinics[$0].municipality].region == ExampleFigures.reporting
    }
  }

  private func start(_ place: Int) -> [String] {
    let clinic = clinics[place]
    let municipality = municipalities[clinic.municipality]
    return [
      clinic.id, clinic.name, clinic.address, municipality.name, municipality.code,
      clinic.postcode(in: municipalities), clinic.form,
    ]
  }

  /// Rows of the annex, with a heading; patients and island doctors (*ø-læger*) in two columns more.
  func annexRows(_ holdings: [CapacityHolding]) -> [[String]] {
    let heading =
      Self.heading + [
        "Antal udmøntede kapaciteter", "Antal ledige kapaciteter", "Antal tilmeldte patienter",
        "Ø-læge",
      ]
    return [heading]
      + reported.map { place in
        start(place) + [
          "\(clinics[place].capacities)", "\(holdings[place].vacant)",
          "\(clinics[place].patients)", clinics[place].isForSmallIsland ? "ja" : "nej",
        ]
      }
  }

  /// Rows of the register, with a heading.
  func registerRows(_ holdings: [CapacityHolding]) -> [[String]] {
    let posts = Dictionary(grouping: doctors.posts, by: \.clinic)
    return [Self.heading + ["fastsat kapacitet", "personrolle"]]
      + reported.flatMap { place in
        let roles =
          posts[place, default: []].map { $0.isOwner ? "ejer" : "ansat" }
          + Array(repeating: "ledig kapacitet", count: holdings[place].vacant)
        return roles.map { start(place) + ["\(clinics[place].capacities)", $0] }
      }
  }
}
