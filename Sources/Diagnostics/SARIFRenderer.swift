internal import FoundationEssentials

/// Findings as SARIF 2.1.0, which code hosts and editors take in.
///
/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
public struct SARIFRenderer: Sendable {
  private let version: String

  /// A renderer for findings of Feedsetter `version`.
  public init(version: String) {
    self.version = version
  }

  /// The document of all findings of a run, with a line break at its end.
  ///
  /// - Throws: `EncodingError` where Foundation can't encode a text, which no text is known for.
  public func render(_ diagnostics: [Diagnostic]) throws -> String {
    let rules = RuleCatalogue(Array(Set(diagnostics.map(\.rule)))).rules
    let indices = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { ($0.element, $0.offset) })
    let driver = Driver(version: version, rules: rules.map(DescribedRule.init))
    let run = Run(
      tool: Tool(driver: driver),
      results: diagnostics.map { Finding($0, ruleIndex: indices[$0.rule] ?? -1) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(Document(runs: [run])), as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Finding]
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name = "Feedsetter"
    let version: String
    let rules: [DescribedRule]
  }

  private struct Text: Encodable {
    let text: String
  }

  private struct DescribedRule: Encodable {
    struct Configuration: Encodable {
      let level: String
    }

    let id: String
    let shortDescription: Text
    let help: Text
    let helpUri: String?
    let defaultConfiguration: Configuration

    init(_ rule: Rule) {
      id = rule.id
      shortDescription = Text(text: rule.summary)
      help = Text(text: rule.cure)
      helpUri = rule.specification
      defaultConfiguration = Configuration(level: rule.severity.sarifLevel)
    }
  }

  private struct Finding: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let relatedLocations: [Location]?

    init(_ diagnostic: Diagnostic, ruleIndex: Int) {
      ruleId = diagnostic.rule.id
      self.ruleIndex = ruleIndex
      level = diagnostic.severity.sarifLevel
      let help = diagnostic.help.isEmpty ? "" : "\n\(diagnostic.help)"
      message = Text(text: diagnostic.message + help)
      locations = [Location(diagnostic.location, message: nil)]
      relatedLocations =
        diagnostic.notes.isEmpty
        ? nil : diagnostic.notes.map { Location($0.location, message: $0.message) }
    }
  }

  private struct Location: Encodable {
    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region?
    }

    struct Artifact: Encodable {
      let uri: String
    }

    struct Region: Encodable {
      let startLine: Int
      let startColumn: Int
    }

    let physicalLocation: Physical
    let message: Text?

    init(_ location: SourceLocation, message: String?) {
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: Self.reference(toFile: location.file)),
        region: location.position.map { Region(startLine: $0.line, startColumn: $0.column) })
      self.message = message.map(Text.init)
    }

    /// The file as a URI reference (RFC 3986): all but unreserved characters and slashes is escaped.
    private static func reference(toFile path: String) -> String {
      path.utf8.reduce(into: "") { result, byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
          result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
          let digits = String(byte, radix: 16, uppercase: true)
          result += byte < 0x10 ? "%0" + digits : "%" + digits
        }
      }
    }
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .info: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
