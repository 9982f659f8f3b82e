/// Lays out cells in aligned columns; long sentences go on in the next line of their column.
package struct TextGrid {
  /// Wider text is broken between words.
  private static let widestText = 56
  /// Headings are broken into lines no wider than their numbers need, and this much at least.
  private static let narrowestHeading = 12

  package var header: [String]
  package var rows: [[String]]
  /// Whether a column holds words, which stand left; numbers stand right.
  package var isText: [Bool]

  package init(header: [String], rows: [[String]], isText: [Bool]) {
    (self.header, self.rows, self.isText) = (header, rows, isText)
  }

  package var text: String {
    let cells = rows.map { row in row.map { Self.lines(of: $0, width: Self.widestText) } }
    let body = header.indices.map { column in
      cells.flatMap { $0[column].map(\.count) }.max() ?? 0
    }
    let heads = header.indices.map { column in
      Self.lines(of: header[column], width: max(body[column], Self.narrowestHeading))
    }
    let widths = header.indices.map { max(body[$0], heads[$0].map(\.count).max() ?? 0) }
    let rule = "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let height = heads.map(\.count).max() ?? 1
    // Headings stand on the rule, so that a short one is next to its numbers.
    let top = heads.map { Array(repeating: "", count: height - $0.count) + $0 }
    return (block(top, widths) + [rule] + cells.flatMap { block($0, widths) })
      .joined(separator: "\n")
  }

  /// The lines of one row.
  private func block(_ cells: [[String]], _ widths: [Int]) -> [String] {
    (0..<(cells.map(\.count).max() ?? 1)).map { line in
      let padded = cells.indices.map { column in
        let cell = line < cells[column].count ? cells[column][line] : ""
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return isText[column] ? cell + padding : padding + cell
      }
      return "  " + padded.joined(separator: "  ").trimmingSuffix
    }
  }

  /// Breaks text between words and where it has lines; a word that is wider than the column, such as an address, is kept.
  package static func lines(of text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
