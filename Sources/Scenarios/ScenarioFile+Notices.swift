public import Diagnostics
import Documents

extension ScenarioFile {
  /// What a sound file says that nothing reads, or that is not what its author may expect.
  ///
  /// Nothing is run; the tables of a plan of capacities are read. What another command or another table reads is not told.
  ///
  /// - Throws: ``Faults``, all of them.
  /// - Returns: The notices in the order of the files, each once.
  public func notices() throws -> [Notice] {
    let own = try grammarNotices() + unreadLaw + equalValues()
    return (own + (try question.notices(of: self))).inOrder
  }

  /// What the grammar of its question tells of the file.
  ///
  /// - Throws: ``Faults``, all of them.
  public func grammarNotices() throws(Faults) -> [Notice] { try grammarNotices(of: question) }

  private func grammarNotices<Asked: Question>(
    of question: Asked.Type
  ) throws(Faults) -> [Notice] {
    do throws(Faults) {
      let grammar = Asked.grammar(reading: rateBook, layers: layers)
      let notices = try grammar.readTelling(document).notices
      guard bookFaults.isEmpty else { throw Faults(bookFaults) }
      return notices
    } catch {
      throw Faults(bookFaults + error.diagnostics)
    }
  }
}
