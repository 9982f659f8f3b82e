extension Faults {
  /// The faults of a file that another file names.
  ///
  /// A file that cannot be opened is reported where its name is written; what is wrong inside it is
  /// reported there.
  ///
  /// - Parameters:
  ///   - role: What the file is to the other, for example «base».
  ///   - name: The name as written.
  ///   - owner: What the other file is, for example «reform».
  /// - Returns: The faults as the author should see them.
  public func naming(
    _ role: String, _ name: Located<String>, relativeTo owner: String
  ) -> Faults {
    guard let first = diagnostics.first, first.position.line == 0 else { return self }
    return Faults(
      "the \(role) '\(name.text)' cannot be read: \(first.what)", at: name.position,
      help: "a \(role) is named relative to the \(owner)'s folder")
  }
}
