internal import Content
internal import Diagnostics
internal import FeedValues
internal import FileSystem

extension Publication {
  /// The outcome of a run that has nothing to do, as all is as an earlier one left it; nil where that can't
  /// be told.
  ///
  /// The site and the published folder must be locked, and without a journal.
  func outcome(
    keptIn file: BuildStateFile, _ configuration: Configuration, folder: String
  ) async -> Outcome? {
    guard let state = file.read(), state.run == file.run.hexadecimal,
      state.span.contains(options.now),
      let ledger = try? FileSystem.read(
        Ledger.path(siteFolder: options.siteFolder), limit: Ledger.largestFile),
      state.ledger == Digest(ledger[...]).hexadecimal
    else { return nil }
    let isAnswered = await Parallel.map(
      state.answers.map { (question: $0.key, answer: $0.value) }, workers: options.workers
    ) { $0.question.answer == $0.answer }
    guard !isAnswered.contains(false),
      await articles(of: configuration)?.hexadecimal == state.articles,
      await published(in: folder)?.hexadecimal == state.published
    else { return nil }
    return state.outcome(folder: folder)
  }

  /// Keeps what the next run needs to know that it has nothing to do.
  ///
  /// The documents of `prepared` have been published as `files`, with `ledger`.
  func keep(
    _ prepared: Prepared, _ files: [PublishedFolder.File], ledger: PublishedFolder.Companion?,
    in file: BuildStateFile
  ) async {
    let sources = prepared.site.collection.sources
    guard let ledger, let articles = sources.digest, let answers = sources.inquiry.answers,
      prepared.site.isSettled(options)
    else { return file.remove() }
    var state = BuildState(
      run: file.run.hexadecimal, ledger: Digest(ledger.bytes[...]).hexadecimal,
      articles: articles.hexadecimal, answers: answers,
      published: await published(files).hexadecimal, unchanged: files.count)
    state.span = sources.span
    let settings = prepared.site.feeds.configuration.feeds
    for end in prepared.site.ledger.ledger.tombstoneEnds(days: settings.tombstoneDays) {
      state.span.add(end, seenAt: options.now)
    }
    state.add(prepared.outcome)
    file.write(state)
  }

  /// What stands for the articles' files as they are now; nil where one can't be read.
  private func articles(of configuration: Configuration) async -> Digest? {
    let (files, findings) = configuration.content.articleFiles(siteFolder: options.siteFolder)
    guard findings.isEmpty else { return nil }
    let digests = await Parallel.map(
      files, workers: options.workers, each: { FileBuffer() }
    ) { buffer, file in file.digest(by: buffer) }
    return ArticleSources.digest(of: digests)
  }

  /// What stands for the published files as they are now; nil where a build would have something to tell
  /// or to tidy up.
  private func published(in path: String) async -> Digest? {
    guard let folder = try? PublishedFolder(path: path), folder.journal == nil,
      let list = try? FileSystem.read(folder.place(PublishedFolder.manifestName))
    else { return nil }
    for name in PublishedFolder.folders(above: folder.owned) {
      let place = folder.place(name)
      guard name.isEmpty || (try? FileSystem.entry(at: place)) == .folder,
        let names = try? FileSystem.names(in: place),
        !names.contains(where: { $0.hasSuffix(FileSystem.temporaryEnding) })
      else { return nil }
    }
    let paths = folder.owned.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let digests = await Parallel.map(
      paths, workers: options.workers, each: { FileBuffer() }
    ) { buffer, path -> Digest? in
      guard case .file? = try? FileSystem.entry(at: folder.place(path)),
        let bytes = try? buffer.read(folder.place(path))
      else { return nil }
      return Digest(Array(path.utf8)[...], bytes)
    }
    return Self.digest(list: list, digests)
  }

  /// What stands for files and their list once they are published.
  private func published(_ files: [PublishedFolder.File]) async -> Digest {
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let digests = await Parallel.map(
      files, workers: options.workers, each: { Joint() }
    ) { joint, file -> Digest? in
      Digest(Array(file.path.utf8)[...], joint.joined(file.segments))
    }
    let list = PublishedFolder.manifest(of: Set(files.map(\.path)))
    return Self.digest(list: list, digests) ?? Digest()
  }

  private static func digest(list: [UInt8], _ files: [Digest?]) -> Digest? {
    var digest = Digest(list[...])
    for file in files {
      guard let file else { return nil }
      digest.append(file)
    }
    return digest
  }

  /// Memory in which one document after another is put together.
  private final class Joint {
    private var bytes: [UInt8] = []

    func joined(_ segments: [[UInt8]]) -> ArraySlice<UInt8> {
      bytes.removeAll(keepingCapacity: true)
      for segment in segments { bytes += segment }
      return bytes[...]
    }
  }
}

/// What was read to become articles.
struct ArticleSources: Sendable {
  /// What stands for all the files; nil where one could not be read.
  var digest: Digest?
  /// The moments at which the same would be made of them.
  var span = QuietSpan()
  /// What was asked of other files.
  var inquiry = FileInquiry()

  /// What stands for many files, in their order.
  static func digest(of files: [Digest?]) -> Digest? {
    var digest = Digest()
    for file in files {
      guard let file else { return nil }
      digest.append(file)
    }
    return digest
  }
}
