extension ScenarioFile {
  /// The tables that the file's question has.
  public var knownTables: [TableName] {
    if isModels { return TableName.ofModels }
    if isCapacityPlan { return TableName.ofCapacities }
    return isNational ? TableName.ofNations : TableName.ofArrivals
  }
}
