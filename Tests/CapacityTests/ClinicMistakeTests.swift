import Testing

@Suite("What the author of a table about clinics is told")
struct ClinicMistakeTests {
  @Test("clinics: a bad cell is told with the row and column it stands in")
  func clinics() throws {
    try check(
      "clinics.csv", after: "clinic,name,municipality,capacities,vacant,patients,minimum\n",
      [
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200\n,Beta,0101,1,0,1,1\n",
          "3:1: error: 'clinic' is empty; it takes text"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200\n100001,Beta,0101,1,0,1,1\n",
          "3:1: error: 'clinic' is 100001; it takes a number of its own",
          "  help: line 2 has it already"),
        TableCase("100001,,0101,1,0,1,1\n", "2:2: error: 'name' is empty; it takes text"),
        TableCase(
          "100001,Alfa,0110,1,0,1,1\n",
          "2:3: error: 'municipality' is 0110; it takes the four-digit code of a municipality"),
        TableCase(
          "100001,Alfa,0101,-1,,1,1\n",
          "2:4: error: 'capacities' is -1; it takes a whole number in 0...100"),
        TableCase(
          "100001,Alfa,0101,two,0,1,1\n",
          "2:4: error: 'capacities' is two; it takes a whole number in 0...100"),
        TableCase(
          "100001,Alfa,0101,101,0,1,1\n",
          "2:4: error: 'capacities' is 101; it takes a whole number in 0...100"),
        TableCase(
          "100001,Alfa,0101,1,2,1,1\n",
          "2:5: error: 'vacant' is 2; it takes at most the 1 capacities of the clinic"),
        TableCase(
          "100001,Alfa,0101,1,x,1,1\n",
          "2:5: error: 'vacant' is x; it takes a whole number in 0...100"),
        TableCase(
          "100001,Alfa,0101,1,0,-5,1\n",
          "2:6: error: 'patients' is -5; it takes a whole number in 0...100000"),
        TableCase(
          "100001,Alfa,0101,1,0,5.000,1\n",
          "2:6: error: 'patients' is 5.000; it takes a whole number in 0...100000",
          "  help: write 5000, without a sign between thousands"),
        TableCase(
          "100001,Alfa,0101,1,0,100001,1\n",
          "2:6: error: 'patients' is 100001; it takes a whole number in 0...100000"),
        TableCase(
          "100001,Alfa,0101,1,0,1,1.5\n",
          "2:7: error: 'minimum' is 1.5; it takes a whole number in 0...100000"),
      ]
    ) { $0.clinics = $1 }
  }

  @Test("clinics: so is a bad cell of a column that need not be there")
  func clinicOptions() throws {
    try check(
      "clinics.csv",
      after: "clinic,name,municipality,capacities,vacant,patients,minimum,"
        + "intake,need-index,split-from,vacant-since,island\n",
      [
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,close,,,,\n",
          "2:8: error: 'intake' is close; it takes one of open, selective, closed",
          "  help: did you mean 'closed'?"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,Open,,,,\n",
          "2:8: error: 'intake' is Open; it takes one of open, selective, closed",
          "  help: did you mean 'open'?"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,0,,,\n",
          "2:9: error: 'need-index' is 0; it takes a number above 0 and up to 10",
          "  help: 1 is the national mean; leave it empty if unknown"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,10.1,,,\n",
          "2:9: error: 'need-index' is 10.1; it takes a number above 0 and up to 10",
          "  help: 1 is the national mean; leave it empty if unknown"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,high,,,\n",
          "2:9: error: 'need-index' is high; it takes a number above 0 and up to 10",
          "  help: 1 is the national mean; leave it empty if unknown"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,100001,,\n",
          "2:10: error: 'split-from' is 100001; it takes the number of another clinic of "
            + "the table"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,100009,,\n",
          "2:10: error: 'split-from' is 100009; it takes the number of another clinic of "
            + "the table"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,,2026-02-30,\n",
          "2:11: error: 'vacant-since' is 2026-02-30; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,,1 July,\n",
          "2:11: error: 'vacant-since' is 1 July; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,,,maybe\n",
          "2:12: error: 'island' is maybe; it takes yes or no"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,,0001-01-01,\n",
          "2:11: error: 'vacant-since' is 0001-01-01; it takes a day between 1990 and 2100",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,,,,2199-01-01,\n",
          "2:11: error: 'vacant-since' is 2199-01-01; it takes a day between 1990 and 2100",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
      ]
    ) { $0.clinics = $1 }
  }

  @Test(
    "clinics: one is split from an older one of its municipality, and two never from each other")
  func clinicSplits() throws {
    try check(
      "clinics.csv",
      after: "clinic,name,municipality,capacities,vacant,patients,minimum,split-from\n",
      [
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,\n100002,Beta,0102,1,0,1600,1600,100001\n",
          "3:8: error: 'split-from' is 100001; it takes a clinic of the same municipality; that one "
            + "lies in Anby"),
        TableCase(
          "1,Alfa,0101,2,0,3200,3200,3\n2,Beta,0101,1,0,1600,1600,1\n3,C,0101,1,0,1600,1600,2\n",
          "2:8: error: 'split-from' is 3; it takes a clinic that was not itself split from this one",
          "3:8: error: 'split-from' is 1; it takes a clinic that was not itself split from this one",
          "4:8: error: 'split-from' is 2; it takes a clinic that was not itself split from this one"
        ),
      ]
    ) { $0.clinics = $1 }
  }

  @Test("clinics: a postcode has four digits of a Danish one, and a clinic a number that is one")
  func clinicPostcodes() throws {
    try check(
      "clinics.csv",
      after: "clinic,name,municipality,capacities,vacant,patients,minimum,postcode\n",
      [
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,1234567890123456789\n",
          "2:8: error: 'postcode' is 1234567890123456789; it takes four digits"),
        TableCase(
          "100001,Alfa,0101,2,0,3200,3200,0799\n",
          "2:8: error: 'postcode' is 0799; it takes a Danish postcode, 0800 to 9999"),
        TableCase(
          "000000,Alfa,0101,2,0,3200,3200,0800\n",
          "2:1: error: 'clinic' is 000000; it takes the number of a clinic"),
      ]
    ) { $0.clinics = $1 }
  }

  @Test("clinics: columns that are missing, stand twice or are unknown")
  func clinicHeader() throws {
    try check(
      "clinics.csv", after: "",
      [
        TableCase(
          "clinic,name,municipality,capacities,vacant,patients\n100001,Alfa,0101,2,0,3200\n",
          "1:1: error: the column 'minimum' is missing from a table of clinics",
          "  help: the first line must name clinic, name, municipality, capacities, "
            + "patients, minimum"),
        TableCase(
          "clinic,clinic,name,municipality,capacities,patients,minimum\n1,1,Alfa,0101,2,3200,1\n",
          "1:2: error: the column 'clinic' stands twice",
          "  help: keep one of them"),
        TableCase(
          "clinic,name,municipality,capacities,patients,minimum,adress\n1,Alfa,0101,2,3200,1,x\n",
          "1:7: error: 'adress' is not a column of a table of clinics",
          "  help: did you mean 'address'?"),
        TableCase(
          "clinic,name,municipality,capacities,patients,minimum,telephone\n1,Alfa,0101,2,3200,1,x\n",
          "1:7: error: 'telephone' is not a column of a table of clinics",
          "  help: the columns are clinic, name, municipality, capacities, patients, "
            + "minimum, vacant, intake, need-index, split-from, vacant-since, island, address, "
            + "postcode, form"),
      ]
    ) { $0.clinics = $1 }
  }

  @Test("clinics: somebody must say which capacities are vacant")
  func clinicVacancies() throws {
    try check(
      "plan.yaml", after: "",
      [
        TableCase(
          "clinic,name,municipality,capacities,vacant,patients,minimum\n100001,Alfa,0101,2,0,3200,3200\n100002,Beta,0101,1,,1,1\n",
          "13:18: error: nothing says which capacities are vacant",
          "  help: fill the column 'vacant' of the table of clinics, or name a table of 'doctors'")
      ]
    ) { $0.clinics = $1 }
  }

  @Test("doctors: a bad cell is told with the row and column it stands in")
  func doctors() throws {
    try check(
      "doctors.csv", after: "doctor,clinic,qualification,part,owner\n",
      [
        TableCase(",100001,specialist,1,yes\n", "2:1: error: 'doctor' is empty; it takes text"),
        TableCase(
          "A,100009,specialist,1,yes\n",
          "2:2: error: 'clinic' is 100009; it takes a clinic of the table of clinics",
          "  help: did you mean '100001'?"),
        TableCase(
          "A,,specialist,1,yes\n",
          "2:2: error: 'clinic' is empty; it takes a clinic of the table of clinics"),
        TableCase(
          "A,100001,,1,yes\n",
          "2:3: error: 'qualification' is empty; it takes one of specialist, agreement, other"),
        TableCase(
          "A,100001,specialists,1,yes\n",
          "2:3: error: 'qualification' is specialists; it takes one of specialist, "
            + "agreement, other",
          "  help: did you mean 'specialist'?"),
        TableCase(
          "A,100001,specialist,0,yes\n",
          "2:4: error: 'part' is 0; it takes a number above 0 and up to 1"),
        TableCase(
          "A,100001,specialist,1.01,yes\n",
          "2:4: error: 'part' is 1.01; it takes a number above 0 and up to 1"),
        TableCase(
          "A,100001,specialist,half,yes\n",
          "2:4: error: 'part' is half; it takes a number above 0 and up to 1"),
        TableCase("A,100001,specialist,1,ja\n", "2:5: error: 'owner' is ja; it takes yes or no"),
      ]
    ) { $0.doctors = $1 }
  }

  @Test("doctors: columns that are missing, stand twice or are unknown")
  func doctorHeader() throws {
    try check(
      "doctors.csv", after: "",
      [
        TableCase(
          "doctor,clinic\nA,100001\n",
          "1:1: error: the column 'qualification' is missing from a table of doctors",
          "  help: the first line must name doctor, clinic, qualification"),
        TableCase(
          "doctor,clinic,clinic,qualification\nA,100001,100001,other\n",
          "1:3: error: the column 'clinic' stands twice",
          "  help: keep one of them"),
        TableCase(
          "doctor,clinic,qualification,parts\nA,100001,other,1\n",
          "1:4: error: 'parts' is not a column of a table of doctors",
          "  help: did you mean 'part'?"),
      ]
    ) { $0.doctors = $1 }
  }

  @Test("local facts: a bad cell is told with the row and column it stands in")
  func facts() throws {
    try check(
      "facts.csv", after: "clinic,fact,change,reason,decided\n",
      [
        TableCase(
          "100009,staff,1,why,2026-01-01\n",
          "2:1: error: 'clinic' is 100009; it takes a clinic of the table of clinics",
          "  help: did you mean '100001'?"),
        TableCase(
          "100001,stuff,1,why,2026-01-01\n",
          "2:2: error: 'fact' is stuff; it takes one of staff, premises, work-sharing, "
            + "nursing-home-duty, illness, special-population, neighbours, other",
          "  help: did you mean 'staff'?"),
        TableCase(
          "100001,,1,why,2026-01-01\n",
          "2:2: error: 'fact' is empty; it takes one of staff, premises, work-sharing, "
            + "nursing-home-duty, illness, special-population, neighbours, other"),
        TableCase(
          "100001,staff,,why,2026-01-01\n",
          "2:3: error: 'change' is empty; it takes a whole number in -5000...5000"),
        TableCase(
          "100001,staff,-1.000,why,2026-01-01\n",
          "2:3: error: 'change' is -1.000; it takes a whole number in -5000...5000",
          "  help: write -1000, without a sign between thousands"),
        TableCase(
          "100001,staff,-5001,why,2026-01-01\n",
          "2:3: error: 'change' is -5001; it takes a whole number in -5000...5000"),
        TableCase(
          "100001,staff,1,,2026-01-01\n",
          "2:4: error: 'reason' is empty; it takes text",
          "  help: say why the clinic's number is another"),
        TableCase(
          "100001,staff,1,why,\n",
          "2:5: error: 'decided' is empty; it takes a day",
          "  help: write year-month-day, for example 2026-07-01"),
        TableCase(
          "100001,staff,1,why,2026-1-1\n",
          "2:5: error: 'decided' is 2026-1-1; it takes a day",
          "  help: write year-month-day, for example 2026-07-01"),
      ]
    ) { $0.facts = $1 }
  }

  @Test("local facts: columns that are missing, stand twice or are unknown")
  func factHeader() throws {
    try check(
      "facts.csv", after: "",
      [
        TableCase(
          "clinic,fact,change,decided\n100001,staff,1,2026-01-01\n",
          "1:1: error: the column 'reason' is missing from a table of local facts",
          "  help: the first line must name clinic, fact, change, reason, decided"),
        TableCase(
          "clinic,fact,change,reason,decided,decided\n100001,staff,1,why,2026-01-01,2026-01-01\n",
          "1:6: error: the column 'decided' stands twice",
          "  help: keep one of them"),
        TableCase(
          "clinic,fact,change,reason,decided,by\n100001,staff,1,why,2026-01-01,me\n",
          "1:6: error: 'by' is not a column of a table of local facts",
          "  help: the columns are clinic, fact, change, reason, decided"),
      ]
    ) { $0.facts = $1 }
  }

  @Test("notices: a bad cell is told with the row and column it stands in")
  func notices() throws {
    try check(
      "notices.csv", after: "clinic,informed,calculations,population,complaint\n",
      [
        TableCase(
          "100009,,,,\n",
          "2:1: error: 'clinic' is 100009; it takes a clinic of the table of clinics",
          "  help: did you mean '100001'?"),
        TableCase(
          "100001,May,,,\n",
          "2:2: error: 'informed' is May; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,,2026-04-31,,\n",
          "2:3: error: 'calculations' is 2026-04-31; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,,,26-04-30,\n",
          "2:4: error: 'population' is 26-04-30; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,,,,0\n",
          "2:5: error: 'complaint' is 0; it takes a day",
          "  help: write year-month-day, for example 2026-07-01, or leave it empty"),
        TableCase(
          "100001,,,,\n100002,,,,\n100001,,,,\n",
          "4:1: error: 'clinic' is 100001; it takes one row for each clinic"),
      ]
    ) { $0.notices = $1 }
  }

  @Test("notices: columns that are missing, stand twice or are unknown")
  func noticeHeader() throws {
    try check(
      "notices.csv", after: "",
      [
        TableCase(
          "clinic,informed,calculations,population\n100001,,,\n",
          "1:1: error: the column 'complaint' is missing from a table of notices",
          "  help: the first line must name clinic, informed, calculations, population, complaint"),
        TableCase(
          "clinic,informed,calculations,population,complaint,complaint\n100001,,,,,\n",
          "1:6: error: the column 'complaint' stands twice",
          "  help: keep one of them"),
        TableCase(
          "clinic,informed,calculations,population,complaint,note\n100001,,,,,x\n",
          "1:6: error: 'note' is not a column of a table of notices",
          "  help: the columns are clinic, informed, calculations, population, complaint"),
      ]
    ) { $0.notices = $1 }
  }
}
