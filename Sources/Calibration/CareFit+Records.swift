import CareModel
import Foundation
import LinearAlgebra
import Parameters
import Statistics

extension CareFit {
  /// Every number of the fit, in the order of the fit.
  public var records: [FitRecord] {
    let shares = sharesOfPrior
    return model.parameters.indices.map { index in
      let parameter = model.parameters[index]
      return FitRecord(
        path: parameter.path, prior: parameter.prior,
        value: parameter.value(at: fit.estimate[index]), shareOfPrior: shares[index])
    }
  }
}

extension FitParameter {
  /// Where a value lies, in prior standard deviations from the prior median.
  func point(of value: Double) -> Double {
    switch scale {
    case .log: log(value / prior) / deviation
    case .logit: (log(value / (1 - value)) - log(prior / (1 - prior))) / deviation
    case .identity: (value - prior) / deviation
    }
  }
}

extension CareCalibration {
  /// The fitted history of a kept fit, every published figure beside the model's.
  ///
  /// - Parameter records: The records of a fit to the same years.
  /// - Throws: `InputError` if a parameter of the fit is missing.
  public func comparisons(of records: [FitRecord]) throws -> [Comparison] {
    try model.comparisons(state(of: records))
  }

  /// The state that a kept fit describes.
  func state(of records: [FitRecord]) throws -> CareFitState {
    let values = Dictionary(records.map { ($0.path, $0.value) }) { first, _ in first }
    return model.state(
      at: try model.parameters.map { parameter in
        guard let value = values[parameter.path] else {
          throw InputError(
            InputFault.unknownName(
              of: "fitted parameter", found: parameter.path, among: values.keys.sorted()),
            at: Place(file: "fitted"))
        }
        return parameter.point(of: value)
      })
  }

  /// The paths of the parameters that act in 2020-21 alone.
  public var parametersOf2021: [String] {
    model.parameters.filter(\.onlyIn2021).map(\.path)
  }
}
