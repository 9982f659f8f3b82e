import Diagnostics
import Documents

extension JSONValue {
  private var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// The keys of the mapping that this schema describes.
  var keys: [String] { (members["properties"]?.members ?? [:]).keys.sorted() }

  /// The paths of a document that its schema does not describe.
  ///
  /// Of two ways to write a value it takes the one that leaves fewer.
  func unknownKeys(of node: Node, at path: [String]) -> [String] {
    if case .array(let ways)? = members["anyOf"] {
      let tries = ways.map { $0.unknownKeys(of: node, at: path) }
      return tries.min { $0.count < $1.count } ?? []
    }
    switch node.content {
    case .scalar:
      return members["properties"] == nil ? [] : [path.joined(separator: ".")]
    case .sequence(let items):
      guard let item = members["items"] else { return [path.joined(separator: ".")] }
      return items.flatMap { item.unknownKeys(of: $0, at: path) }
    case .mapping(let entries):
      let properties = members["properties"]?.members ?? [:]
      return entries.flatMap { entry in
        let path = path + [entry.key.value]
        let any = members["additionalProperties"].flatMap { $0.members.isEmpty ? nil : $0 }
        guard let schema = properties[entry.key.value] ?? any else {
          return [path.joined(separator: ".")]
        }
        return schema.unknownKeys(of: entry.value, at: path)
      }
    }
  }
}
