#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How fast a stage is on one core.
struct Measurement {
  private let name: String
  private let size: Int
  /// Seconds that a round takes, the shortest first.
  private let rounds: [Double]

  static let heading =
    column("stage", 32) + right("MB/s", 8) + right("best", 8) + right("KB a round", 12)
    + right("rounds", 8)

  /// Works for so many seconds of this thread's time, after a round that does not count.
  ///
  /// Other programs on the same machine cost a thread little of its own time, but much of the clock's.
  init(of stage: Stage, seconds: Double) {
    name = stage.name
    size = stage.size
    let expected = stage.round()
    var rounds: [Double] = []
    let end = Self.now + seconds
    while rounds.count < 5 || Self.now < end {
      let start = Self.now
      let result = stage.round()
      rounds.append(Self.now - start)
      precondition(result == expected, "\(stage.name) came to something else the second time")
    }
    self.rounds = rounds.sorted()
  }

  /// The stage's line of the table: MB/s of the median round and of the best one.
  var row: String {
    Self.column(name, 32) + Self.right(speed(rounds[rounds.count / 2]), 8)
      + Self.right(speed(rounds[0]), 8) + Self.right("\(size / 1000)", 12)
      + Self.right("\(rounds.count)", 8)
  }

  private func speed(_ seconds: Double) -> String {
    "\((Double(size) / max(seconds, 1e-9) / 1e5).rounded() / 10)"
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
