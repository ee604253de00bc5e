import Foundation
func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
extension CareCalibration {
  public func timing() {
    let t0 = Date()
    for _ in 0..<5 { _ = try! model.residuals(at: [Double](repeating: 0, count: model.parameters.count)) }
    note("eval \(Date().timeIntervalSince(t0) / 5) \(model.parameters.count)")
  }
}
