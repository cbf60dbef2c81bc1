internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import PreviewServer
internal import Publishing
internal import Serving
internal import Synchronization
internal import SystemEvents

/// A preview from its start to Ctrl-C: one thread serves and watches while builds are made by others.
@MainActor
final class PreviewSession {
  private let command: Preview
  private let address: String
  private let clock = ContinuousClock()
  private let stop: Int32
  private let mailbox: Mailbox
  private var watch: SiteWatch
  private var server: PreviewServer
  private var isBuilding = false
  private var due: Timestamp?
  private var cause: String?

  /// Where a build that is done is put.
  private final class Mailbox: Sendable {
    private let result = Mutex<PublicationPreview?>(nil)
    let wakeup: Wakeup

    init() throws(FileError) { wakeup = try Wakeup() }

    func put(_ preview: PublicationPreview) {
      result.withLock { $0 = preview }
      wakeup.call()
    }

    func take() -> PublicationPreview? {
      wakeup.reset()
      return result.withLock { result in
        defer { result = nil }
        return result
      }
    }
  }

  /// A session.
  ///
  /// - Parameters:
  ///   - command: What it was told.
  ///   - listener: The port.
  ///   - url: Where the feeds are published; nil where the configuration doesn't say.
  /// - Throws: `FileError`, and `ValidationError` where the environment names no moment.
  init(_ command: Preview, on listener: LoopbackListener, url: AbsoluteURL?) throws {
    self.command = command
    address = "http://127.0.0.1:\(listener.port)"
    stop = try StopSignals.descriptor()
    mailbox = try Mailbox()
    watch = SiteWatch(siteFolder: command.site.folder)
    // Drafts are nobody else's business: pages of other sites that are open can't read them.
    let folder = ServedFolder(
      mount: url.map(ServedFolder.mount(of:)) ?? "/", isOpenToOthers: !command.drafts,
      at: try Moment.clock())
    server = PreviewServer(folder, on: listener)
  }

  /// Serves until it is told to stop.
  ///
  /// This blocks the main thread, which nothing else needs.
  func run() throws {
    FileSystem.write(
      "previewing at \(address)\(server.folder.home) (Ctrl-C ends it)\n",
      to: .output)
    try build(because: nil)
    tell(watch.description)
    while true {
      let ready = Descriptors.wait(for: interests, atMost: try limit())
      if ready[stop] != nil { return }
      let instant = clock.now
      let now = try Moment.clock()
      if ready[mailbox.wakeup.descriptor] != nil, let preview = mailbox.take() {
        isBuilding = false
        show(preview, now: now, at: instant)
      }
      server.handle(ready, now: now, at: instant)
      if isBuilding { continue }
      if let changes = watch.changes(at: instant) {
        try build(because: SiteWatch.words(changes))
      } else if let due, try moment >= due {
        try build(because: "an article is due")
      }
    }
  }

  /// What a wait looks at; not at changes while a build is made, as they are left lying till then.
  private var interests: [Int32: Descriptors.Interest] {
    server.interests.merging(isBuilding ? [:] : watch.interests) { $1 }
      .merging([stop: .reading, mailbox.wakeup.descriptor: .reading]) { $1 }
  }

  /// How long a wait may last; changes that come during a build are looked at when it is done.
  private func limit() throws -> Duration? {
    var limits = [server.interval]
    if !isBuilding {
      limits.append(watch.limit(at: clock.now))
      // The clock may be set, and the machine may sleep, while this waits.
      if let due { limits.append(.seconds(max(0, min(60, due.seconds - (try moment).seconds)))) }
    }
    return limits.compactMap(\.self).min()
  }

  /// The moment that the feeds are shown as at.
  private var moment: Timestamp { get throws { try command.now ?? Moment.current() } }

  private func build(because cause: String?) throws {
    self.cause = cause
    isBuilding = true
    due = nil
    watch.begin()
    var options = Publication.Options(now: try moment, workers: Machine.processorCount)
    options.siteFolder = command.site.folder
    options.includesDrafts = command.drafts
    Task.detached { [mailbox, options] in mailbox.put(await Publication(options).preview()) }
  }

  /// Serves what came of a build, and tells of it.
  private func show(
    _ preview: PublicationPreview, now: Timestamp, at instant: ContinuousClock.Instant
  ) {
    let outcome = preview.outcome
    // At a moment that was given no article becomes due.
    due = command.now == nil ? outcome.nextDue : nil
    let old = server.folder
    let folder = old.next(
      mount: preview.url.map(ServedFolder.mount(of:)), files: preview.files,
      notice: notice(outcome),
      at: now)
    server.serve(folder, at: instant)
    var report = ReportOptions()
    (report.format, report.quiet) = (.text, command.quiet)
    // Rendering text can't fail; only formats for programs can.
    try? report.print(outcome.diagnostics)
    var words = summary(outcome)
    if let cause { words = "\(cause): \(words)" }
    // Of the first feeds all is new.
    if preview.files != nil, cause != nil {
      words += ", \(Summary.count(folder.changedFiles(since: old), "file")) changed"
    }
    tell(words)
    if folder.mount != old.mount { tell("now at \(address)\(folder.home)") }
  }

  private func summary(_ outcome: Outcome) -> String {
    if outcome.diagnostics.hasErrors {
      let errors = Summary.count(outcome.diagnostics.count { $0.severity == .error }, "error")
      return server.folder.files.isEmpty
        ? "\(errors); there are no feeds yet" : "\(errors); the feeds are as before"
    }
    let drafts = outcome.drafts > 0 ? " without \(Summary.count(outcome.drafts, "draft"))" : ""
    return Summary.count(outcome.articles, "article") + drafts
      + " in \(Summary.count(outcome.feeds, "feed"))"
  }

  private func notice(_ outcome: Outcome) -> ServedFolder.Notice? {
    let findings = outcome.diagnostics.filter { $0.severity > .info }
    if findings.isEmpty { return nil }
    let renderer = TerminalRenderer(usesColor: false, columns: 100)
    let warnings = Summary.count(findings.count { $0.severity == .warning }, "warning")
    let isFailure = findings.hasErrors
    return ServedFolder.Notice(
      isFailure: isFailure, summary: isFailure ? summary(outcome) : warnings,
      findings: findings.prefix(Self.mostFindings).map(renderer.render).joined())
  }

  /// How many findings a page tells.
  private static let mostFindings = 100

  private func tell(_ line: String) {
    if !command.quiet { FileSystem.write(line + "\n", to: .output) }
  }
}
