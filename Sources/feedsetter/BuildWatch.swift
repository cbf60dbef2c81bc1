internal import ArgumentParser
internal import FeedValues
internal import FileSystem
internal import Publishing
internal import SystemEvents

/// Builds again and again: when files change, and when an article is due.
struct BuildWatch {
  let build: Build

  func run() async throws {
    let stop = try StopSignals.descriptor()
    var watch = SiteWatch(
      siteFolder: build.site.folder, output: build.output.map(SiteOptions.withoutSlash))
    var cause: String?
    while true {
      watch.begin()
      let outcome = try await build.once(because: cause)
      if cause == nil {
        if outcome.status == .noSite, let code = outcome.status.exitCode { throw code }
        if !build.report.quiet {
          FileSystem.write(watch.description + "; Ctrl-C ends\n", to: .error)
        }
      }
      guard let next = try wait(for: &watch, stop, due: outcome.nextDue) else { return }
      cause = next
    }
  }

  /// Waits, on the thread that it is called on: no other work is under way.
  ///
  /// - Returns: Why to build again; nil to end.
  private func wait(
    for watch: inout SiteWatch, _ stop: Int32, due: Timestamp?
  ) throws -> String? {
    let clock = ContinuousClock()
    // Who pressed Ctrl-C during the build waits for no other one.
    if !Descriptors.wait(for: [stop: .reading], atMost: .zero).isEmpty { return nil }
    while true {
      if let changes = watch.changes(at: clock.now) { return SiteWatch.words(changes) }
      var limit = watch.limit(at: clock.now)
      if let due, build.now == nil {
        let left = due.seconds - (try Moment.current()).seconds
        if left <= 0 { return "an article is due" }
        // The clock may be set, and the machine may sleep, while this waits.
        limit = min(limit ?? .seconds(60), .seconds(min(left, 60)))
      }
      let interests = watch.interests.merging([stop: .reading]) { $1 }
      if Descriptors.wait(for: interests, atMost: limit)[stop] != nil { return nil }
    }
  }
}
