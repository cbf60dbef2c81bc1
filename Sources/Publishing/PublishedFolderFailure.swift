internal import Diagnostics
internal import FileSystem

extension PublishedFolder {
  /// Why the folder can't be used.
  enum Failure: Error {
    /// The system refused something; how many files had been replaced by then.
    case system(FileError, replaced: Int)
    case broken(Diagnostic)
    /// Files in the way that Feedsetter did not write, below the folder.
    case foreign([String], folder: String)
    /// Another run holds the folder.
    case busy(folder: String)

    var diagnostics: [Diagnostic] {
      switch self {
      case .broken(let finding): return [finding]
      case .system(let error, _):
        return [Self.finding(PublishingRules.fileUnwritable, at: error.path, Self.message(error))]
      case .foreign(let paths, let folder):
        return paths.map {
          Self.finding(
            PublishingRules.fileForeign, at: folder + "/" + $0,
            "the file is there already, and Feedsetter did not write it")
        }
      case .busy(let folder):
        return [
          Self.finding(
            PublishingRules.folderBusy, at: folder, "another build is publishing to this folder")
        ]
      }
    }

    var status: Outcome.Status {
      switch self {
      case .system: .cannotWrite
      case .broken, .foreign: .findings
      case .busy: .busy
      }
    }

    /// How many files had been replaced when the run ended.
    var replaced: Int {
      if case .system(_, let replaced) = self { replaced } else { 0 }
    }

    private static func message(_ error: FileError) -> String {
      "feeds can't be published: \(error.reason)"
    }

    private static func finding(_ rule: Rule, at path: String, _ message: String) -> Diagnostic {
      Diagnostic(
        rule: rule, location: SourceLocation(file: path), message: message, help: rule.cure)
    }
  }
}
