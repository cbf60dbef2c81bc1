import Testing

@testable import WebSub

@Suite("Rounds of telling a hub")
struct DeliveryTests {
  /// A hub that answers by script and writes down what is asked, and how long it is left alone.
  private actor Script {
    private var answers: [HubAnswer]
    private(set) var log: [String] = []

    init(_ answers: [HubAnswer]) { self.answers = answers }

    func answer(_ topic: String) -> HubAnswer {
      log.append(topic)
      return answers.count > 1 ? answers.removeFirst() : answers[0]
    }

    func sleep(_ seconds: Int) { log.append("\(seconds) s") }
  }

  private static func run(
    _ answers: [HubAnswer], _ topics: [String] = ["a", "b", "c", "d", "e"], rounds: Int = 4
  ) async throws -> (log: String, results: [Delivery.Result]) {
    let script = Script(answers)
    let delivery = Delivery(
      rounds: rounds, ask: { await script.answer($0) }, sleep: { await script.sleep($0) })
    let results = try await delivery.tell(topics)
    return (await script.log.joined(separator: " "), results)
  }

  private static let yes = HubAnswer.response(HubResponse(status: 202))
  private static let no = HubAnswer.response(HubResponse(status: 410))
  private static let fault = HubAnswer.response(HubResponse(status: 500))
  private static let silence = HubAnswer.none("timed out")

  @Test(arguments: [
    ([yes], "a b c d e"),
    ([no], "a b c d e"),
    ([fault, yes], "a b c d e 1 s a"),
    ([silence, yes], "a 1 s b c d e a"),
    ([silence], "a 1 s b 2 s c 4 s d"),
    ([fault], "a b c 1 s d e a 2 s b c d 4 s e a b"),
    ([fault, fault, yes, fault, fault, yes], "a b c d e 1 s a b d e"),
    ([.response(HubResponse(status: 429, retryAfter: 7)), yes], "a 7 s b c d e a"),
    ([.response(HubResponse(status: 503, retryAfter: 0)), yes], "a 1 s b c d e a"),
    ([.response(HubResponse(status: 503, retryAfter: 61)), yes], "a"),
  ])
  func `the hub is asked in this order`(_ answers: [HubAnswer], _ log: String) async throws {
    #expect(try await Self.run(answers).log == log)
  }

  @Test func `results stand in the order of the feeds, with the last answer and the tries`()
    async throws
  {
    let results = try await Self.run(
      [Self.silence, Self.no, Self.fault, Self.yes], ["a", "b", "c"], rounds: 3
    ).results
    #expect(results.map(\.topic) == ["a", "b", "c"])
    #expect(results.map(\.tries) == [2, 1, 2])
    #expect(results.map(\.isAccepted) == [true, false, true])
    #expect(results.map(\.isRefused) == [false, true, false])
    let silent = try await Self.run([Self.silence], ["a", "b"], rounds: 1).results
    #expect(silent.map(\.answer) == [Self.silence, nil])
    #expect(try await Self.run([Self.yes], []).results == [])
  }

  @Test(arguments: [
    (200, HubAnswer.Verdict.accepted), (202, .accepted), (204, .accepted), (301, .refused),
    (308, .refused), (400, .refused), (403, .refused), (404, .refused), (408, .later),
    (410, .refused), (425, .later), (429, .later), (500, .later), (503, .later), (599, .later),
  ])
  func `a status is yes, no, or later`(_ status: Int, _ verdict: HubAnswer.Verdict) {
    #expect(HubAnswer.response(HubResponse(status: status)).verdict == verdict)
  }
}
