package import FeedValues

/// What a response says of the request.
package enum HTTPStatus: Int, Sendable {
  case ok = 200
  case noContent = 204
  case partialContent = 206
  case found = 302
  case notModified = 304
  case badRequest = 400
  case notFound = 404
  case methodNotAllowed = 405
  case preconditionFailed = 412
  case rangeNotSatisfiable = 416
  case misdirected = 421
  case headTooLarge = 431
  case unavailable = 503
  case versionNotSupported = 505

  /// The words of RFC 9110 and RFC 6585.
  package var reason: String {
    switch self {
    case .ok: "OK"
    case .noContent: "No Content"
    case .partialContent: "Partial Content"
    case .found: "Found"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .preconditionFailed: "Precondition Failed"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirected: "Misdirected Request"
    case .headTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}

/// A response: RFC 9112 section 4.
package struct HTTPResponse: Hashable, Sendable {
  package var status: HTTPStatus
  /// The fields in the order in which they are sent, but for those of the connection.
  package var fields: [Field]
  package var body: [UInt8]
  /// Whether more is sent as it happens, until one side ends the connection.
  package var isStream = false

  /// A name and its value.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  /// A response.
  package init(_ status: HTTPStatus, _ fields: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields.map { Field(name: $0.0, value: $0.1) }
    self.body = body
  }

  /// A response of a line of text.
  package static func plain(
    _ status: HTTPStatus, _ text: String, _ fields: [(String, String)] = []
  ) -> HTTPResponse {
    HTTPResponse(
      status, [("Content-Type", "text/plain; charset=utf-8")] + fields,
      body: Array((text + "\n").utf8))
  }

  /// The value of the first field of that name.
  package func value(of name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The bytes that are sent.
  ///
  /// - Parameters:
  ///   - request: What it answers; nil where that could not be read.
  ///   - now: The moment of the Date field.
  ///   - endsConnection: Whether nothing is sent behind it.
  /// - Returns: Head and body; the head alone where HEAD was asked for.
  package func bytes(
    answering request: HTTPRequest?, at now: Timestamp, endsConnection: Bool
  ) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\nDate: \(HTTPDate.text(now))\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    if !isStream, status != .noContent, status != .notModified {
      head += "Content-Length: \(body.count)\r\n"
    }
    if endsConnection {
      head += "Connection: close\r\n"
    } else if request?.isCurrent == false {
      head += "Connection: keep-alive\r\n"
    }
    let bytes = Array((head + "\r\n").utf8)
    return request?.method == "HEAD" ? bytes : bytes + body
  }
}
