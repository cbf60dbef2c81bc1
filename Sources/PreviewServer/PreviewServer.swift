package import FeedValues
package import Serving
package import SystemEvents

/// Serves a folder to clients of this machine.
///
/// One thread does it all: no call waits.
package struct PreviewServer {
  private let listener: LoopbackListener
  private var clients: [Int32: ClientConnection] = [:]
  /// What is served.
  package private(set) var folder: ServedFolder
  private var lastSignOfLife: ContinuousClock.Instant

  /// How many clients there may be; further ones wait.
  private static let mostClients = 200
  /// How long a client may say nothing, unless it is told of changes.
  private static let patience = Duration.seconds(60)
  /// How often pages are told that the server is there, which finds those that are gone.
  private static let signsOfLife = Duration.seconds(20)

  /// A server of `folder` on the port of `listener`.
  package init(
    _ folder: ServedFolder, on listener: LoopbackListener,
    at instant: ContinuousClock.Instant = ContinuousClock().now
  ) {
    self.folder = folder
    self.listener = listener
    lastSignOfLife = instant
  }

  /// Serves another folder from now on, and tells open pages if it is another one.
  package mutating func serve(_ folder: ServedFolder, at instant: ContinuousClock.Instant) {
    let isNew = folder.state != self.folder.state
    self.folder = folder
    guard isNew else { return }
    tell(Responder.event(folder), at: instant)
  }

  /// What a wait looks at.
  package var interests: [Int32: Descriptors.Interest] {
    var interests = clients.mapValues(\.interest)
    if clients.count < Self.mostClients { interests[listener.descriptor] = .reading }
    return interests
  }

  /// How long a wait may last at most.
  package var interval: Duration? { clients.isEmpty ? nil : .seconds(10) }

  /// Does what can be done without waiting.
  ///
  /// - Parameters:
  ///   - ready: What the wait found.
  ///   - now: The moment of the responses.
  ///   - instant: The same moment on a clock that nobody sets.
  package mutating func handle(
    _ ready: [Int32: Descriptors.Interest], now: Timestamp, at instant: ContinuousClock.Instant
  ) {
    let responder = Responder(folder, at: now)
    for (descriptor, interest) in ready where clients[descriptor] != nil {
      clients[descriptor]?.proceed(
        interest, at: instant, now: now, answer: responder.response)
    }
    if ready[listener.descriptor] != nil {
      while clients.count < Self.mostClients, let connection = listener.accept() {
        clients[connection.descriptor] = ClientConnection(connection, at: instant)
      }
    }
    if instant - lastSignOfLife > Self.signsOfLife {
      lastSignOfLife = instant
      tell(Array(": here\n\n".utf8), at: instant)
    }
    clients = clients.filter { _, client in
      !client.isOver && (client.isSubscribed || instant - client.lastSeen < Self.patience)
    }
  }

  private mutating func tell(_ event: [UInt8], at instant: ContinuousClock.Instant) {
    for descriptor in clients.keys { clients[descriptor]?.tell(event, at: instant) }
  }
}
