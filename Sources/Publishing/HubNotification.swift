internal import Content
package import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import WebSub

/// Tells a site's WebSub hub of the feeds that changed.
package struct HubNotification: Sendable {
  /// What a run is told.
  package struct Options: Sendable {
    /// The folder of `feedsetter.yml`.
    package var siteFolder = "."
    /// The published folder, instead of `feeds.path`.
    package var output: String?
    /// What a build changed; nil for what changed since the hub was last told.
    package var changes: Changes?
    /// How many rounds there are at most.
    package var rounds = 4
    /// How many seconds the hub has for an answer.
    package var timeout = 30

    /// Options as they are where nothing is said.
    package init() {}
  }

  /// The files that a build changed.
  package struct Changes: Sendable {
    /// The folder that it published.
    package let folder: String
    /// Paths below the folder; some may have been removed.
    package let files: [String]

    /// The `files` that a build of `folder` wrote.
    package init(folder: String, files: [String]) {
      self.folder = folder
      self.files = files
    }
  }

  /// How a run ended.
  package enum Status: String, Sendable {
    /// The hub knows of every feed that changed.
    case told
    /// The hub refused feeds, or it could not be asked.
    case findings
    case noSite = "no-site"
    /// What the hub was told can't be kept.
    case cannotWrite = "cannot-write"
    /// The hub did not answer, or asks to be left alone: another run may do it.
    case later
  }

  /// A feed that the hub was told of.
  package struct Told: Hashable, Sendable {
    /// The feed's address.
    package let url: String
    /// The hub's answer.
    package let answer: String
    /// How often the hub was asked.
    package let tries: Int
  }

  /// What came of a run.
  package struct Outcome: Sendable {
    package fileprivate(set) var status = Status.findings
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// The hub's address; empty where none is known.
    package fileprivate(set) var hub = ""
    /// The feeds that the hub took.
    package fileprivate(set) var told: [Told] = []
    /// How many feeds it did not take.
    package fileprivate(set) var untold = 0
  }

  private let options: Options

  /// A run with `options`.
  package init(_ options: Options) { self.options = options }

  /// A feed's document and its address, by which the hub knows it.
  private struct Topic {
    /// Below the published folder.
    let path: String
    let url: String
    /// What its bytes are; nil where it does not matter.
    let fingerprint: String?
  }

  /// Finds what changed, tells the hub, and keeps what the hub was told.
  package func run() async -> Outcome {
    var outcome = Outcome()
    let (configuration, findings) = Configuration.read(siteFolder: options.siteFolder)
    outcome.diagnostics = findings.filter { $0.severity == .error }
    guard let configuration else {
      if findings.contains(where: { $0.rule == ContentRules.configurationMissing }) {
        outcome.status = .noSite
      }
      return outcome
    }
    guard let hub = configuration.feeds.hub else {
      outcome.diagnostics.append(
        configuration.source.diagnostic(
          PublishingRules.hubMissing, at: configuration.feeds.position,
          "feeds.hub names no hub that could be told"))
      return outcome
    }
    outcome.hub = hub.string
    let folder =
      options.changes?.folder ?? options.output
      ?? FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    do throws(PublishedFolder.Failure) {
      if let changes = options.changes {
        let topics = try Self.topics(
          changes.files, in: folder, at: configuration.feeds.url, fingerprinted: false)
        await tell(topics, of: hub, in: folder, &outcome)
      } else {
        try await tellChanges(in: folder, at: configuration.feeds.url, of: hub, &outcome)
      }
    } catch {
      outcome.diagnostics += error.diagnostics
      outcome.status = error.status == .cannotWrite ? .cannotWrite : .findings
    }
    return outcome
  }

  /// Tells the hub of what changed since it was last told, and keeps that.
  ///
  /// - Throws: `PublishedFolder.Failure` where the folder can't be read or the record can't be written.
  private func tellChanges(
    in folder: String, at url: AbsoluteURL, of hub: AbsoluteURL, _ outcome: inout Outcome
  ) async throws(PublishedFolder.Failure) {
    let published = try PublishedFolder(path: folder).owned.sorted()
    let topics = try Self.topics(published, in: folder, at: url, fingerprinted: true)
    let path = folder + "/" + HubRecord.name
    do throws(FileError) {
      let earlier = try HubRecord.read(path)
      var record = HubRecord(hub: hub.string)
      // Another hub knows nothing yet.
      let known = earlier?.hub == hub.string ? earlier?.told ?? [:] : [:]
      var changed: [Topic] = []
      for topic in topics {
        if let fingerprint = topic.fingerprint, known[topic.url] == fingerprint {
          record.told[topic.url] = fingerprint
        } else {
          changed.append(topic)
        }
      }
      await tell(changed, of: hub, in: folder, &outcome)
      let taken = Set(outcome.told.map(\.url))
      for topic in changed where taken.contains(topic.url) {
        record.told[topic.url] = topic.fingerprint
      }
      if record != earlier, !record.told.isEmpty || earlier != nil {
        try FileSystem.replace(path, with: [record.bytes])
      }
    } catch {
      outcome.diagnostics.append(
        Diagnostic(
          rule: PublishingRules.hubRecord, location: SourceLocation(file: error.path),
          message: "what the hub was told can't be kept: \(error.reason)",
          help: PublishingRules.hubRecord.cure))
      outcome.status = .cannotWrite
    }
  }

  /// The feeds among files of a published folder.
  ///
  /// - Throws: `PublishedFolder.Failure` where a feed can't be read.
  private static func topics(
    _ files: [String], in folder: String, at url: AbsoluteURL, fingerprinted: Bool
  ) throws(PublishedFolder.Failure) -> [Topic] {
    // The report of a build may be read where its folder is not.
    let isHere = FileSystem.isFolder(folder)
    var topics: [Topic] = []
    for file in files {
      guard let address = feedAddress(of: file, at: url) else { continue }
      do throws(FileError) {
        guard isHere else {
          topics.append(Topic(path: file, url: address, fingerprint: nil))
          continue
        }
        // A feed that is gone is nothing to look at.
        guard case .file = try FileSystem.entry(at: folder + "/" + file) else { continue }
        let bytes = fingerprinted ? try FileSystem.read(folder + "/" + file) : nil
        topics.append(
          Topic(
            path: file, url: address,
            fingerprint: bytes.map { Fingerprint(of: $0[...]).text }))
      } catch {
        throw .system(error, replaced: 0)
      }
    }
    return topics
  }

  private func tell(
    _ topics: [Topic], of address: AbsoluteURL, in folder: String, _ outcome: inout Outcome
  ) async {
    let hub = Hub(at: address, timeout: options.timeout)
    let delivery = Delivery(
      rounds: options.rounds,
      ask: { topic throws(Delivery.Fault) in try hub.publish(topic) },
      // A cancelled sleep only means that the next round comes sooner.
      sleep: { try? await Task.sleep(for: .seconds($0)) })
    let results: [Delivery.Result]
    do throws(Delivery.Fault) {
      results = try await delivery.tell(topics.map(\.url))
    } catch {
      outcome.untold = topics.count
      outcome.diagnostics.append(
        PublishingRules.finding(PublishingRules.hubUnasked, at: address.string, error.reason))
      return
    }
    for (topic, result) in zip(topics, results) {
      if result.isAccepted, let answer = result.answer {
        outcome.told.append(Told(url: topic.url, answer: answer.text, tries: result.tries))
      } else {
        outcome.untold += 1
        outcome.diagnostics.append(Self.finding(result, at: folder + "/" + topic.path))
      }
    }
    outcome.status =
      results.contains(where: \.isRefused) ? .findings : outcome.untold > 0 ? .later : .told
  }

  /// The finding for a feed that the hub did not take.
  private static func finding(_ result: Delivery.Result, at path: String) -> Diagnostic {
    guard let answer = result.answer else {
      return PublishingRules.finding(
        PublishingRules.hubSilent, at: path, "the hub was not told of it, as it is not taking feeds"
      )
    }
    if result.isRefused {
      return PublishingRules.finding(
        PublishingRules.hubRefused, at: path, "the hub refused it: \(answer.text)")
    }
    let tries = result.tries == 1 ? "once" : "\(result.tries) times"
    var message = "the hub was asked \(tries) and did not take it: \(answer.text)"
    if let seconds = answer.retryAfter { message += ", come again in \(seconds) s" }
    return PublishingRules.finding(PublishingRules.hubSilent, at: path, message)
  }

  /// The address of a feed's document; nil for a file that is none.
  private static func feedAddress(of file: String, at url: AbsoluteURL) -> String? {
    let segments = file.split(separator: "/")
    guard let name = segments.last, FeedFormat.allCases.contains(where: { $0.fileName == name })
    else { return nil }
    var folder: AbsoluteURL? = url
    for segment in segments.dropLast() {
      folder = folder.flatMap { try? $0.appending(folder: String(segment)) }
    }
    return folder.map { $0.string + name }
  }
}
