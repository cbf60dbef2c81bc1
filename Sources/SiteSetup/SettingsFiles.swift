internal import Diagnostics
internal import TOML
internal import YAML

extension SiteFolder {
  /// The settings of a file by its ending; nil where it is not there or can't be read.
  func settings(_ name: String) -> Settings? {
    guard let source = source(name) else { return nil }
    switch name.split(separator: ".").last ?? "" {
    case "toml": return (try? TOMLParser.parse(source.bytes[...])).map { Settings($0, file: name) }
    // JSON is YAML too.
    case "yml", "yaml", "json":
      let root: Node?? = try? YAMLParser.parse(source.bytes[...])
      return root.map { Settings($0, file: name) }
    case "py", "rb": return Settings(program: source, comments: .hash)
    default: return Settings(program: source, comments: .slashes)
    }
  }

  /// The settings of all of some files that are there: those of an earlier one count first.
  func settings(ofAll names: [String]) -> Settings {
    var all = Settings()
    for name in names.reversed() {
      if let settings = settings(name) { all.prepend(settings) }
    }
    return all
  }

  /// Why a file of settings can't be read; nil where it can, or is a program.
  func fault(in name: String) -> Proposal.Remark? {
    guard let source = source(name) else { return nil }
    do throws(SyntaxError) {
      switch name.split(separator: ".").last ?? "" {
      case "toml": _ = try TOMLParser.parse(source.bytes[...])
      case "yml", "yaml", "json": _ = try YAMLParser.parse(source.bytes[...])
      default: break
      }
      return nil
    } catch {
      return Proposal.Remark(
        message: "nothing is taken from this file, which can't be read: \(error.message)",
        place: SourceLocation(file: name, position: error.position))
    }
  }
}
