import FeedValidation
import Glibc
import Testing

/// Labelled documents outside of the package, scored as a whole: a single one may be arguable.
@Suite struct ConformanceTests {
  struct Index: Sendable, CustomTestStringConvertible {
    let path: String
    let formats: Set<String>
    /// The share of verdicts that must agree; a little under what is reached.
    let floor: Double

    var testDescription: String { "\(path) \(formats.sorted().joined(separator: " "))" }
  }

  struct Case {
    let path: String
    let isValid: Bool
  }

  private static var root: String {
    if let path = getenv("FEEDSETTER_CONFORMANCE") { return String(cString: path) }
    // Tests/FeedValidationTests/ConformanceTests.swift is three names below the package.
    let package = "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(package)/../shared/conformance"
  }

  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      result += buffer[..<count]
    }
    return result
  }

  /// The documents of an index; none where it is not there.
  static func paths(of index: Index) -> [String] { cases(index)?.map(\.path) ?? [] }

  /// The cases of an index that are not disputed.
  private static func cases(_ index: Index) -> [Case]? {
    guard let bytes = bytes("\(root)/\(index.path)/index.tsv") else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().compactMap {
      let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
      guard index.formats.contains(String(fields[1])), !fields.contains(where: isDisputed) else {
        return nil
      }
      return Case(path: "\(root)/\(index.path)/\(fields[0])", isValid: fields[2] == "valid")
    }
  }

  private static func isDisputed(_ field: Substring) -> Bool { field.contains("disputed:") }

  static let indexes = [
    Index(path: "w3c", formats: ["rss"], floor: 0.985),
    Index(path: "w3c", formats: ["atom", "atom-entry", "atom-0.3"], floor: 0.99),
    Index(path: "jsonfeed", formats: ["json"], floor: 0.99),
  ]

  @Test(
    .enabled(
      if: bytes("\(root)/w3c/index.tsv") != nil,
      "set FEEDSETTER_CONFORMANCE to the folder with the labelled feeds"),
    arguments: indexes)
  func `verdicts agree with those of the labelled documents`(index: Index) throws {
    let validator = try FeedValidator()
    let cases = try #require(Self.cases(index))
    var agreed = 0
    for one in cases {
      let document = try #require(Self.bytes(one.path))
      if validator.report(on: [document]).isValid == one.isValid { agreed += 1 }
    }
    #expect(Double(agreed) / Double(cases.count) >= index.floor, "\(agreed) of \(cases.count)")
  }

  @Test(
    .enabled(
      if: bytes("\(root)/w3c/index.tsv") != nil,
      "set FEEDSETTER_CONFORMANCE to the folder with the labelled feeds"),
    arguments: indexes)
  func `findings don't depend on how a labelled document is cut`(index: Index) throws {
    let validator = try FeedValidator()
    for one in try #require(Self.cases(index)) {
      let document = try #require(Self.bytes(one.path))
      let slices = stride(from: 0, to: document.count, by: 7).map {
        Array(document[$0..<min($0 + 7, document.count)])
      }
      #expect(validator.validate(slices) == validator.validate([document]), "\(one.path)")
    }
  }
}
