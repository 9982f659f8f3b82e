import Diagnostics
import Documents

/// A document written inside a test.
func document(_ text: String) throws(Faults) -> Node {
  try Node(parsing: InputFile(path: "a.yaml", text: text))
}

/// What an author is told who writes a value under the key `uptake`; nothing when it is sound.
func message<Value>(for value: String, as grammar: Grammar<Value>) -> String {
  let key = Key("uptake", grammar, "a value to try")
  return message(
    reading: "uptake: \(value)",
    as: Grammar<Value>.record("a trial", keys: [key.required]) { record, _ in record[key] })
}

/// What an author is told about a whole document; nothing when it is sound.
func message<Value>(reading text: String, as grammar: Grammar<Value>) -> String {
  do throws(Faults) {
    _ = try grammar.read(document(text))
    return ""
  } catch {
    return error.description
  }
}

/// What an author is told about a text that is not a document; nothing when it is one.
func message(parsing text: String) -> String {
  do throws(Faults) {
    _ = try document(text)
    return ""
  } catch {
    return error.description
  }
}
