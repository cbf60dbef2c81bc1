internal import FeedValues
internal import Serving
internal import SystemEvents

/// A client: what it sent and was not answered yet, and what it is sent and did not take yet.
struct ClientConnection {
  private let connection: LoopbackConnection
  private var received: [UInt8] = []
  private var pending: [UInt8] = []
  private var sent = 0
  /// Whether the connection ends once all is sent.
  private var isEnding = false
  /// Whether nobody is there any more.
  private(set) var isOver = false
  /// Whether it is told of changes.
  private(set) var isSubscribed = false
  /// When it last sent or took something.
  private(set) var lastSeen: ContinuousClock.Instant

  init(_ connection: LoopbackConnection, at instant: ContinuousClock.Instant) {
    self.connection = connection
    lastSeen = instant
  }

  var descriptor: Int32 { connection.descriptor }

  var interest: Descriptors.Interest {
    if sent == pending.count { return .reading }
    return isEnding || pending.count - sent >= Self.mostPending ? .writing : [.reading, .writing]
  }

  /// How many bytes may wait for a client that asks and does not listen.
  private static let mostPending = 1 << 20

  /// Does what can be done: takes what the client sent, answers each request of it, sends the answers.
  ///
  /// - Parameters:
  ///   - interest: What a wait found.
  ///   - instant: The moment.
  ///   - now: The same moment for responses.
  ///   - answer: Requests to responses.
  mutating func proceed(
    _ interest: Descriptors.Interest, at instant: ContinuousClock.Instant, now: Timestamp,
    answer: (HTTPRequest) -> HTTPResponse
  ) {
    if interest.contains(.writing) { write(at: instant) }
    if interest.contains(.reading), !isEnding {
      switch connection.receive(into: &received, atMost: 1 << 14) {
      case .later: break
      case .over:
        respond(answer, now: now)
        isEnding = true
        // Nobody reads on who is told of changes and ends the connection.
        if isSubscribed { isOver = true }
      case .bytes: lastSeen = instant
      }
    }
    respond(answer, now: now)
    write(at: instant)
  }

  private mutating func respond(_ answer: (HTTPRequest) -> HTTPResponse, now: Timestamp) {
    while !isEnding, !isSubscribed, pending.count - sent < Self.mostPending {
      switch HTTPRequest.parse(received) {
      case .incomplete: return
      case .refused(let status):
        isEnding = true
        pending += HTTPResponse.plain(status, status.reason)
          .bytes(answering: nil, at: now, endsConnection: true)
      case .request(let request, let count):
        received.removeFirst(count)
        let response = answer(request)
        // Nobody sends a body to a server of files; one that does is not read as the next request.
        isEnding = !request.keepsConnection || request.hasBody
        isSubscribed = response.isStream && request.method != "HEAD"
        pending += response.bytes(
          answering: request, at: now, endsConnection: isEnding || isSubscribed)
        if isSubscribed { isEnding = false }
      }
    }
    // What comes behind the last request is not looked at.
    if isEnding || isSubscribed { received = [] }
  }

  /// Sends as much as the client takes.
  mutating func write(at instant: ContinuousClock.Instant) {
    while sent < pending.count {
      switch connection.send(pending, from: sent) {
      case .bytes(let count):
        sent += count
        lastSeen = instant
      case .later: return
      case .over:
        isOver = true
        return
      }
    }
    pending = []
    sent = 0
    if isEnding { isOver = true }
  }

  /// Tells a subscribed client what happened; one that doesn't listen is let go.
  mutating func tell(_ event: [UInt8], at instant: ContinuousClock.Instant) {
    guard isSubscribed else { return }
    pending += event
    if pending.count - sent > Self.mostPending { isOver = true }
    write(at: instant)
  }
}
