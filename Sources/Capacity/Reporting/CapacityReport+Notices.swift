public import Diagnostics
import Foundation
public import RateBooks
public import Units
import Workbooks

extension CapacityReport {
  /// What the sender should know: when reports are due, which are missing, and until when islands are
  /// left out.
  ///
  /// - Parameters:
  ///   - path: The folder the annexes are written into, with earlier ones. Which were sent nobody
  ///     knows but the files there.
  ///   - book: The law.
  /// - Throws: ``Faults`` when the law of a day is not known.
  /// - Returns: Sentences.
  public func notices(in path: String, under book: RateBook) throws(Faults) -> [String] {
    let calendar = ReportCalendar(book)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let due = try calendar.due(of: day)
    var notices = [
      received > due
        ? "late: the report of \(day) was due on \(due)"
        : "the report of \(day) is due on \(due)"
    ]
    let have = Set(Self.days(of: "bilag-1-", in: names) + [day])
    for missing in calendar.days(from: have.min() ?? day, through: received)
    where !have.contains(missing) {
      let due = try calendar.due(of: missing)
      notices.append(
        received > due
          ? "late: the report of \(missing) was due on \(due), and is not in \(path)"
          : "the report of \(missing) is due on \(due), and is not in \(path)")
    }
    if let next = calendar.next(after: max(day, received)) {
      notices.append("the next report is of \(next)")
    }
    return notices + islandNotices(in: path, names, under: book)
  }

  private func islandNotices(in path: String, _ names: [String], under book: RateBook) -> [String] {
    guard islands.isEmpty else {
      return [
        "doctors on islands are left out from \(received) on, and count again from"
          + " \(islandsCountAgain) unless they are reported anew",
        "annex 2 prints 'Antal udmøntede kapaciteter' twice; both columns hold the same number",
      ]
    }
    let none = ["no doctors on islands, and no annex 2"]
    guard let (earlier, again) = Self.islandsBefore(received, in: path, names, under: book) else {
      return none
    }
    return none + [
      again <= received
        ? "the doctors on islands reported on \(earlier) count again since \(again)"
        : "the doctors on islands reported on \(earlier) are left out, and count again from \(again)"
    ]
  }

  /// The annex 2 in a folder that leaves islands out on a day; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - day: The day a report is sent.
  ///   - book: The law.
  /// - Returns: Its path.
  public static func islandsInForce(
    in path: String, on day: CalendarDate, under book: RateBook
  ) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard let (earlier, again) = islandsBefore(day, in: path, names, under: book), day < again
    else {
      return nil
    }
    return "\(path)/bilag-2-\(earlier).xlsx"
  }

  /// The last annex 2 sent before a day, whoever wrote it, and when its islands count again: a file that
  /// cannot be read says nothing.
  private static func islandsBefore(
    _ day: CalendarDate, in path: String, _ names: [String], under book: RateBook
  ) -> (reported: CalendarDate, again: CalendarDate)? {
    let earlier = days(of: "bilag-2-", in: names).filter { $0 < day }.sorted().last { day in
      ((try? SheetTable(reading: "\(path)/bilag-2-\(day).xlsx"))?.rows.isEmpty ?? true) == false
    }
    guard let earlier, let months = book.limit(.islandExemption, on: earlier)?.wholeNumber else {
      return nil
    }
    return (earlier, earlier.advanced(byMonths: months))
  }

  private static func days(of start: String, in names: [String]) -> [CalendarDate] {
    names.compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(".xlsx") else { return nil }
      return CalendarDate(iso: String(name.dropFirst(start.count).dropLast(5)))
    }
  }
}
