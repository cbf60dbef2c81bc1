/// A media type such as `audio/mpeg` or `text/html; charset=utf-8`.
///
/// See <https://www.rfc-editor.org/rfc/rfc6838#section-4.2> for the names,
/// <https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1> for parameters.
public struct MediaType: Hashable, Sendable {
  /// The media type as it was written.
  public let string: String

  /// A media type.
  ///
  /// - Throws: `InvalidValue` where it is not `type/subtype`, each a restricted name.
  public init(_ text: String) throws(InvalidValue) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2 else { throw InvalidValue("it is not two names joined by \"/\"") }
    guard Self.isRestrictedName(names[0][...]),
      Self.isRestrictedName(names[1][...].trimmingTrailingSpaces)
    else { throw InvalidValue("it holds a character that media types can't") }
    for parameter in parts.dropFirst() {
      let halves = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[1].isEmpty,
        Self.isRestrictedName(halves[0].drop { $0 == " " || $0 == "\t" })
      else { throw InvalidValue("\"\(parameter)\" is not a parameter like charset=utf-8") }
    }
    string = text
  }

  /// The type that file names with this ending (without the dot, any letter case) have on the web;
  /// nil for endings that feeds don't carry.
  public init?(fileExtension ending: String) {
    guard let text = Self.byEnding[ending.lowercased()] else { return nil }
    string = text
  }

  private static func isRestrictedName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first.isAlphanumeric, name.utf8.count <= 127 else {
      return false
    }
    return name.utf8.allSatisfy { $0.isAlphanumeric || "!#$&-^_.+".utf8.contains($0) }
  }

  private static let byEnding: [String: String] = [
    "avif": "image/avif", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "png": "image/png", "svg": "image/svg+xml", "webp": "image/webp",
    "aac": "audio/aac", "flac": "audio/flac", "m4a": "audio/mp4", "mp3": "audio/mpeg",
    "oga": "audio/ogg", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav",
    "m4v": "video/mp4", "mov": "video/quicktime", "mp4": "video/mp4", "ogv": "video/ogg",
    "webm": "video/webm", "epub": "application/epub+zip", "pdf": "application/pdf",
    "zip": "application/zip",
  ]
}

extension Substring {
  fileprivate var trimmingTrailingSpaces: Substring {
    var result = self
    while result.last == " " || result.last == "\t" { result.removeLast() }
    return result
  }
}
