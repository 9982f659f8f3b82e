extension FeeConditions {
  /// Whether the fee may not be paid on a bill with another code.
  ///
  /// A code with a slash, `physical/specialist`, is no fee of a tariff: it stands for what a scenario
  /// adds to a contact, and only ``invalidWith`` can name it. No family has it, and no closed list
  /// strikes it out.
  ///
  /// - Parameters:
  ///   - code: The other code.
  ///   - form: The practice that sends the bill; the out-of-hours service may have a closed list of
  ///     its own.
  /// - Returns: Whether one of the two must go.
  public func refuses(_ code: String, in form: PracticeForm) -> Bool {
    if invalidWith.contains(code) { return true }
    guard !code.contains("/") else { return false }
    if !validWith.contains(code), invalidWithFamilies.contains(where: { $0.contains(code) }) {
      return true
    }
    return closedList(in: form).map { !$0.contains(code) } ?? false
  }

  /// The only codes it may stand beside in a practice; `nil` where there is no such list.
  private func closedList(in form: PracticeForm) -> Set<String>? {
    form == .outOfHours ? onlyBesideOutOfHours ?? onlyBeside : onlyBeside
  }
}
