/// The moments around one at which all is as it is then: nothing becomes due in between.
package struct QuietSpan: Hashable, Sendable {
  /// The latest event that has come, in seconds since 1970; nil where there was none.
  package private(set) var start: Int?
  /// The next event, in seconds since 1970; nil where none is to come.
  package private(set) var end: Int?

  /// All of time.
  package init() {}

  /// From `start` on, and before `end`.
  package init(from start: Int?, to end: Int?) {
    self.start = start
    self.end = end
  }

  /// Takes up what comes at a moment, as seen at `now`; at that moment itself it has come.
  package mutating func add(_ event: Int, seenAt now: Timestamp) {
    if event <= now.seconds {
      start = max(start ?? event, event)
    } else {
      end = min(end ?? event, event)
    }
  }

  /// Takes up all events of another span around the same moment.
  package mutating func add(_ other: QuietSpan) {
    start = [start, other.start].compactMap(\.self).max()
    end = [end, other.end].compactMap(\.self).min()
  }

  /// Whether all is the same at `moment`.
  package func contains(_ moment: Timestamp) -> Bool {
    start.map { $0 <= moment.seconds } != false && end.map { moment.seconds < $0 } != false
  }
}
