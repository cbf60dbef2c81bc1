// swift-tools-version:5.5
// swift-format-ignore-file
import PackageDescription
let package = Package(
  name: "Quay",
  dependencies: [.package(name: "Publish", url: "https://github.com/johnsundell/publish.git", from: "0.8.0")]
)
