extension ExampleDenmark {
  /// The example for the municipalities of a law.
  ///
  /// - Parameters:
  ///   - seed: Another seed draws other clinics and doctors.
  ///   - areas: Health councils and municipalities.
  /// - Throws: `NumericalError` when the weights cannot be fitted.
  public init(seed: UInt64, areas: Areas) throws {
    try self.init(
      seed: seed,
      municipalities: areas.municipalities.map { municipality in
        let council = areas.councils[municipality.council]
        return (municipality.code, municipality.name, council.key, council.region)
      })
  }
}
