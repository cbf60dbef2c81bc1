internal import Dispatch
internal import FileSystem
internal import Publishing
internal import Synchronization

/// Shows people how far a run has come: a line while it lasts, and what each stage took.
///
/// Both go to standard error. The line is for a terminal alone, comes after half a second and is gone when
/// the run is over.
final class RunWatch: Sendable {
  private let log = StageLog()
  private let queue = DispatchQueue(label: "feedsetter.progress")
  private let start = ContinuousClock.now
  private let showsLine: Bool

  /// What the run tells how far it is.
  let progress: RunProgress

  private final class StageLog: Sendable {
    let state = Mutex(State())
  }

  private struct State {
    var stages: [(stage: RunProgress.Stage, total: Int, begin: ContinuousClock.Instant)] = []
    var isLineShown = false
    var isOver = false
  }

  /// A watch that starts now.
  ///
  /// - Parameter showsLine: Whether the line is wanted, where there is a terminal for it.
  init(showsLine: Bool) {
    self.showsLine =
      showsLine && FileSystem.isTerminal(.error) && Machine.hasCursor
    progress = RunProgress { [log] stage, total in
      log.state.withLock { $0.stages.append((stage, total, .now)) }
    }
    if self.showsLine { tick(after: .milliseconds(500)) }
  }

  /// Takes the line away; from here on, others write to the terminal.
  func end() {
    log.state.withLock { state in
      state.isOver = true
      if state.isLineShown { FileSystem.write(Self.erasing, to: .error) }
    }
  }

  /// How much each stage had to do and how long it took, for people.
  func table() -> String {
    let end = ContinuousClock.now
    let stages = log.state.withLock { $0.stages }
    var text = ""
    for (index, stage) in stages.enumerated() {
      let next = index + 1 < stages.count ? stages[index + 1].begin : end
      text += Self.row(
        stage.stage.rawValue, Summary.count(stage.total, stage.stage.unit), next - stage.begin)
    }
    return text + Self.row("in all", "", end - start)
  }

  private static func row(_ name: String, _ amount: String, _ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return padded(name, 12) + padded(amount, 16)
      + String(repeating: " ", count: max(0, 8 - String(milliseconds).count))
      + "\(milliseconds) ms\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// To the start of the line, and nothing after it.
  private static let erasing = "\r\u{1B}[K"

  private func tick(after delay: DispatchTimeInterval) {
    queue.asyncAfter(deadline: .now() + delay) { [self] in
      let goesOn = log.state.withLock { state in
        guard !state.isOver else { return false }
        guard let current = state.stages.last else { return true }
        let line = Self.line(current.stage, done: progress.done, of: current.total)
        FileSystem.write(Self.erasing + line, to: .error)
        state.isLineShown = true
        return true
      }
      if goesOn { tick(after: .milliseconds(100)) }
    }
  }

  /// What the line says: of a stage in which nothing is counted only its name.
  private static func line(_ stage: RunProgress.Stage, done: Int, of total: Int) -> String {
    if done == 0 { return "\(stage.rawValue) …" }
    let shown = min(done, total)
    let percent = total > 0 ? shown * 100 / total : 100
    return "\(stage.rawValue) \(percent) % (\(shown) of \(Summary.count(total, stage.unit)))"
  }
}
