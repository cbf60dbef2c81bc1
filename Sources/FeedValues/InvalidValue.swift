/// Why a text is not the value that it should be.
public struct InvalidValue: Error, Hashable, Sendable {
  /// The reason as a lower-case clause without full stop, such as "it has no scheme".
  public let reason: String

  /// A value that is wrong for `reason`, a lower-case clause without full stop.
  public init(_ reason: String) {
    self.reason = reason
  }
}
