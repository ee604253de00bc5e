public import Foundation

extension Series {
  /// Reads `about.yaml` and `data.csv` of a folder and checks one against the other.
  ///
  /// - Parameters:
  ///   - folder: The folder; its name must be the id.
  ///   - name: Its name in messages.
  ///   - sources: The sources that rows may name.
  /// - Throws: `InputError` with all faults of `about.yaml`; if it has none, with the digest's and
  ///   all of `data.csv`.
  public init(folder: URL, as name: String, sources: Sources) throws {
    let aboutURL = folder.appendingPathComponent("about.yaml")
    let about = try YAMLFile.read(aboutURL, as: "\(name)/about.yaml") {
      About($0, folder: folder.lastPathComponent)
    }
    let file = "\(name)/data.csv"
    let bytes = try contents(ofFile: folder.appendingPathComponent("data.csv"), as: file)
    var faults: [Fault] = []
    let digest = sha256(bytes)
    if about.digest != "sha256:\(digest)" {
      let kind = InputFault.digestMismatch(stated: about.digest, computed: digest)
      faults.append(Fault(kind, at: about.digestPlace))
    }
    let collector = FaultCollector(file: file)
    let entries = SeriesRows(about: about, sources: sources, faults: collector).entries(of: bytes)
    faults += collector.byLine
    guard faults.isEmpty else { throw InputError(faults) }
    self.init(about: about, entries: entries)
  }
}
