import Capacity
import Diagnostics
import RateBooks
import TestSupport
import Units

extension RateBook {
  static func danish() throws -> RateBook {
    try RateBook(
      named: Located("denmark", written: "denmark", at: SourcePosition(file: "test")))
  }
}

func on(_ text: String) -> CalendarDate {
  guard let day = CalendarDate(iso: text) else { preconditionFailure("no day: \(text)") }
  return day
}

extension CapacityReport.Request {
  /// The report of July 2026, sent two weeks later.
  static func july(_ path: String) -> Self {
    var request = Self(clinics: path, received: on("2026-07-15"))
    request.day = on("2026-07-01")
    return request
  }
}

/// A region's table: five clinics in three health councils, one on an island.
let southernClinics = """
  Ydernummer,Praksisbetegnelse,Adresse,Praksiskommune,Praksiskommunekode,Postnummer,Praksisform,\
  Antal udmøntede kapaciteter,Antal ledige kapaciteter,Ø-læge,Antal tilmeldte patienter,Bemærkning
  057584,Lægerne Havnen,"Havnegade 1, st.",Odense,0461,5000,kompagniskabspraksis,3,1,nej,4800,
  000123,Lægen på Ærø,Vestergade 7,Ærø Kommune,492,5970,Solopraksis,1,0,ja,499,lille ø
  011111,Udbudsklinikken,Torvet 2,Esbjerg,0561,6700,udbudsklinik,4,2,,,
  011112,Regionsklinikken,Torvet 3,Esbjerg,0561,6700,regionsklinik,2,2,,,
  022222,Delepraksis Syd,Åvej 9,Tønder,0550,6270,delepraksis,1,0,nej,1600,

  """
