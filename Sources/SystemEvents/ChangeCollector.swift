/// Changes that are waited for to come to an end, so that a hundred saved files are one rebuild.
package struct ChangeCollector: Sendable {
  /// How long nothing must have changed.
  private static let quiet = Duration.milliseconds(80)
  /// How long changes are waited for at most.
  private static let patience = Duration.seconds(1)

  /// What changed, each path once.
  package private(set) var paths: [String] = []
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  /// No changes.
  package init() {}

  /// Takes up what changed.
  package mutating func add(_ changes: [String], at instant: ContinuousClock.Instant) {
    if changes.isEmpty { return }
    let known = Set(paths)
    paths += changes.filter { !known.contains($0) }
    first = first ?? instant
    last = instant
  }

  /// When it is time to look at the changes; nil where there are none.
  package var due: ContinuousClock.Instant? {
    guard let first, let last else { return nil }
    return min(last + Self.quiet, first + Self.patience)
  }

  /// The changes, where it is time to look at them: there are none left then.
  package mutating func take(at instant: ContinuousClock.Instant) -> [String]? {
    guard let due, due <= instant else { return nil }
    defer { self = ChangeCollector() }
    return paths
  }
}
