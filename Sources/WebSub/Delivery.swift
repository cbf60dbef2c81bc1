/// Tells a hub of feeds, in rounds: what the hub could not take in one comes again in the next.
///
/// A round ends early where going on is of no use: when no answer comes, when the hub asks to be left
/// alone, and after three failures in a row. Between rounds it waits 1, 2, 4 … seconds, or as long as the
/// hub asks. A feed that failed goes behind the others, so that one that the hub stumbles over keeps
/// back none of them.
package struct Delivery: Sendable {
  /// What became of a feed.
  package struct Result: Hashable, Sendable {
    /// The feed's address.
    package let topic: String
    /// The hub's last answer; nil where it was not come to.
    package let answer: HubAnswer?
    /// How often the hub was asked.
    package let tries: Int

    /// Whether the hub took it.
    package var isAccepted: Bool { answer?.verdict == .accepted }
    /// Whether the hub said no, and will say so again.
    package var isRefused: Bool { answer?.verdict == .refused }
  }

  /// The longest that a hub may ask to be left alone, in seconds.
  package static let longestWait = 60
  private static let mostFailures = 3

  private let rounds: Int
  private let ask: @Sendable (String) async throws(Fault) -> HubAnswer
  private let sleep: @Sendable (Int) async -> Void

  /// A delivery.
  ///
  /// - Parameters:
  ///   - rounds: How many rounds there are at most.
  ///   - ask: Asks the hub to look at the feed of an address.
  ///   - sleep: Waits for a number of seconds.
  package init(
    rounds: Int, ask: @escaping @Sendable (String) async throws(Fault) -> HubAnswer,
    sleep: @escaping @Sendable (Int) async -> Void
  ) {
    self.rounds = rounds
    self.ask = ask
    self.sleep = sleep
  }

  /// Tells the hub of feeds by their addresses.
  ///
  /// - Returns: What became of each, in the order given.
  /// - Throws: `Fault` where hubs can't be asked at all.
  package func tell(_ topics: [String]) async throws(Fault) -> [Result] {
    var answers = [HubAnswer?](repeating: nil, count: topics.count)
    var tries = [Int](repeating: 0, count: topics.count)
    var waiting = Array(topics.indices)
    for round in 1...rounds {
      var failed: [Int] = []
      var pause = 1 << (round - 1)
      var inARow = 0
      var next = 0
      while next < waiting.count, inARow < Self.mostFailures {
        let topic = waiting[next]
        next += 1
        let answer = try await ask(topics[topic])
        answers[topic] = answer
        tries[topic] += 1
        guard answer.verdict == .later else {
          inARow = 0
          continue
        }
        failed.append(topic)
        inARow += 1
        if let asked = answer.retryAfter { pause = max(pause, asked) }
        if answer.endsRound { break }
      }
      waiting = Array(waiting[next...]) + failed
      if waiting.isEmpty || round == rounds || pause > Self.longestWait { break }
      await sleep(pause)
    }
    return topics.indices.map {
      Result(topic: topics[$0], answer: answers[$0], tries: tries[$0])
    }
  }

  /// Why hubs can't be asked at all, as a lower-case clause without full stop.
  package struct Fault: Error, Hashable, Sendable {
    package let reason: String

    /// A fault with a reason.
    package init(_ reason: String) { self.reason = reason }
  }
}

extension HubAnswer {
  /// Whether asking for other feeds now is of no use either.
  fileprivate var endsRound: Bool {
    if case .none = self { true } else { retryAfter != nil }
  }
}
