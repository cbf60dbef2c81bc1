internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FileSystem

extension Publication {
  /// Tells what subscribers would see, and what of it a build would refuse.
  func compare(_ prepared: Prepared, with folder: String?) async -> Outcome {
    var outcome = prepared.outcome
    let files = prepared.documents.map {
      PublishedFolder.File(path: $0.path, segments: $0.document.segments)
    }
    let root = folder ?? prepared.folder
    let results = await Parallel.map(files, workers: options.workers) {
      file -> Result<Bool, FileError> in
      do throws(FileError) {
        return .success(try FileSystem.holds(root + "/" + file.path, file.segments))
      } catch {
        return .failure(error)
      }
    }
    var changed: Set<String> = []
    for (file, result) in zip(files, results) {
      // What can't be read is read once more, and told then.
      if (try? result.get()) != true { changed.insert(file.path) }
    }
    do throws(PublishedFolder.Failure) {
      let comparison =
        folder == nil ? FeedComparison(try PublishedFolder(path: root)) : FeedComparison(root: root)
      await outcome.add(comparison, of: prepared, changed: changed, options: options)
      return outcome.ended(as: outcome.diagnostics.hasErrors ? .findings : .upToDate)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      return outcome.ended(as: error.status)
    }
  }
}

extension Outcome {
  /// Takes up what subscribers will see when the documents of a run are published, and what of that is
  /// refused.
  ///
  /// - Parameters:
  ///   - comparison: The old feeds.
  ///   - prepared: The documents.
  ///   - changed: The paths of those that are not there yet as they are.
  ///   - options: What is accepted.
  mutating func add(
    _ comparison: FeedComparison, of prepared: Publication.Prepared, changed: Set<String>,
    options: Publication.Options
  ) async {
    let (difference, findings) = await comparison.difference(
      to: prepared.documents, of: prepared.plan, workers: options.workers,
      isUnchanged: { !changed.contains($0) })
    self.difference = difference
    add(findings, isStrict: options.isStrict)
    let sources = Dictionary(
      prepared.plan.articles.map { ($0.id, $0.loaded.source.path) },
      uniquingKeysWith: { first, _ in first })
    add(
      difference.refusals(accepting: Acceptance(options.accepted), sources: sources),
      isStrict: options.isStrict)
  }
}
