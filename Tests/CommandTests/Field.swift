import FoundationEssentials
import Testing

extension Trait where Self == ConditionTrait {
  /// A test with browsers, readers, servers or packages of the system: part of `make test-all`, not of `make test`.
  static var field: ConditionTrait {
    .enabled(
      if: ProcessInfo.processInfo.environment["FEEDSETTER_TESTS"] == "all",
      "a test in the field: make test-all")
  }
}
