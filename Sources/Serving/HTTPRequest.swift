/// The head of a request: RFC 9112 section 3.
package struct HTTPRequest: Hashable, Sendable {
  package let method: String
  /// What is asked for, as it was sent.
  package let target: String
  /// Whether the client speaks HTTP/1.1 or later, and not 1.0.
  package let isCurrent: Bool
  /// The fields, by name in lower case; those that were sent several times with commas between them.
  package let fields: [String: String]

  /// A request.
  package init(
    _ method: String, _ target: String, isCurrent: Bool = true, fields: [String: String] = [:]
  ) {
    self.method = method
    self.target = target
    self.isCurrent = isCurrent
    self.fields = fields
  }

  /// The most bytes that a head may have.
  package static let longestHead = 32_768

  /// What the bytes that a client sent up to now are.
  package enum Parsing: Hashable, Sendable {
    /// The beginning of a head.
    case incomplete
    /// A request, whose head has so many bytes.
    case request(HTTPRequest, count: Int)
    /// No request: this status says why.
    case refused(HTTPStatus)
  }

  /// Reads the head at the beginning of `bytes`.
  package static func parse(_ bytes: [UInt8]) -> Parsing {
    // Empty lines before a request are passed over: section 2.2.
    let start = bytes.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? bytes.count
    guard let (lines, end) = head(of: bytes[start...]) else {
      return bytes.count > longestHead ? .refused(.headTooLarge) : .incomplete
    }
    guard end <= longestHead else { return .refused(.headTooLarge) }
    let parts = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, parts[2].hasPrefix("HTTP/") else {
      return .refused(.badRequest)
    }
    guard parts[2].hasPrefix("HTTP/1.") else { return .refused(.versionNotSupported) }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), isToken(line[..<colon]) else {
        return .refused(.badRequest)
      }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].trimmed)
      if name == "host", fields[name] != nil { return .refused(.badRequest) }
      fields[name] = fields[name].map { $0 + ", " + value } ?? value
    }
    let request = HTTPRequest(
      String(parts[0]), String(parts[1]), isCurrent: parts[2] != "HTTP/1.0", fields: fields)
    return .request(request, count: end)
  }

  /// The lines up to the first empty one, and where what follows that begins.
  private static func head(of bytes: ArraySlice<UInt8>) -> (lines: [Substring], end: Int)? {
    var lines: [Substring] = []
    var start = bytes.startIndex
    while let feed = bytes[start...].firstIndex(of: 0x0A) {
      let line = bytes[start..<feed]
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      start = feed + 1
      if text.isEmpty { return lines.isEmpty ? nil : (lines, start) }
      lines.append(text[...])
    }
    return nil
  }

  private static func isToken(_ name: Substring) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  /// Whether bytes of a body follow the head.
  package var hasBody: Bool {
    fields["transfer-encoding"] != nil || fields["content-length"].map { $0 != "0" } == true
  }

  /// Whether the client wants to send further requests.
  package var keepsConnection: Bool {
    let words = (fields["connection"] ?? "").lowercased().split(separator: ",").map { $0.trimmed }
    return isCurrent ? !words.contains("close") : words.contains("keep-alive")
  }
}

extension Substring {
  /// Without spaces and tabs around it.
  var trimmed: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var text = drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
