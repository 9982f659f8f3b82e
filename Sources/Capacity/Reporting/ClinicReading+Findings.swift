import Diagnostics

extension ClinicReading {
  /// What is told of a sound table: clinics whose numbers are doubtful, and what nothing was held against.
  ///
  /// - Parameter knowsPostcodes: Whether postcodes were held against a table of them.
  /// - Returns: In the order of the table.
  func findings(knowingPostcodes knowsPostcodes: Bool) -> [Notice] {
    let doubts = found.flatMap { one in
      let clinic = one.clinic
      return ClinicDoubt.doubts(
        about: clinic.number, form: clinic.form, capacities: clinic.deployed,
        vacant: clinic.vacant, patients: clinic.patients
      ).map { doubt in
        Notice(
          doubt.what, at: table.position(column(of: doubt.cell), in: one.row), help: doubt.help)
      }
    }
    guard !knowsPostcodes else { return doubts.inOrder }
    let unheld = Notice(
      "no postcode is held against its municipality", at: table.position(.postcode),
      help: "name a table of postcode and municipality with '--postcodes'")
    return ([unheld] + doubts).inOrder
  }

  private func column(of cell: ClinicDoubt.Cell) -> ReportColumn {
    switch cell {
    case .capacities: table.has(.deployed) ? .deployed : .fixedCapacity
    case .patients: .patients
    }
  }
}
