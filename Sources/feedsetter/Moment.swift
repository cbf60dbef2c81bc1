internal import ArgumentParser
internal import FeedValues
internal import FoundationEssentials

/// The moment of a run: the one place where a clock is read.
enum Moment {
  /// The moment that `--now` names.
  static func parse(_ text: String) throws -> Timestamp {
    do throws(InvalidValue) {
      return try Timestamp(rfc3339: text)
    } catch {
      throw ValidationError(
        "\"\(text)\" is no moment: \(error.reason). Write it as 2026-02-10T09:30:00Z.")
    }
  }

  /// The moment that the environment's SOURCE_DATE_EPOCH names, else the clock's.
  static func current() throws -> Timestamp {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] else {
      return try Timestamp(seconds: Int(Date.now.timeIntervalSince1970))
    }
    guard let seconds = Int(text), let moment = try? Timestamp(seconds: seconds) else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is \"\(text)\". It must be seconds since 1970, such as 1770681600.")
    }
    return moment
  }
}

/// The machine that a run is on.
enum Machine {
  static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// How wide findings may be on a terminal: as `COLUMNS` says, else as terminals are at least.
  static var terminalColumns: Int {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// Whether people who use standard error want colours: <https://no-color.org/>.
  static var wantsColor: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty && hasCursor
  }

  /// Whether the terminal can do more than to print one line after another.
  static var hasCursor: Bool { ProcessInfo.processInfo.environment["TERM"] != "dumb" }
}
