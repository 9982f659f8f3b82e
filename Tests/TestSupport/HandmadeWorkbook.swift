import CZip
import Foundation

/// The parts of a workbook, zipped as they are, right or wrong.
public struct HandmadeWorkbook {
  public var parts: [(name: String, text: String)]

  /// - Parameters:
  ///   - sheet: What stands between the tags of the sheet: rows and merges.
  ///   - strings: The texts cells name by number.
  public init(sheet: String, strings: [String] = []) {
    let items = strings.map { "<si><t>\($0)</t></si>" }.joined()
    parts = [
      (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\" xmlns:r=\"r\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", Self.links(["worksheets/sheet1.xml"])),
      ("xl/sharedStrings.xml", "<sst>\(items)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"),
    ]
  }

  /// The links rId1, rId2, … to worksheets.
  ///
  /// - Parameter targets: Names of the parts.
  /// - Returns: The text of `xl/_rels/workbook.xml.rels`.
  public static func links(_ targets: [String]) -> String {
    let links = targets.enumerated().map { place, target in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"x/worksheet\" Target=\"\(target)\"/>"
    }
    return "<Relationships>\(links.joined())</Relationships>"
  }

  public subscript(name: String) -> String {
    get { parts.first { $0.name == name }?.text ?? "" }
    set {
      parts.removeAll { $0.name == name }
      parts.append((name, newValue))
    }
  }

  /// - Parameter password: Locks every part.
  /// - Throws: What keeps a file from being written.
  /// - Returns: The bytes of the file.
  public func bytes(password: String? = nil) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("takst-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var error: Int32 = 0
    guard let archive = zip_open(file.path, ZIP_CREATE, &error) else {
      throw CocoaError(.fileNoSuchFile)
    }
    for (name, text) in parts {
      // libzip frees what it is given when the archive is closed.
      let copy = strdup(text)
      let source = zip_source_buffer(archive, copy, UInt64(text.utf8.count), 1)
      let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_OVERWRITE))
      if let password {
        zip_file_set_encryption(archive, UInt64(place), UInt16(ZIP_EM_AES_256), password)
      }
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return try [UInt8](Data(contentsOf: file))
  }
}
