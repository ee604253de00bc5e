public import Foundation

/// Where the data that ship with carecast lie.
public enum Datasets {
  /// The folder that holds `sources`, `series`, `parameters`, `placements`, `levers`,
  /// `scenarios` and `fitted`, `areas.yaml`, `spending-lines.yaml` and `published-figures.yaml`.
  public static var folder: URL { Bundle.module.resourceURL! }
}
