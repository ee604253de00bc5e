import Foundation

/// The x > 0 at which a tail probability has a given logarithm: Halley's method on ln F against ln x,
/// where both tails of the gamma and the beta distribution are nearly straight, held inside a
/// bracket.
///
/// - Parameters:
///   - target: The logarithm wanted, at most 0.
///   - rising: Whether the probability rises with x.
///   - logGuess: ln x to start from.
///   - logLimit: ln of the largest x; the root is below or at it.
///   - logProbability: ln F as a function of x.
///   - logDensity: ln |F′| as a function of x.
///   - densitySlope: d ln |F′| / d ln x as a function of x.
/// - Returns: x, to a few units in the last place where F is that well known; 0 if it is below the
///   least normal number.
func positiveRoot(
  logTarget target: Double, rising: Bool, logGuess: Double, logLimit: Double = 710,
  logProbability: (Double) -> Double, logDensity: (Double) -> Double,
  densitySlope: (Double) -> Double
) -> Double {
  var (low, high) = (-708.0, logLimit)
  if logGuess < low { return 0 }
  var t = min(logGuess, high)
  var x = exp(t)
  for _ in 0..<300 {
    let error = logProbability(x) - target
    if error == 0 { break }
    if (error < 0) == rising { low = max(low, t) } else { high = min(high, t) }
    // d ln F / d ln x = x F′ / F.
    let slope = exp(t + logDensity(x) - (error + target)) * (rising ? 1 : -1)
    // Newton's step, lengthened or shortened by what the slope changes on the way: at most twofold.
    let bend = error / (2 * slope) * (1 + densitySlope(x) - slope)
    var step = -error / slope / (abs(bend) < 0.5 ? 1 - bend : 1)
    let isInside = t + step > low && t + step < high
    if !isInside {
      // A root that lies beyond what a double can hold.
      if high <= -708 { return 0 }
      step = (low + high) / 2 - t
    }
    t += step
    // Multiplying keeps digits that adding to a large ln x would lose.
    x = abs(step) < 0.5 ? x * exp(step) : exp(t)
    // A step leaves the cube of the error, in units of the distance over which F doubles or so: none is
    // left after one so small.
    let isSmall = abs(step) * max(1, abs(slope)) < 1e-6
    if (isInside && isSmall) || abs(step) < 1e-15 || high - low < 1e-15 { break }
  }
  return x
}
