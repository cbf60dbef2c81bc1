internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import Synchronization

/// What a run asks of a file that an article or the configuration names.
package struct FileQuestion: Hashable, Comparable, Sendable {
  /// What is asked.
  package enum Subject: String, Sendable {
    /// Whether there is a folder.
    case folder
    /// How long the regular file is, if there is one.
    case length
    /// What its first bytes tell of it.
    case header
  }

  package let subject: Subject
  package let path: String

  package init(_ subject: Subject, of path: String) {
    self.subject = subject
    self.path = path
  }

  /// What the file system says at this moment.
  package var answer: String {
    switch subject {
    case .folder: return Self.answer(isFolder: FileSystem.isFolder(path))
    case .length: return Self.answer(length: FileSystem.length(ofFile: path))
    case .header:
      // Only regular files are looked into: a pipe would keep the run waiting.
      guard FileSystem.length(ofFile: path) != nil else { return Self.answer(length: nil) }
      do throws(FileError) {
        return Self.answer(header: try FileHeader(of: LocalFile(path: path, length: 0)))
      } catch {
        return Self.answer(failure: error)
      }
    }
  }

  static func answer(isFolder: Bool) -> String { isFolder ? "there" : "not there" }

  static func answer(length: Int?) -> String { length.map(String.init) ?? "not there" }

  static func answer(header: FileHeader) -> String {
    let size = header.size.map { "\($0.width) by \($0.height)" } ?? "no size"
    return "\(header.type?.string ?? "no type"), \(size)"
  }

  static func answer(failure: FileError) -> String { "not readable: \(failure.reason)" }

  package static func < (lhs: FileQuestion, rhs: FileQuestion) -> Bool {
    (lhs.path, lhs.subject.rawValue) < (rhs.path, rhs.subject.rawValue)
  }
}

/// Everything that a run asked of files beside its articles, and what it was told.
package final class FileInquiry: Sendable {
  private struct State {
    var answers: [FileQuestion: String] = [:]
    var isContradictory = false
  }

  private let state = Mutex(State())

  package init() {}

  /// The questions with their answers; nil where one was answered in two ways, as a file changed meanwhile.
  package var answers: [FileQuestion: String]? {
    state.withLock { $0.isContradictory ? nil : $0.answers }
  }

  func note(_ subject: FileQuestion.Subject, of path: String, _ answer: String) {
    state.withLock { state in
      let earlier = state.answers.updateValue(answer, forKey: FileQuestion(subject, of: path))
      if let earlier, earlier != answer { state.isContradictory = true }
    }
  }
}
