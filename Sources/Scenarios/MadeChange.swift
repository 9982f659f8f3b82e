public import Diagnostics
public import Documents

/// A line of a reform: what it changes, and to what.
public struct MadeChange: Sendable {
  public var path: Located<String>
  /// What stood there before, in the document or in the law it names; `nil` where nothing did.
  public var before: Node?
  /// `null` where the key is taken away. Of a mapping only what it names is changed.
  public var after: Node
  /// How it is laid on what stands there.
  public var layout: Layout
  /// The places it writes.
  var places: [Place]

  /// One value that a change writes or takes away.
  struct Place: Sendable {
    /// From the top of the document.
    var names: [String]
    /// `null` where it is taken away.
    var value: Node
    /// What the value excludes, by names from the top of the document.
    var drivesOut: [[String]]
    var position: SourcePosition

    var path: String { names.joined(separator: ".") }
  }
}

extension MadeChange {
  /// - Parameters:
  ///   - change: As a reform writes it.
  ///   - before: What stood at the path.
  ///   - document: How changes are laid on the whole document.
  /// - Throws: A ``Diagnostic`` at the path when it has too many names.
  init(_ change: Reform.Change, before: Node?, as document: Layout) throws(Diagnostic) {
    let names = try Node.names(of: change.path)
    let value = change.value
    let layout = names.indices.reduce(document) { layout, place in
      layout.form(of: Node.nested(value, at: names[place...])).part(names[place])
    }
    (path, self.before, after, self.layout) = (change.path, before, value, layout)
    places = Self.places(
      of: Node.nested(value, at: names, startingAt: change.path.position), under: [],
      onTheWay: names.count, at: change.path.position, as: document, drivingOut: [])
  }

  /// - Parameters:
  ///   - node: What is written, from the top of the document.
  ///   - names: Where it is written.
  ///   - steps: How many names of the path are still to come; a path leads into what is one value.
  ///   - position: The line that writes it.
  ///   - layout: How it is laid on what stands there.
  ///   - drivenOut: What it excludes, as far as is known.
  /// - Returns: One place a value, in the order of the file.
  private static func places(
    of node: Node, under names: [String], onTheWay steps: Int, at position: SourcePosition,
    as layout: Layout, drivingOut drivenOut: [[String]]
  ) -> [Place] {
    let form = layout.form(of: node.withoutNulls)
    let entries = node.entries
    guard !entries.isEmpty, steps > 0 || form.isMerged else {
      return [Place(names: names, value: node, drivesOut: drivenOut, position: position)]
    }
    let written = Set(entries.map(\.key.value))
    return entries.flatMap { entry in
      let excluded = layout.excluded(by: Node(.mapping([entry]), at: node.position))
      return places(
        of: entry.value, under: names + [entry.key.value], onTheWay: steps - 1,
        at: entry.key.position, as: form.part(entry.key.value),
        drivingOut: drivenOut + excluded.subtracting(written).map { names + [$0] })
    }
  }

  /// Two places of the changes at which one undoes the other, whichever comes first.
  ///
  /// A place and one inside it are the same: who replaces a value replaces its parts.
  func meetings(with other: MadeChange) -> [(Place, Place)] {
    places.flatMap { own in other.places.filter(own.meets).map { (own, $0) } }
  }
}

extension MadeChange.Place {
  fileprivate func meets(_ other: Self) -> Bool {
    isInOneLine(with: other)
      || drivesOut.contains { other.names.starts(with: $0) && !other.value.isNull }
      || other.drivesOut.contains { names.starts(with: $0) && !value.isNull }
  }

  /// Whether one of the two is the other, or a part of it.
  fileprivate func isInOneLine(with other: Self) -> Bool {
    names.starts(with: other.names) || other.names.starts(with: names)
  }

  /// Whether the place is emptied before something is written into it.
  func clearsTheWay(for later: Self) -> Bool {
    value.isNull && later.names.count > names.count && later.names.starts(with: names)
  }
}

extension Layout {
  /// Whether a mapping of this layout is laid on another key by key.
  var isMerged: Bool {
    switch self {
    case .names, .keys: true
    case .value, .source, .list, .periods, .oneValue, .either: false
    }
  }
}

extension ScenarioFile {
  /// Places that two files both change, and not to the same value.
  ///
  /// Where the value of the one drives that of the other out, the place is the mapping of both.
  ///
  /// - Parameter other: Another change of the same scenario.
  /// - Returns: The two changes of each place, in the order of the first file.
  public func conflicts(with other: ScenarioFile) -> [(MadeChange, MadeChange)] {
    var seen: Set<[SourcePosition]> = []
    var conflicts: [(MadeChange, MadeChange)] = []
    for (own, theirs) in changes.flatMap({ own in other.changes.map { (own, $0) } }) {
      // The same line of a file both build on is no conflict.
      for (place, other) in own.meetings(with: theirs) where place.position != other.position {
        guard place.names != other.names || !place.value.says(other.value) else { continue }
        let pair =
          place.isInOneLine(with: other)
          ? (own.at(place), theirs.at(other))
          : (own.at(place.enclosing), theirs.at(other.enclosing))
        guard seen.insert([pair.0.path.position, pair.1.path.position]).inserted else { continue }
        conflicts.append(pair)
      }
    }
    return conflicts
  }
}

extension MadeChange.Place {
  /// The mapping that the place is in.
  fileprivate var enclosing: Self {
    var place = self
    place.names.removeLast()
    return place
  }
}

extension MadeChange {
  /// The change of one place alone; as it is written where that is the place.
  fileprivate func at(_ place: Place) -> MadeChange {
    guard place.path != path.value else { return self }
    var change = self
    change.path = Located(place.path, written: place.path, at: place.position)
    (change.after, change.places) = (place.value, [place])
    return change
  }
}
