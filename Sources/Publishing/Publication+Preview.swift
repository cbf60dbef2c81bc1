package import FeedValues
internal import Content
internal import FileSystem

/// What a run would publish.
package struct PublicationPreview: Sendable {
  /// What came of the run; `upToDate` where it could publish.
  package let outcome: Outcome
  /// The files by path below the published folder, in pieces; nil where nothing could be published.
  package let files: [String: [[UInt8]]]?
  /// Where they would be served.
  package let url: AbsoluteURL?
}

extension Publication {
  /// Makes and judges all that a run would publish, and writes nothing.
  ///
  /// Nobody is kept from publishing meanwhile. What subscribers would see is not compared: `compare` does.
  package func preview() async -> PublicationPreview {
    switch await prepare(writes: false) {
    case .ended(let outcome): return PublicationPreview(outcome: outcome, files: nil, url: nil)
    case .ready(let prepared):
      let files = Dictionary(
        prepared.files.map { ($0.path, $0.segments) }, uniquingKeysWith: { first, _ in first })
      return PublicationPreview(
        outcome: prepared.outcome.ended(as: .upToDate), files: files,
        url: prepared.plan.configuration.feeds.url)
    }
  }
}
