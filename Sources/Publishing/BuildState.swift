internal import Content
internal import Diagnostics
internal import FeedValues
internal import FileSystem

/// What a build leaves for the next one, by which that one knows that it has nothing to do.
///
/// It says: where all of this is as it was, this comes of it. No time of change decides, only content. It
/// is never needed: a build without it comes to the same, later.
struct BuildState: Equatable {
  /// What stands for the program, what it was told, and the configuration.
  var run: Digest.Text
  /// The moments for which it holds.
  var span = QuietSpan()
  /// What stands for the ledger's file.
  var ledger: Digest.Text
  /// What stands for the articles' files.
  var articles: Digest.Text
  /// What was asked of other files, and the answers.
  var answers: [FileQuestion: String] = [:]
  /// What stands for the published files and their list.
  var published: Digest.Text
  /// How many files are published.
  var unchanged = 0
  /// The numbers of an outcome, as `counted` names them.
  var counts: [Int] = []
  var upcoming: [UpcomingArticle] = []
  var diagnostics: [Diagnostic] = []

  /// The numbers of an outcome that are kept, in the order in which they are written.
  static var counted: [WritableKeyPath<Outcome, Int>] {
    [\.articles, \.drafts, \.leftOut, \.undated, \.untitled, \.faulty, \.feeds]
  }

  /// The most bytes of a state.
  static let largest = 1 << 25

  /// The outcome of a build that has nothing to do.
  func outcome(folder: String) -> Outcome {
    var outcome = Outcome()
    outcome.folder = folder
    outcome.diagnostics = diagnostics
    for (path, number) in zip(Self.counted, counts) { outcome[keyPath: path] = number }
    outcome.upcoming = upcoming
    outcome.unchanged = unchanged
    return outcome.ended(as: .published)
  }

  /// Takes up what a run found, whether or not it had something to do.
  mutating func add(_ outcome: Outcome) {
    diagnostics = outcome.ended(as: .published).diagnostics
    counts = Self.counted.map { outcome[keyPath: $0] }
    upcoming = outcome.upcoming
  }
}

extension Digest {
  /// A digest as a file holds it.
  typealias Text = String
}

/// The file that keeps the state of builds from one site folder to one published folder.
struct BuildStateFile {
  /// In the folder of the site; it ignores itself for git.
  static let folderName = ".feedsetter"
  /// For how many published folders there may be a state.
  private static let mostFiles = 16

  /// What stands for the program, what it was told, and the configuration.
  let run: Digest
  private let folder: String
  private let name: String

  /// The file for a run; nil where nothing is kept of it, as its drafts are not published or the system
  /// does not tell which program this is.
  init?(_ options: Publication.Options, _ configuration: Configuration, publishedTo output: String)
  {
    if options.isCheck || options.includesDrafts { return nil }
    guard let program = FileSystem.programFiles() else { return nil }
    var place = Digest()
    place.append(options.siteFolder)
    place.append(output)
    var run = place
    run.append(program)
    run.append("\(options.isStrict) \(options.validatesWhole) \(options.listsLosses)")
    run.append("\(options.accepted.count)")
    for name in options.accepted.sorted() { run.append(name) }
    run.append(configuration.source.bytes[...])
    for file in configuration.otherFiles { run.append(file) }
    self.run = run
    folder = FileSystem.path(Self.folderName, in: options.siteFolder)
    name = "build-" + place.hexadecimal
  }

  private var path: String { folder + "/" + name }

  /// What was kept; nil where nothing was, or nothing that can be understood.
  func read() -> BuildState? {
    guard (try? FileSystem.entry(at: folder)) == .folder,
      case .file? = try? FileSystem.entry(at: path),
      let bytes = try? FileSystem.read(path, limit: BuildState.largest)
    else { return nil }
    return BuildState(bytes)
  }

  /// Keeps a state; where that can't be done there is none, which does no harm.
  func write(_ state: BuildState) {
    guard let bytes = state.bytes, bytes.count <= BuildState.largest else { return remove() }
    do throws(FileError) {
      try FileSystem.makeFolder(folder)
      // A link could lead to anywhere.
      guard try FileSystem.entry(at: folder) == .folder else { return }
      try makeRoom()
      let ignore = folder + "/.gitignore"
      if try FileSystem.entry(at: ignore) == .missing { try write(Array("*\n".utf8), to: ignore) }
      try write(bytes, to: path)
    } catch {
      remove()
    }
  }

  /// Removes what was kept.
  func remove() {
    if (try? FileSystem.entry(at: folder)) == .folder { FileSystem.removeIfPossible(path) }
  }

  /// Not flushed: after a power cut its checksum tells whether it is whole.
  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let staged = try FileSystem.stage([bytes], for: path)
    do throws(FileError) {
      try FileSystem.commit(staged)
    } catch {
      FileSystem.discard(staged)
      throw error
    }
  }

  /// Removes what was kept of other published folders where there are many of them.
  private func makeRoom() throws(FileError) {
    let files = try FileSystem.names(in: folder).filter { $0.hasPrefix("build-") && $0 != name }
    guard files.count >= Self.mostFiles else { return }
    for file in files { FileSystem.removeIfPossible(folder + "/" + file) }
  }
}
