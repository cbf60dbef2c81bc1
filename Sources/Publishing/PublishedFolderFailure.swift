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
    /// A symbolic link inside the folder where a file or folder of ours would be.
    case linked(String)
    /// The journal of a stopped run that published files elsewhere which are not this site's.
    case foreignJournal(String, names: String)
    /// Another run holds the folder.
    case busy(folder: String)

    var diagnostics: [Diagnostic] {
      switch self {
      case .broken(let finding): return [finding]
      case .system(let error, _):
        return [Self.finding(PublishingRules.fileUnwritable, at: error.path, Self.message(error))]
      case .foreign(let paths, let folder):
        return paths.map { path in
          let isPage = FeedPages.isNameOfPage(path)
          return Self.finding(
            PublishingRules.fileForeign, at: folder + "/" + path,
            "the file is there already, and Feedsetter did not write it",
            furtherHelp: isPage ? "; feeds.pages: false leaves its pages out" : "")
        }
      case .linked(let path):
        return [
          Self.finding(
            PublishingRules.folderLinked, at: path,
            "it is a symbolic link, which Feedsetter neither follows nor replaces")
        ]
      case .foreignJournal(let path, let name):
        return [
          Self.finding(
            PublishingRules.journalForeign, at: path,
            "a build of another site was stopped here, which also writes \(name)")
        ]
      case .busy(let folder):
        return [
          Self.finding(
            PublishingRules.folderBusy, at: folder, "another build is publishing to this folder")
        ]
      }
    }

    var status: Outcome.Status {
      switch self {
      case .system, .linked: .cannotWrite
      case .broken, .foreign, .foreignJournal: .findings
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

    private static func finding(
      _ rule: Rule, at path: String, _ message: String, furtherHelp: String = ""
    ) -> Diagnostic {
      Diagnostic(
        rule: rule, location: SourceLocation(file: path), message: message,
        help: rule.cure + furtherHelp)
    }
  }
}
