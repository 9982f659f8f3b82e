public import Units

/// Posts for doctors in specialisation who are paid a salary and see patients of other doctors' lists.
///
/// ```
/// salaries    = posts × salary × (1 + social costs)
/// supervision = posts × hours of supervision × pay per hour
/// grants      = posts × grant
/// contacts    = rounded(posts × contacts per post), of which rounded(share) come on top
/// ```
///
/// - Unit: øre per country and year, each amount rounded once, halves away from zero; contacts are
///   whole.
/// - Source: the numbers are the scenario's.
public struct TrainingPosts: Hashable, Sendable {
  /// Who has the fees of the posts' contacts.
  public enum FeesTo: String, CaseIterable, Sendable {
    /// The municipality, which pays the salary.
    case municipality
    /// The practice, as for its other contacts.
    case practice
  }

  /// In the country; parts of posts count as such.
  public let posts: Ratio
  /// Per post and year.
  public let salary: Money
  /// On top of the salary, as a share of it.
  public let socialCosts: Ratio
  /// Per post and year.
  public let supervisionHours: Ratio
  /// Per hour, to the practice that supervises.
  public let supervisionPay: Money
  /// What the state pays per post and year.
  public let stateGrant: Money
  /// Consultations per post and year.
  public let contactsPerPost: Ratio
  /// The share of contacts that come on top of what the practices do already. 0 to 1.
  public let additionalShare: Ratio
  public let feesTo: FeesTo

  public init(
    posts: Ratio, salary: Money, socialCosts: Ratio, supervisionHours: Ratio,
    supervisionPay: Money, stateGrant: Money, contactsPerPost: Ratio, additionalShare: Ratio,
    feesTo: FeesTo
  ) {
    (self.posts, self.salary, self.socialCosts) = (posts, salary, socialCosts)
    (self.supervisionHours, self.supervisionPay) = (supervisionHours, supervisionPay)
    (self.stateGrant, self.contactsPerPost) = (stateGrant, contactsPerPost)
    (self.additionalShare, self.feesTo) = (additionalShare, feesTo)
  }

  /// Salaries with social costs.
  public var annualSalary: Money { salary.scaled(by: posts * (.one + socialCosts)) }

  /// What practices are paid for supervision.
  public var annualSupervision: Money { supervisionPay.scaled(by: posts * supervisionHours) }

  /// What the state pays the municipalities.
  public var annualGrant: Money { stateGrant.scaled(by: posts) }

  /// All consultations of the posts.
  public var contacts: Int { (posts * contactsPerPost).rounded }

  /// Those that come on top of what the practices do already.
  public var additional: Int { (Ratio(contacts) * additionalShare).rounded }

  /// Those the holders of the lists would have had.
  public var takenOver: Int { contacts - additional }

  /// What some contacts are paid when each is paid the mean of all.
  ///
  /// - Parameters:
  ///   - contacts: How many.
  ///   - all: How many the mean is of.
  ///   - honorarium: What all of them are paid.
  /// - Returns: Money, rounded to the øre; nothing when there are no contacts to take the mean of.
  public static func fees(of contacts: Int, among all: Int, paid honorarium: Money) -> Money {
    guard all > 0 else { return .zero }
    return Money(ore: Ratio.rounded(Int128(honorarium.ore) * Int128(contacts), over: all))
  }

  /// Persons the lists could grow by before their holders have as many consultations as before.
  ///
  /// - Parameters:
  ///   - consultations: All there are.
  ///   - persons: Who have them.
  /// - Returns: Consultations taken over, divided by those of a person; zero when nobody has any.
  public func roomForPersons(consultations: Int, persons: Int) -> Ratio {
    guard consultations > 0 else { return .zero }
    return Ratio(takenOver) * Ratio(persons, over: consultations)
  }
}

extension TrainingPosts {
  public static var workedExamples: [WorkedExample] {
    func posts(_ posts: Ratio, additional: Ratio = .zero) -> TrainingPosts {
      TrainingPosts(
        posts: posts, salary: .kroner(1_000), socialCosts: Ratio(1, over: 4),
        supervisionHours: Ratio(20), supervisionPay: .kroner(10), stateGrant: .kroner(300),
        contactsPerPost: Ratio(5), additionalShare: additional, feesTo: .municipality)
    }
    let (half, whole) = (Ratio(1, over: 2), posts(.one))
    func fees(_ contacts: Int) -> Money {
      TrainingPosts.fees(of: contacts, among: 10, paid: .kroner(100))
    }
    return [
      WorkedExample("no posts", posts(.zero).annualSalary, is: .zero),
      WorkedExample("the salary of a post", whole.annualSalary, is: .kroner(1_250)),
      WorkedExample("the salary of half a post", posts(half).annualSalary, is: .kroner(625)),
      WorkedExample("its supervision", whole.annualSupervision, is: .kroner(200)),
      WorkedExample("its grant", whole.annualGrant, is: .kroner(300)),
      WorkedExample("fees of what is taken over", fees(whole.takenOver), is: .kroner(50)),
      WorkedExample(
        "half of five on top, rounded up", fees(posts(.one, additional: half).additional),
        is: .kroner(30)),
      WorkedExample(
        "all on top, nothing taken over", fees(posts(.one, additional: .one).takenOver), is: .zero),
      WorkedExample(
        "the mean of none", TrainingPosts.fees(of: 3, among: 0, paid: .zero), is: .zero),
    ]
  }
}
