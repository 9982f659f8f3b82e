import Foundation

/// How much of something is done at another price: the one form of every answer to what is paid.
///
/// ```
/// q₁ / q₀ = exp(e · c),   c = (p₁ − p₀ + beyond) / ((|p₁| + |p₀|) / 2)
/// ```
///
/// with *e* the elasticity and *c* the change of the price as a part of the mean of the two prices:
/// from −2, free of charge, over 0, no change, to 2, from nothing to any price. `beyond` is *p₁* where a
/// gain has become a loss (or a loss a gain), and zero otherwise: below nothing the answer goes on, and
/// *c* ends at −4.
///
/// **What the elasticity is.** For a small change, percent more for one percent more, at every price. For
/// a large one, the arc elasticity that studies of copay publish: there
/// (q₁ − q₀) / (q₁ + q₀) over (p₁ − p₀) / (p₁ + p₀) is *E*, and here it is tanh(*e* · *a*) / *a* with
/// *a* = (p₁ − p₀) / (p₁ + p₀), which for |*e*| up to 0.1 is *e* to within a three-hundredth. From
/// nothing to the full price, −0.06 makes 11 percent fewer visits in both.
///
/// **Why not a power.** (p₁ / p₀)^e has the same meaning for small changes, and for a negative *e* grows
/// beyond all bounds on the way to a price of nothing.
///
/// **Edge cases.** The same price, or an elasticity of zero, gives exactly 1. The factor is positive and
/// finite for all finite prices, continuous in *p₁* for any *p₀* that is not zero, and rises with *p₁*
/// where *e* is positive. Doubling and halving undo each other. Where there was no price, any price is
/// the whole way up from nothing, and any loss the whole way down. Prices in one currency, whichever.
enum PriceAnswer {
  /// By how much a volume changes.
  ///
  /// - Parameters:
  ///   - old: The price before.
  ///   - new: The price now.
  ///   - elasticity: Percent more for one percent more.
  /// - Returns: What the volume is multiplied by.
  static func factor(from old: Double, to new: Double, elasticity: Double) -> Double {
    exp(elasticity * change(from: old, to: new))
  }

  /// The change of a price as a part of the mean of the two, from −4 to 4.
  static func change(from old: Double, to new: Double) -> Double {
    guard old != new else { return 0 }
    let beyond = old * new < 0 ? new : 0
    return 2 * (new - old + beyond) / (abs(new) + abs(old))
  }
}
