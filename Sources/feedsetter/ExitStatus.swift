internal import ArgumentParser
internal import Publishing

extension Outcome.Status {
  /// The exit status; nil for success.
  var exitCode: ExitCode? {
    switch self {
    case .published, .upToDate: nil
    case .findings, .outdated: ExitCode(1)
    case .noSite: ExitCode(66)
    case .defect: ExitCode(70)
    case .cannotWrite: ExitCode(73)
    case .busy: ExitCode(75)
    }
  }
}
