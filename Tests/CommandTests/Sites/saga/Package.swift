// swift-tools-version:5.10
// swift-format-ignore-file
import PackageDescription
let package = Package(
  name: "Loft",
  dependencies: [.package(url: "https://github.com/loopwerk/Saga", from: "2.0.0")],
  targets: [.executableTarget(name: "Loft", dependencies: ["Saga"])]
)
