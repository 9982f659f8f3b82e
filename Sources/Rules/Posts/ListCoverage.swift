import Units

/// How many lists have a doctor, when other posts want the same doctors.
///
/// ```
/// wanted elsewhere = temporary posts, less those doctors in supervised practice may hold
/// filled lists     = doctors in or after specialisation − wanted elsewhere, from 0 to all lists
/// ```
///
/// - Unit: whole doctors and lists; one doctor holds one list.
/// - Source: which posts demand specialist training is the question the expert committee of 2023
///   answers with «GPs and permanent posts only».
public struct ListCoverage: Hashable, Sendable {
  /// Which posts demand a doctor in or after specialisation in general practice.
  public enum SpecialistDuty: String, CaseIterable, Sendable {
    /// Lists and permanent posts: temporary posts are open to doctors in supervised practice.
    case gpsAndPermanent = "gps-and-permanent"
    /// Temporary posts as well.
    case all
  }

  /// Lists that want a doctor.
  public let lists: Int
  /// Posts of locums and others without permanent employment.
  public let temporaryPosts: Int
  public let duty: SpecialistDuty

  public init(lists: Int, temporaryPosts: Int, duty: SpecialistDuty) {
    (self.lists, self.temporaryPosts, self.duty) = (lists, temporaryPosts, duty)
  }

  /// Lists with a doctor.
  ///
  /// - Parameters:
  ///   - supervised: Doctors in supervised practice.
  ///   - trained: Doctors in specialisation and specialists.
  /// - Returns: 0 to ``lists``. The others are vacant.
  public func filled(supervised: Int, trained: Int) -> Int {
    let open = duty == .all ? 0 : supervised
    let elsewhere = max(0, temporaryPosts - open)
    return max(0, min(lists, trained - elsewhere))
  }
}

extension ListCoverage {
  /// What ten lists and three temporary posts cost when a vacant list costs 100.
  public static var workedExamples: [WorkedExample] {
    func cost(_ duty: SpecialistDuty, supervised: Int = 2, trained: Int) -> Money {
      let coverage = ListCoverage(lists: 10, temporaryPosts: 3, duty: duty)
      return (10 - coverage.filled(supervised: supervised, trained: trained)) * .kroner(100)
    }
    return [
      WorkedExample("twelve, three of them elsewhere", cost(.all, trained: 12), is: .kroner(100)),
      WorkedExample("enough for all posts", cost(.all, trained: 13), is: .zero),
      WorkedExample("one more than enough", cost(.all, trained: 14), is: .zero),
      WorkedExample("one is elsewhere", cost(.gpsAndPermanent, trained: 10), is: .kroner(100)),
      WorkedExample("enough with that one", cost(.gpsAndPermanent, trained: 11), is: .zero),
      WorkedExample(
        "more in supervised practice than temporary posts",
        cost(.gpsAndPermanent, supervised: 4, trained: 10), is: .zero),
      WorkedExample("all are elsewhere", cost(.all, trained: 3), is: .kroner(1_000)),
      WorkedExample("too few even there", cost(.all, trained: 0), is: .kroner(1_000)),
    ]
  }
}
