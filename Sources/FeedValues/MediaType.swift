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
    let semicolon = text.firstIndex(of: ";") ?? text.endIndex
    let names = text[..<semicolon].split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2 else { throw InvalidValue("it is not two names joined by \"/\"") }
    guard Self.isRestrictedName(names[0]),
      Self.isRestrictedName(names[1].trimmingTrailingSpaces)
    else { throw InvalidValue("it holds a character that media types can't") }
    var rest = text[semicolon...]
    while !rest.isEmpty {
      guard Self.takeParameter(&rest) else {
        throw InvalidValue("\"\(rest.dropFirst())\" is not a parameter like charset=utf-8")
      }
    }
    string = text
  }

  /// The type that file names with this ending (without the dot, any letter case) have on the web;
  /// nil for endings that feeds don't carry.
  public init?(fileExtension ending: String) {
    guard let text = Self.byEnding[ending.lowercased()] else { return nil }
    string = text
  }

  /// Takes `; name=value` off the front, the value a token or a quoted string (RFC 9110 section
  /// 5.6); false where the text does not begin with that.
  private static func takeParameter(_ text: inout Substring) -> Bool {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var rest = text.dropFirst().drop(while: isSpace)
    let name = rest.prefix { $0 != "=" }
    rest = rest.dropFirst(name.count + 1)
    guard isToken(name) else { return false }
    if rest.first == "\"" {
      rest = rest.dropFirst()
      while let character = rest.popFirst(), character != "\"" {
        if character == "\\" { rest = rest.dropFirst() }
        if rest.isEmpty { return false }
      }
    } else {
      let value = rest.prefix { $0 != ";" && !isSpace($0) }
      guard isToken(value) else { return false }
      rest = rest.dropFirst(value.count)
    }
    rest = rest.drop(while: isSpace)
    guard rest.isEmpty || rest.first == ";" else { return false }
    text = rest
    return true
  }

  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0.isAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }

  private static func isRestrictedName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first.isAlphanumeric, name.utf8.count <= 127 else {
      return false
    }
    return name.utf8.allSatisfy { $0.isAlphanumeric || "!#$&-^_.+".utf8.contains($0) }
  }

  private static let byEnding: [String: String] = [
    "apng": "image/apng", "avif": "image/avif", "bmp": "image/bmp", "gif": "image/gif",
    "heic": "image/heic", "jpeg": "image/jpeg", "jpg": "image/jpeg", "jxl": "image/jxl",
    "png": "image/png", "svg": "image/svg+xml", "tif": "image/tiff", "tiff": "image/tiff",
    "webp": "image/webp",
    "aac": "audio/aac", "aif": "audio/aiff", "aiff": "audio/aiff", "flac": "audio/flac",
    "m4a": "audio/mp4", "m4b": "audio/mp4", "mp3": "audio/mpeg", "oga": "audio/ogg",
    "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "weba": "audio/webm",
    "m4v": "video/mp4", "mkv": "video/matroska", "mov": "video/quicktime", "mp4": "video/mp4",
    "ogv": "video/ogg", "webm": "video/webm", "epub": "application/epub+zip",
    "pdf": "application/pdf",
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
