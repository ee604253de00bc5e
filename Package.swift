// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of this package; none is unsafe, so dependents can build it.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "carecast",
  products: [
    .executable(name: "carecast", targets: ["carecast"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Markov", targets: ["Markov"]),
    .library(name: "Sensitivity", targets: ["Sensitivity"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  // Lowest first; a target imports only targets above it in this list.
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    // SHA-256 of the data files: OpenSSL's, because it needs no compiling (swift-crypto doubles the
    // build) and Debian keeps it safe.
    .systemLibrary(
      name: "CLibcrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    // Workbooks with native charts and marked-up tables: the one C library in Debian that writes both.
    .systemLibrary(
      name: "CXlsxwriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(name: "CAllocator"),
    .target(
      name: "Datasets", path: "Datasets",
      resources: [
        .copy("sources"), .copy("areas.yaml"), .copy("statistical-neighbours.yaml"),
        .copy("spending-lines.yaml"),
        .copy("published-figures.yaml"), .copy("questions.yaml"), .copy("series"),
        .copy("parameters"), .copy("placements"), .copy("levers"), .copy("scenarios"),
        .copy("fitted"),
      ],
      swiftSettings: strict),
    .target(name: "CKernels"),
    library("LinearAlgebra", ["COpenBLAS"]),
    library("Statistics", ["LinearAlgebra"]),
    library("Markov", ["LinearAlgebra", "CKernels"]),
    library("Sensitivity", ["LinearAlgebra", "Statistics"]),
    library("Parameters", ["LinearAlgebra", "Statistics", "CLibcrypto", yams]),
    library("CareModel", ["LinearAlgebra", "Statistics", "Markov", "Parameters"]),
    library("Scenarios", ["CareModel", "Parameters", "Statistics"]),
    library("Calibration", ["CareModel", "Parameters", "LinearAlgebra", "Statistics"]),
    library("Ensemble", ["LinearAlgebra", "Statistics", "Parameters"]),
    library(
      "Tables",
      [
        "CareModel", "Scenarios", "Ensemble", "Calibration", "Sensitivity", "Parameters",
        "LinearAlgebra", "Statistics", "CXlsxwriter",
      ]),
    library("Report", ["Tables", "Scenarios", "Sensitivity", "Parameters"]),
    .executableTarget(
      name: "carecast",
      dependencies: [
        "Datasets", "LinearAlgebra", "Statistics", "Markov", "Parameters", "CareModel", "Scenarios",
        "Ensemble", "Calibration", "Sensitivity", "Tables", "Report", "CAllocator", argumentParser,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["LinearAlgebra", "Statistics"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("LinearAlgebra", ["LinearAlgebra", "TestSupport"]),
    tests("Statistics", ["Statistics", "LinearAlgebra", "TestSupport"]),
    tests("Markov", ["Markov", "LinearAlgebra", "TestSupport"]),
    tests("Sensitivity", ["Sensitivity", "LinearAlgebra", "Statistics", "TestSupport"]),
    tests("Parameters", ["Parameters", "Statistics"]),
    tests("Datasets", ["Datasets", "Parameters", "TestSupport"]),
    tests("CareModel", ["CareModel", "Parameters", "Statistics", "Datasets", "TestSupport"]),
    tests("Ensemble", ["Ensemble", "Parameters", "Statistics"]),
    tests(
      "Scenarios",
      ["Scenarios", "CareModel", "Parameters", "Statistics", "Datasets", "TestSupport"]),
    tests(
      "Calibration",
      ["Calibration", "CareModel", "Parameters", "Statistics", "Datasets", "TestSupport"]),
    tests(
      "Tables",
      [
        "Tables", "CareModel", "Scenarios", "Sensitivity", "Parameters", "Statistics", "Datasets",
        "TestSupport",
      ]),
    tests(
      "Report",
      [
        "Report", "Tables", "CareModel", "Scenarios", "Ensemble", "Sensitivity", "Parameters",
        "Statistics",
        "Datasets",
      ]),
    tests("Command", ["carecast"]),
  ],
  swiftLanguageModes: [.v6]
)
