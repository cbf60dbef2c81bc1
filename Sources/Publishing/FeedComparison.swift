internal import Diagnostics
internal import FeedFormats
internal import FeedModel
internal import FeedReading
internal import FileSystem

/// Holds the feeds that a folder has against the documents that are to take their place.
///
/// Only feeds with a document that changes are read: of each side one document, in the same format
/// where there is one, for readers know an item by the same id in all three.
struct FeedComparison {
  /// The folder of the old feeds.
  let root: String
  /// The documents that are there, below the root.
  let oldFiles: Set<String>

  /// The largest published document that is compared.
  private static let largestFile = 1 << 28

  /// The feeds that Feedsetter published to `folder`.
  init(_ folder: PublishedFolder) {
    root = folder.path
    oldFiles = folder.owned.filter { Self.place(of: $0) != nil }
  }

  /// The feeds in the folder `root`, whoever put them there under the names that Feedsetter uses.
  init(root: String) {
    self.root = root
    oldFiles = Set(
      FolderWalk(root, skips: { _ in false }, takes: { Self.place(of: $0) != nil }).files)
  }

  /// What subscribers will see when `documents` take the place of the old feeds.
  ///
  /// - Parameters:
  ///   - documents: Every document of the run.
  ///   - plan: Their feeds.
  ///   - workers: How many feeds are compared at once.
  ///   - isUnchanged: Whether the document at a path is there already, byte for byte.
  /// - Returns: The difference, and warnings of old documents that can't be read.
  func difference(
    to documents: [PlannedDocument], of plan: FeedPlan, workers: Int,
    isUnchanged: (String) -> Bool
  ) async -> (FeedDifference, [Diagnostic]) {
    let tasks = tasks(documents, plan: plan, isUnchanged: isUnchanged)
    let compared = await Parallel.map(tasks.pending, workers: workers) { compare($0) }
    let difference = FeedDifference(
      folder: root, changes: compared.compactMap(\.change), unchanged: tasks.unchanged)
    return (difference, compared.flatMap(\.diagnostics))
  }

  /// What of the documents at hand are feeds that people subscribe to: archives are not.
  private static func place(of path: String) -> (folder: String, format: FeedFormat)? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let names = folder.split(separator: "/")
    let isArchive =
      names.dropLast().last == "archive" && names.last?.allSatisfy(\.isNumber) == true
    guard !isArchive, let format = FeedFormat.allCases.first(where: { $0.fileName == name })
    else { return nil }
    return (folder, format)
  }

  /// A feed that may have changed.
  private struct Task: Sendable {
    let folder: String
    let oldFormats: Set<FeedFormat>
    let new: [FeedFormat: PlannedDocument]
    let title: String
    let isCut: Bool?
  }

  private func tasks(
    _ documents: [PlannedDocument], plan: FeedPlan, isUnchanged: (String) -> Bool
  ) -> (pending: [Task], unchanged: Int) {
    var old: [String: Set<FeedFormat>] = [:]
    for file in oldFiles {
      guard let place = Self.place(of: file) else { continue }
      old[place.folder, default: []].insert(place.format)
    }
    var new: [String: [FeedFormat: PlannedDocument]] = [:]
    for document in documents {
      guard let place = Self.place(of: document.path) else { continue }
      new[place.folder, default: [:]][place.format] = document
    }
    let feeds = Dictionary(
      plan.feeds.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
    var pending: [Task] = []
    var unchanged = 0
    for folder in Set(old.keys).union(new.keys).sorted() {
      let documents = new[folder] ?? [:]
      let formats = old[folder] ?? []
      if formats == Set(documents.keys), documents.values.allSatisfy({ isUnchanged($0.path) }) {
        unchanged += 1
        continue
      }
      let feed = feeds[folder.isEmpty ? "" : folder + "/"]
      pending.append(
        Task(
          folder: folder, oldFormats: formats, new: documents, title: feed?.feed.title ?? "",
          isCut: feed?.isCut))
    }
    return (pending, unchanged)
  }

  private struct Compared: Sendable {
    var change: FeedChange?
    var diagnostics: [Diagnostic] = []
  }

  private func compare(_ task: Task) -> Compared {
    var compared = Compared()
    let old = readOld(task, &compared.diagnostics)
    // Of a feed that is there and can't be read nothing more is known than what was just said.
    if old == nil, !compared.diagnostics.isEmpty { return compared }
    var new: ShownFeed?
    if let old, let format = Self.preferred(Set(task.new.keys), like: old.snapshot?.format) {
      do throws(FeedFault) {
        let snapshot = try FeedReader().read(task.new[format]?.document.segments ?? [])
        new = ShownFeed(snapshot, formats: Set(task.new.keys), isCut: task.isCut)
      } catch {
        compared.diagnostics.append(
          Self.unreadable(task.new[format]?.path ?? task.folder, error.position, error.message))
        return compared
      }
    } else if let document = task.new.values.first {
      new = ShownFeed(
        title: task.title, count: document.articles.count, formats: Set(task.new.keys))
    }
    compared.change = FeedChange(folder: task.folder, old: old, new: new)
    return compared
  }

  /// What one of the old documents says, best one that is to be published again in its format; nil where
  /// there is none that can be read.
  private func readOld(_ task: Task, _ diagnostics: inout [Diagnostic]) -> ShownFeed? {
    let order: [FeedFormat] = [.json, .atom, .rss]
    let candidates =
      order.filter { task.oldFormats.contains($0) && task.new[$0] != nil }
      + order.filter { task.oldFormats.contains($0) && task.new[$0] == nil }
    for format in candidates {
      let path =
        root + "/" + (task.folder.isEmpty ? "" : task.folder + "/") + format.fileName
      do {
        let bytes = try FileSystem.read(path, limit: Self.largestFile)
        return ShownFeed(try FeedReader().read([bytes]), formats: task.oldFormats)
      } catch let fault as FeedFault {
        diagnostics.append(Self.unreadable(path, fault.position, fault.message))
      } catch let error as FileError {
        // The list of published files names those of a run that was stopped before it wrote them.
        if error.kind == .missing { continue }
        diagnostics.append(Self.unreadable(path, nil, error.reason))
      } catch {
        preconditionFailure("neither the file system nor the reader throws anything else")
      }
    }
    return nil
  }

  private static func preferred(
    _ formats: Set<FeedFormat>, like old: FeedSnapshot.Format?
  ) -> FeedFormat? {
    let same = old.flatMap { FeedFormat(rawValue: $0.rawValue) }
    if let same, formats.contains(same) { return same }
    return [.json, .atom, .rss].first { formats.contains($0) }
  }

  private static func unreadable(
    _ path: String, _ position: Position?, _ reason: String
  ) -> Diagnostic {
    let rule = PublishingRules.feedIncomparable
    return Diagnostic(
      rule: rule, location: SourceLocation(file: path, position: position),
      message: "what its subscribers have seen can't be told: \(reason)", help: rule.cure)
  }
}
