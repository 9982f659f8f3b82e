import Diagnostics
import Documents
import RateBooks

/// How the changes of a reform are laid on its base.
extension ScenarioFile {
  /// How changes are laid on the file.
  var layout: Layout { question.layout }

  /// The document with the changes of a reform, in the order of its file.
  ///
  /// - Throws: ``Faults`` when a path leads nowhere, or two lines change the same place.
  func laid(_ reform: Reform) throws(Faults) -> (document: Node, made: [MadeChange]) {
    let layout = layout
    let book = reform.changes.contains(where: \.isOfLaw) ? Self.book(of: document) : nil
    var (changed, made, faults) = (document, [MadeChange](), [Diagnostic]())
    for change in reform.changes {
      do {
        // The law as a whole is the document's own; the book stays.
        let isOfBook = change.isOfLaw && !(change.path.value == "law" && change.value.isNull)
        let there = isOfBook ? changed.standingOn(book) : changed
        let new = try MadeChange(
          change, before: there.value(at: change.path.value), as: layout)
        faults += made.flatMap { new.faults(after: $0) }
        let ended = try isOfBook ? endings(by: change, of: reform.title, in: book, changed) : nil
        changed = try changed.laying(change.value, at: change.path, as: layout)
        if let ended { changed = try changed.laying(ended, at: change.lawPath, as: layout) }
        made.append(new)
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    let owner = Owner(
      title: reform.title, source: reform.source?.description, position: reform.base.position)
    changed = changed.owned(by: owner, since: document, as: layout)
    return (changed.withHeads(from: book), made)
  }

  private func endings(
    by change: Reform.Change, of title: String, in book: Node?, _ document: Node
  ) throws(Diagnostic) -> Node? {
    guard let book else { return nil }
    return try EndedLaw(book: book, document: document, title: title).ended(by: change)
  }

  /// The law that a document names, as it is written.
  static func book(of document: Node) -> Node? {
    bookName(in: document).flatMap { RateBook.document(named: $0.value) }
  }
}

extension Reform.Change {
  fileprivate var isOfLaw: Bool { path.value == "law" || path.value.hasPrefix("law.") }

  /// The law, at the line of the change.
  fileprivate var lawPath: Located<String> {
    Located("law", written: "law", at: path.position)
  }
}

extension MadeChange {
  /// Where the change undoes one of the same file before it, which would then be in vain.
  fileprivate func faults(after earlier: MadeChange) -> [Diagnostic] {
    earlier.meetings(with: self).filter { !$0.clearsTheWay(for: $1) }.map { earlier, later in
      Diagnostic(
        "'\(later.path)' is changed here, and '\(earlier.path)' at \(earlier.position) already",
        at: later.position,
        help: "of the two lines the later undoes the earlier; keep one of them")
    }
  }
}

extension Node {
  /// The document with the whole law that holds for it: its own on that of the book it names.
  func standingOn(_ book: Node?) -> Node {
    guard let book, case .mapping(var entries) = content else { return self }
    let law = self["law"].map { book.laid(under: $0, as: RateBook.fragment.layout) } ?? book
    let place = entries.firstIndex { $0.key.value == "law" }
    if let place {
      entries[place].value = law
    } else {
      entries.append(Entry(key: Located("law", written: "law", at: law.position), value: law))
    }
    return Node(.mapping(entries), at: position)
  }

  /// The document in which rules of law that the book has too need not repeat what they are called,
  /// their unit and who pays.
  fileprivate func withHeads(from book: Node?) -> Node {
    guard let book, let law = self["law"] else { return self }
    let headed = law.mappingEntries { section, rules in
      rules.mappingEntries { name, rule in
        guard let known = book[section]?[name], case .mapping(let entries) = rule.content else {
          return rule
        }
        let heads = known.entries.filter { $0.key.value != "periods" && rule[$0.key.value] == nil }
        return heads.isEmpty ? rule : Node(.mapping(heads + entries), at: rule.position)
      }
    }
    return mappingEntries { key, value in key == "law" ? headed : value }
  }

  /// The mapping with each of its values made into another; anything else as it is.
  func mappingEntries(_ transform: (String, Node) -> Node) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return Node(
      .mapping(
        entries.map { Entry(key: $0.key, value: transform($0.key.value, $0.value)) }),
      at: position)
  }
}
