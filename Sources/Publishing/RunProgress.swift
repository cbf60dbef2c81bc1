internal import Synchronization

/// How far a run has come, for those who wait for it.
///
/// Workers add what they have done once a chunk; who wants to know looks at it whenever it likes.
package final class RunProgress: Sendable {
  /// What a run does, in this order.
  package enum Stage: String, Sendable {
    case reading, planning, rendering, validating, comparing, writing

    /// What is counted in it.
    package var unit: String {
      switch self {
      case .reading, .comparing, .writing: "file"
      case .planning, .rendering: "article"
      // Entries and the frames around them, or whole documents.
      case .validating: "part"
      }
    }
  }

  private let finished = Atomic<Int>(0)
  private let began: @Sendable (Stage, Int) -> Void

  /// Progress of which nothing is done.
  ///
  /// - Parameter began: Called when a stage begins, with how much there is to do in it.
  package init(began: @escaping @Sendable (Stage, Int) -> Void) { self.began = began }

  /// How much of the stage is done.
  package var done: Int { finished.load(ordering: .relaxed) }

  func begin(_ stage: Stage, of total: Int) {
    finished.store(0, ordering: .relaxed)
    began(stage, total)
  }

  func advance(by count: Int) { finished.add(count, ordering: .relaxed) }
}
