import FeedValues
import Testing

@Suite("The moments at which nothing comes due")
struct QuietSpanTests {
  private static func moment(_ seconds: Int) throws -> Timestamp { try Timestamp(seconds: seconds) }

  @Test func `a span begins with the last event and ends before the next`() throws {
    var span = QuietSpan()
    for event in [50, 100, 101, 200, 90] { span.add(event, seenAt: try Self.moment(100)) }
    #expect(span == QuietSpan(from: 100, to: 101))
    #expect(try [99, 100, 101].map { span.contains(try Self.moment($0)) } == [false, true, false])
  }

  @Test func `without events it is all of time`() throws {
    #expect(try QuietSpan().contains(Self.moment(-1_000_000)))
    var span = QuietSpan()
    span.add(5, seenAt: try Self.moment(4))
    #expect(span == QuietSpan(from: nil, to: 5))
  }

  @Test func `of two spans the common part is left`() {
    var span = QuietSpan(from: 10, to: 40)
    span.add(QuietSpan(from: 20, to: nil))
    span.add(QuietSpan(from: nil, to: 30))
    #expect(span == QuietSpan(from: 20, to: 30))
  }
}
