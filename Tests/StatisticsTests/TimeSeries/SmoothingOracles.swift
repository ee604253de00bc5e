import Statistics

/// What the R package `forecast` (8.x) gives for models of two series, as statsmodels 0.15.0 carries it.
enum SmoothingOracles {
  struct Case {
    let form: SmoothingForm
    /// α, β, γ, φ.
    let weights: [Double]
    /// Level, slope, and seasons from the next one on.
    let start: [Double]
    /// Without the constant.
    let logLikelihood: Double
    let variance: Double
    let forecasts: [Double]
  }

  /// Of ``TimeSeriesData/touristNights``.
  static let tourists: [Case] = [
    Case(
      form: SmoothingForm(.additive, .additive, .additive),
      weights: [0.20281952, 0.00016979, 0.4645238, 1],
      start: [23.06996036, 0.57786622, 8.50287244, -8.97988612, -1.17750326, 1.65451693],
      logLikelihood: -201.27311461, variance: 6.20560506,
      forecasts: [75.34454396, 50.75845291, 63.05022495, 67.48394643]),
    Case(
      form: SmoothingForm(.multiplicative, .additive, .additive),
      weights: [0.41637192, 0.00010001, 0.3529439, 1],
      start: [25.70245461, 0.44872759, 5.05727004, -6.84185501, -0.57933567, 2.36392064],
      logLikelihood: -203.60021572, variance: 0.00435945,
      forecasts: [75.69740289, 51.25292515, 63.34573483, 67.35397685]),
    Case(
      form: SmoothingForm(.additive, .none, .additive), weights: [0.54216695, 0, 0.39203017, 1],
      start: [25.54638913, 0.0, 4.84845926, -6.46658738, -0.53099835, 2.14912647],
      logLikelihood: -204.28165362, variance: 6.56104274,
      forecasts: [75.32914757, 50.16726775, 62.21021038, 65.90296904]),
    Case(
      form: SmoothingForm(.multiplicative, .none, .additive),
      weights: [0.53284256, 0, 0.34638743, 1],
      start: [25.26691208, 0.0, 4.47629872, -5.89550741, -0.51991064, 1.93911932],
      logLikelihood: -206.75768291, variance: 0.00480682,
      forecasts: [75.20474689, 50.31612149, 62.186139, 65.74530174]),
    Case(
      form: SmoothingForm(.multiplicative, .additive, .multiplicative),
      weights: [0.31562139, 0.00010001, 0.00010005, 1],
      start: [24.74993982, 0.51242558, 1.23309134, 0.77017133, 0.95960345, 1.03713388],
      logLikelihood: -195.75179425, variance: 0.00346044,
      forecasts: [77.58807372, 48.8558019, 61.36513172, 66.85524201]),
    Case(
      form: SmoothingForm(.multiplicative, .none, .multiplicative),
      weights: [0.60899314, 0, 0.00016726, 1],
      start: [29.67481548, 0.0, 1.2317937, 0.76838081, 0.96140206, 1.03842344],
      logLikelihood: -206.42027478, variance: 0.00475041,
      forecasts: [77.78795149, 48.52405046, 60.7133168, 65.57737638]),
    Case(
      form: SmoothingForm(.additive, .damped, .additive),
      weights: [0.35445427, 0.03200749, 0.39993387, 0.97999997],
      start: [24.01278357, 0.97770147, 5.34956637, -6.61171798, -0.50735902, 1.76951063],
      logLikelihood: -200.02361522, variance: 6.0830734,
      forecasts: [76.07768073, 51.61741109, 63.96457729, 68.27886241]),
    Case(
      form: SmoothingForm(.multiplicative, .damped, .additive),
      weights: [0.31114284, 0.04721388, 0.30950232, 0.8708892],
      start: [21.67128194, 1.98691433, 6.43782633, -6.10365176, -1.37168288, 1.03750831],
      logLikelihood: -204.85615892, variance: 0.00470153,
      forecasts: [75.18545389, 51.10898524, 62.88324814, 66.74862479]),
    Case(
      form: SmoothingForm(.multiplicative, .damped, .multiplicative),
      weights: [0.48397584, 0.00351728, 0.0001131, 0.98],
      start: [23.54623801, 0.7983291, 1.2341092, 0.77007856, 0.96050633, 1.0353059],
      logLikelihood: -196.36297945, variance: 0.00361294,
      forecasts: [78.09439198, 48.93807849, 61.29337201, 66.33465147]),
  ]
  /// Of ``TimeSeriesData/oil``.
  static let oil: [Case] = [
    Case(
      form: SmoothingForm(.additive, .additive, .none), weights: [0.99770564, 0.0001001, 0, 1],
      start: [21.3150686, 11.71213626], logLikelihood: -285.64745013, variance: 2571.94347286,
      forecasts: [554.09126495, 565.79806815, 577.50487134, 589.21167453]),
    Case(
      form: SmoothingForm(.multiplicative, .additive, .none),
      weights: [0.9998996, 0.02781619, 0, 1], start: [37.8545175, 32.60926576],
      logLikelihood: -293.30311473, variance: 0.02664264,
      forecasts: [556.88153033, 571.42031554, 585.95910076, 600.49788597]),
    Case(
      form: SmoothingForm(.additive, .none, .none), weights: [0.99989996, 0, 0, 1],
      start: [110.88321179, 0.0], logLikelihood: -285.07846207, variance: 2405.9689539,
      forecasts: [542.34121919, 542.34121919, 542.34121919, 542.34121919]),
    Case(
      form: SmoothingForm(.multiplicative, .none, .none), weights: [0.99989932, 0, 0, 1],
      start: [108.50797841, 0.0], logLikelihood: -289.29728569, variance: 0.02465689,
      forecasts: [542.34122401, 542.34122401, 542.34122401, 542.34122401]),
    Case(
      form: SmoothingForm(.additive, .damped, .none),
      weights: [0.99989969, 0.11886985, 0, 0.80000197], start: [36.46466837, 34.72584983],
      logLikelihood: -284.64438385, variance: 2524.87915822,
      forecasts: [545.35213563, 547.76044926, 549.68710489, 551.22843318]),
    Case(
      form: SmoothingForm(.multiplicative, .damped, .none),
      weights: [0.92024781, 0.00010003, 0, 0.96360848], start: [36.95199158, 35.03197857],
      logLikelihood: -292.23998794, variance: 0.02699609,
      forecasts: [548.73324311, 554.01336256, 559.10133046, 564.00413949]),
  ]
}
