package import Reports

extension Cell {
  /// Where a value of law is written.
  package static func reference(_ reference: Reference) -> Cell {
    reference.document == Reference.own ? .own(reference.title) : .text(reference.description)
  }

  /// Said of what a reform states without a source.
  package static func own(_ reform: String) -> Cell {
    .joined([.term("reform-own"), .text(reform)], by: ": ")
  }
}
