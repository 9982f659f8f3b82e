import CGSL

/// A closure in a place with an address, which C can carry around.
struct Callback {
  let call: (Double) -> Double

  /// The closure as a function of GSL.
  ///
  /// - Parameter callback: Where the closure stands; it must outlive the function.
  /// - Returns: What GSL calls.
  static func function(_ callback: UnsafeMutablePointer<Callback>) -> gsl_function {
    gsl_function(
      function: { x, context in
        // GSL hands back the pointer it was given below, so the context is never missing.
        context!.assumingMemoryBound(to: Callback.self).pointee.call(x)
      },
      params: callback)
  }
}
