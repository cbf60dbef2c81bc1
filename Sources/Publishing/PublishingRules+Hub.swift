internal import Diagnostics

/// The rules for telling a hub.
extension PublishingRules {
  static let hubMissing = Rule(
    "hub-missing", .error, "A hub can be told of feeds that name it.",
    cure: "write feeds.hub with the hub's address, and build: https://pubsubhubbub.appspot.com/",
    specification: "https://www.w3.org/TR/websub/#discovery")
  static let hubUnasked = Rule(
    "hub-unasked", .error, "The program curl asks the hub.",
    cure: "install curl: apt-get install curl")
  static let hubRefused = Rule(
    "hub-refused", .error, "A hub that refuses a feed tells its subscribers nothing.",
    cure: "see what the hub says; feeds.hub must be an address of a hub that takes this feed",
    specification: "https://www.w3.org/TR/websub/#publishing")
  static let hubSilent = Rule(
    "hub-silent", .error, "A hub that does not answer tells its subscribers nothing.",
    cure: "run feedsetter ping again later; only what the hub does not know yet is told",
    specification: "https://www.w3.org/TR/websub/#publishing")
  static let hubRecord = Rule(
    "hub-record", .error, "What the hub was told is kept, so that it is told once.",
    cure: "let this user write to the published folder")

  /// A finding about a file or an address as a whole.
  static func finding(_ rule: Rule, at place: String, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: rule, location: SourceLocation(file: place), message: message, help: rule.cure)
  }
}
