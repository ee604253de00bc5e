/// What random numbers of the library are drawn for; a purpose keeps its number for good. A function
/// that draws numbers of its own uses others.
enum RandomPurpose: UInt32 {
  /// Independent points.
  case points = 0x5345_0001
  /// How often a base run counts in a resample.
  case resamples = 0x5345_0002
  /// Morris's trajectories.
  case trajectories = 0x5345_0003
  /// Phases and frequencies of curves.
  case curves = 0x5345_0004
  /// Orders of groups.
  case orders = 0x5345_0005
  /// Scrambling of the first replicate; those of the others follow.
  case scrambles = 0x5345_1000
}
