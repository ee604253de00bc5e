public import Foundation

/// Where the data that ship with carecast lie.
public enum Datasets {
  /// The folder that holds `sources.yaml`, `series`, `parameters`, `placements`, `levers`,
  /// `scenarios` and `fitted`.
  public static var folder: URL { Bundle.module.resourceURL! }
}
