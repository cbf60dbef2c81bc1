// swift-tools-version: 6.2
import PackageDescription

/// Language settings of every target.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Settings of every target but the bindings to C libraries: no pointer gets past the compiler unseen.
let safe = common + [.strictMemorySafety()]

let package = Package(
  name: "feedsetter",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "feedsetter", targets: ["feedsetter"]),
    // With each come the modules whose values its interface takes and gives.
    .library(name: "FeedModel", targets: ["FeedModel", "FeedValues"]),
    .library(name: "FeedFormats", targets: ["FeedFormats", "FeedModel", "FeedValues"]),
    .library(name: "FeedValidation", targets: ["FeedValidation", "Diagnostics", "FeedValues"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // For the tests alone: they run the built command.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Floor 0: C libraries as they are, and values that know nothing of feeds' files.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CLoopback"),
    .target(name: "Diagnostics", swiftSettings: safe),
    .target(name: "FeedValues", swiftSettings: safe),

    // Floor 1: one module for each C library, for JSON and for the file system.
    .target(name: "FileSystem", dependencies: ["CLinux"], swiftSettings: safe),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: common),
    .target(name: "JSON", dependencies: ["Diagnostics", "FeedValues"], swiftSettings: safe),
    .target(name: "Markdown", dependencies: ["CCMarkGFM", "FeedValues"], swiftSettings: common),
    .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: common),

    .target(name: "Programs", swiftSettings: safe),
    .target(name: "Gzip", dependencies: ["CZLib"], swiftSettings: common),

    // Floor 2: what is published, as plain values; a language of its own that becomes YAML's tree.
    .target(name: "FeedModel", dependencies: ["FeedValues"], swiftSettings: safe),
    .target(
      name: "TOML", dependencies: ["Diagnostics", "FeedValues", "YAML"], swiftSettings: safe),

    // Beside them: what a process waits for, and requests to responses.
    .target(
      name: "SystemEvents", dependencies: ["CLinux", "CLoopback", "FileSystem"], swiftSettings: safe
    ),
    .target(name: "Serving", dependencies: ["FeedValues", "Gzip"], swiftSettings: safe),

    // Floor 3: articles in, feeds out, feeds judged and feeds read. None of the four knows another.
    .target(
      name: "Content",
      dependencies: [
        "Diagnostics", "FeedValues", "FileSystem", "JSON", "YAML", "TOML", "Markdown", "FeedModel",
      ],
      swiftSettings: safe),
    .target(name: "FeedFormats", dependencies: ["FeedValues", "FeedModel"], swiftSettings: safe),
    .target(
      name: "FeedValidation", dependencies: ["Diagnostics", "FeedValues", "JSON", "XML"],
      swiftSettings: safe),
    .target(
      name: "FeedReading", dependencies: ["Diagnostics", "FeedValues", "JSON", "XML"],
      swiftSettings: safe),

    .target(name: "WebSub", dependencies: ["FeedValues", "Programs"], swiftSettings: safe),
    // Beside them: what is served, to clients of this machine.
    .target(
      name: "PreviewServer", dependencies: ["FeedValues", "Serving", "SystemEvents"],
      swiftSettings: safe),

    // Floor 4: the run, from a folder of articles to files on disk.
    .target(
      name: "Publishing",
      dependencies: [
        "Diagnostics", "FeedValues", "FileSystem", "FeedModel", "Content", "FeedFormats",
        "FeedReading", "FeedValidation", "WebSub",
      ],
      swiftSettings: safe),
    // Beside it: what web servers are told of the published folder.
    .target(
      name: "Hosting", dependencies: ["FeedValues", "FeedModel", "Serving", "Content"],
      swiftSettings: safe),
    // Beside it: a first configuration for a folder that another generator was used for.
    .target(
      name: "SiteSetup",
      dependencies: [
        "Diagnostics", "FeedValues", "FileSystem", "YAML", "TOML", "FeedModel", "Content",
      ],
      swiftSettings: safe),

    // Floor 5: arguments in, exit status out.
    .executableTarget(
      name: "feedsetter",
      dependencies: [
        "Diagnostics", "FeedValues", "FileSystem", "FeedModel", "Content", "Publishing", "Hosting",
        "PreviewServer", "Serving", "SiteSetup", "SystemEvents",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe,
      // Code that is the same twice is kept once.
      linkerSettings: [
        .unsafeFlags(["-use-ld=lld", "-Xlinker", "--icf=safe"], .when(platforms: [.linux]))
      ]),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: common),
    .testTarget(name: "FeedValuesTests", dependencies: ["FeedValues"], swiftSettings: common),
    .testTarget(
      name: "FileSystemTests", dependencies: ["FileSystem"], swiftSettings: common),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "Diagnostics"], swiftSettings: common),
    .testTarget(
      name: "TOMLTests",
      dependencies: [
        "TOML", "YAML", "Diagnostics", .product(name: "Subprocess", package: "swift-subprocess"),
      ], swiftSettings: common),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "Diagnostics"], swiftSettings: common),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: common),
    .testTarget(
      name: "ServingTests", dependencies: ["Serving", "FeedValues", "Gzip"], swiftSettings: common),
    .testTarget(
      name: "SystemEventsTests", dependencies: ["SystemEvents", "FileSystem"],
      swiftSettings: common),
    .testTarget(name: "XMLTests", dependencies: ["XML", "Diagnostics"], swiftSettings: common),
    .testTarget(
      name: "FeedModelTests", dependencies: ["FeedModel", "FeedValues"], swiftSettings: common),
    .testTarget(
      name: "ContentTests",
      dependencies: ["Content", "Diagnostics", "FeedModel", "FeedValues", "Markdown", "YAML"],
      swiftSettings: common),
    .testTarget(
      name: "FeedFormatsTests", dependencies: ["FeedFormats", "FeedModel", "FeedValues"],
      swiftSettings: common),
    .testTarget(
      name: "FeedValidationTests", dependencies: ["FeedValidation", "Diagnostics", "FeedValues"],
      swiftSettings: common),
    .testTarget(
      name: "LibraryTests",
      dependencies: ["FeedFormats", "FeedModel", "FeedValidation", "Diagnostics", "FeedValues"],
      swiftSettings: common),
    .testTarget(
      name: "FeedReadingTests",
      dependencies: ["FeedReading", "Diagnostics", "FeedFormats", "FeedModel", "FeedValues"],
      swiftSettings: common),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "FileSystem", "Content", "FeedFormats", "FeedModel", "FeedReading",
        "FeedValidation",
        "FeedValues", "Diagnostics",
      ], swiftSettings: common),
    .testTarget(
      name: "HostingTests", dependencies: ["Hosting", "Content", "Diagnostics", "FeedValues"],
      exclude: ["Expected"],
      swiftSettings: common),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs"], swiftSettings: common),
    .testTarget(
      name: "WebSubTests", dependencies: ["WebSub", "FeedValues"], swiftSettings: common),
    .testTarget(
      name: "SiteSetupTests", dependencies: ["SiteSetup", "Diagnostics"], swiftSettings: common),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "feedsetter", "FileSystem", .product(name: "Subprocess", package: "swift-subprocess"),
      ], exclude: ["Browser", "Hubs", "Places", "Readers", "Sites"], swiftSettings: common),
  ]
)

// Measures the stages one by one (make bench-stages). Whoever builds or uses the program does without it.
if Context.environment["FEEDSETTER_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "stages",
      dependencies: [
        "Content", "Diagnostics", "FeedFormats", "FeedModel", "FeedValidation", "FeedValues",
        "FileSystem", "Markdown", "YAML",
      ],
      path: "Benchmarks/Stages", swiftSettings: common))
}
