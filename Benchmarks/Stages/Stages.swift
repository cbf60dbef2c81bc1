import Diagnostics
import FeedModel
import FeedValidation
import FeedValues
import FileSystem
import Markdown
import YAML

@testable import Content
@testable import FeedFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures each stage that an article goes through by itself.
///
/// `stages FOLDER [SECONDS]` takes the site in FOLDER and works on its articles, each stage for so many
/// seconds of processor time.
@main
enum Stages {
  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard let folder = arguments.first, let seconds = Double(arguments.dropFirst().first ?? "1")
      else { throw Unusable(reason: "usage: stages FOLDER [SECONDS]") }
      let stages = try all(of: Material(siteFolder: folder))
      print(Measurement.heading)
      for stage in stages { print(Measurement(of: stage, seconds: seconds).row) }
    } catch {
      FileSystem.write("\((error as? Unusable)?.reason ?? "\(error)")\n", to: .error)
      exit(1)
    }
  }

  /// The stages in the order that an article goes through them.
  static func all(of material: Material) throws -> [Stage] {
    let articles = material.loaded.map { ($0.source, $0.article.path, $0.bodyStart) }
    let base = material.loaded[0].article.link
    let validator = try FeedValidator()
    var stages = [
      Stage("YAML", of: material.frontMatters) { try? YAMLParser.parse($0[...]) == nil ? 0 : 1 },
      Stage("front matter and article", of: articles, size: { $0.0.bytes.count }) {
        material.reader.read($0.0, path: $0.1).diagnostics.count
      },
      Stage("Markdown", of: articles, size: { $0.0.bytes.count - $0.2 }) {
        Markdown.render($0.0.bytes[$0.2...]).html.count
      },
      Stage("HTML pass", of: material.rendered) { HTMLPass(base: base).run($0).html.count },
      Stage("escaping for XML", of: material.contents) { XMLWriter.escaped($0).count },
    ]
    let entries = Array(zip(material.entries, material.contents.map(XMLWriter.escaped)))
    for format in FeedFormat.allCases {
      let item: ((Entry, [UInt8])) -> [UInt8] =
        switch format {
        case .rss: { RSS.item($0.0, escapedContent: $0.1) }
        case .atom: { Atom.entry($0.0, escapedContent: $0.1) }
        case .json: { JSONFeed.item($0.0) }
        }
      stages.append(
        Stage("writing \(format.title)", of: entries, size: { item($0).count }) { item($0).count })
    }
    for format in FeedFormat.allCases { stages += try judging(format, material, by: validator) }
    return stages
  }
  /// The two ways of judging; nothing may be wrong with what they judge, or it would not be what builds do.
  private static func judging(
    _ format: FeedFormat, _ material: Material, by validator: FeedValidator
  ) throws -> [Stage] {
    guard let kind = FeedKind(rawValue: format.rawValue) else { return [] }
    let documents = material.documents(format)
    let batches = material.batches(format)
    let frame = material.frame(format)
    let judge = PartwiseJudge(validator, of: kind)
    let findings = documents.flatMap { validator.validate([$0], as: kind) }
    if let finding = findings.first(where: { $0.severity > .info }) {
      throw Unusable(reason: "\(format.title), \(finding.position.line): \(finding.message)")
    }
    guard batches.flatMap({ judge.verdicts(on: $0, in: frame) }).allSatisfy(\.isClean) else {
      throw Unusable(reason: "\(format.title): an entry by itself is not clean")
    }
    return [
      Stage("judging \(format.title), whole", of: documents) {
        validator.validate([$0], as: kind).count
      },
      Stage(
        "judging \(format.title), by parts", of: batches, size: { $0.reduce(0) { $0 + $1.count } }
      ) { judge.verdicts(on: $0, in: frame).count },
    ]
  }
}

/// A reason why nothing can be measured.
struct Unusable: Error {
  let reason: String
}
