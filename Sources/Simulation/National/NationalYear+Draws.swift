import Diagnostics
import Practices
import Scenarios

extension NationalYear {
  /// Whether the year draws the very persons and contacts of another one, so that draws kept of one
  /// can be priced as the other: the same lists with the same lengths, the same persons, and the same
  /// chances for the same kinds of contact. Prices, and who holds the lists, may differ.
  public func draws(like other: NationalYear) -> Bool {
    model.draws(like: other.model) && draw == other.draw && nation.mixes == other.nation.mixes
      && (nation.lists == other.nation.lists || nation.hasPersons(like: other.nation))
  }

  /// The year with other prices: the same nation and draws under another scenario.
  ///
  /// - Parameters:
  ///   - scenario: One that differs in law and amounts only.
  ///   - other: Whose nation and tables are taken.
  /// - Throws: ``Refusal`` when its shares make too many kinds of contacts.
  init(_ scenario: NationalScenario, drawnLike other: NationalYear) throws(Refusal) {
    self = other
    self.scenario = scenario
    model.classes = try scenario.contacts.classes(with: scenario.staff)
  }
}

extension Nation {
  /// Whether the lists are as long and as many in the same municipalities as another nation's.
  fileprivate func hasPersons(like other: Nation) -> Bool {
    lists.count == other.lists.count
      && zip(lists, other.lists).allSatisfy {
        $0.length == $1.length && $0.municipality == $1.municipality
      }
  }
}

extension ContactModel {
  fileprivate func draws(like other: ContactModel) -> Bool {
    classes.map(\.chance) == other.classes.map(\.chance)
      && classes.map(\.type) == other.classes.map(\.type)
      && services == other.services && rowOfCell == other.rowOfCell && days == other.days
      && sameDay == other.sameDay && otherCopay == other.otherCopay && streams == other.streams
  }
}
