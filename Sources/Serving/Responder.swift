package import FeedValues
internal import Gzip

/// Requests to responses: no clock, no socket, no file.
package struct Responder {
  private let folder: ServedFolder
  private let now: Timestamp

  /// What answers for `folder` at the moment `now`.
  package init(_ folder: ServedFolder, at now: Timestamp) {
    self.folder = folder
    self.now = now
  }

  /// The path that tells pages of changes: server-sent events.
  package static let eventsPath = "/.feedsetter/events"

  /// The response to a request.
  package func response(to request: HTTPRequest) -> HTTPResponse {
    var response = answer(request)
    if folder.isOpenToOthers {
      response.fields.append(.init(name: "Access-Control-Allow-Origin", value: "*"))
      response.fields.append(
        .init(
          name: "Access-Control-Expose-Headers",
          value: "Accept-Ranges, Content-Encoding, Content-Range, ETag"))
    }
    response.fields.append(.init(name: "X-Content-Type-Options", value: "nosniff"))
    return response
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    if request.isCurrent, request.fields["host"] == nil {
      return .plain(.badRequest, "HTTP/1.1 asks for a Host field.")
    }
    // A name of somebody else that leads to this machine would let their pages read what is here.
    if let host = request.fields["host"], !Self.isOwnHost(host) {
      return .plain(.misdirected, "This server answers for 127.0.0.1 and localhost alone.")
    }
    if request.method == "OPTIONS" { return options(request) }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .plain(
        .methodNotAllowed, "Files are read here: GET, HEAD, OPTIONS.",
        [("Allow", "GET, HEAD, OPTIONS")])
    }
    guard let target = RequestTarget(request.target) else {
      return .plain(.badRequest, "This is no path.")
    }
    switch target.path {
    case Self.eventsPath: return events()
    case PreviewPages.scriptPath: return own(PreviewPages.script, request, in: "preview.js")
    case PreviewPages.stylePath: return own(PreviewPages.style, request, in: "preview.css")
    default: break
    }
    switch folder.resource(at: target.path) {
    case .file(let path, let file):
      return conditionally(Representation(path, file, in: folder), request)
    case .page(let status, let html):
      let page = Representation(page: html, in: folder)
      return status == .ok
        ? conditionally(page, request) : Self.unconditionally(page, status, request)
    case .elsewhere(let path):
      return .plain(.found, "See \(path)", [("Location", path), ("Cache-Control", "no-cache")])
    }
  }

  /// Whether a Host field names this machine, by a name that can't be anybody else's.
  private static func isOwnHost(_ host: String) -> Bool {
    let name = host.hasPrefix("[") ? host[...] : host.split(separator: ":").first ?? ""
    return ["127.0.0.1", "localhost"].contains(name.lowercased()) || name.hasSuffix(".localhost")
  }

  private func options(_ request: HTTPRequest) -> HTTPResponse {
    var fields = [("Allow", "GET, HEAD, OPTIONS")]
    if folder.isOpenToOthers {
      fields += [
        ("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
        ("Access-Control-Allow-Headers", request.fields["access-control-request-headers"] ?? "*"),
        ("Access-Control-Max-Age", "600"),
      ]
    }
    return HTTPResponse(.noContent, fields)
  }

  private func events() -> HTTPResponse {
    var response = HTTPResponse(
      .ok, [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")],
      body: Array("retry: 500\n\n".utf8) + Self.event(folder))
    response.isStream = true
    return response
  }

  /// A file of the preview's own.
  private func own(_ text: String, _ request: HTTPRequest, in name: String) -> HTTPResponse {
    let file = ServedFile([Array(text.utf8)], modified: folder.started)
    return conditionally(Representation(name, file, in: folder), request)
  }

  /// What open pages are told when something changed.
  package static func event(_ folder: ServedFolder) -> [UInt8] {
    Array("data: \(folder.state)\n\n".utf8)
  }

  /// A page that says that there is nothing: no cache's copy of it is ever of use.
  private static func unconditionally(
    _ page: Representation, _ status: HTTPStatus, _ request: HTTPRequest
  ) -> HTTPResponse {
    HTTPResponse(
      status, [("Content-Type", page.mediaType), ("Cache-Control", "no-store")], body: page.bytes)
  }

  /// The response after the conditions and the range of the request: RFC 9110 sections 13.2.2 and 14.
  private func conditionally(
    _ representation: Representation, _ request: HTTPRequest
  ) -> HTTPResponse {
    var (coding, allowsIdentity) = ContentCoding.choice(request.fields["accept-encoding"])
    let range = request.method == "GET" ? request.fields["range"] : nil
    // A part is one of the bytes as they are.
    let isPart = range != nil && allowsIdentity
    if isPart || !representation.isCompressible(allowsIdentity: allowsIdentity) {
      coding = .identity
    }
    let compressed = coding == .gzip ? Gzip.compress(representation.bytes) : nil
    if compressed == nil { coding = .identity }
    let body = compressed ?? representation.bytes
    let tag = EntityTag(digest: representation.digest, coding: coding)
    let modified = representation.modified

    var fields = [
      ("Cache-Control", "no-cache"), ("ETag", tag.text), ("Last-Modified", HTTPDate.text(modified)),
    ]
    if ServedType.isCompressible(representation.mediaType) {
      fields.append(("Vary", "Accept-Encoding"))
    }
    if let field = request.fields["if-match"] {
      if !tag.isNamed(in: field, isStrong: true) {
        return HTTPResponse(.preconditionFailed, fields)
      }
    } else if let date = moment(request.fields["if-unmodified-since"]), modified > date {
      return HTTPResponse(.preconditionFailed, fields)
    }
    if let field = request.fields["if-none-match"] {
      if tag.isNamed(in: field, isStrong: false) { return HTTPResponse(.notModified, fields) }
    } else if let date = moment(request.fields["if-modified-since"]), modified <= date {
      return HTTPResponse(.notModified, fields)
    }

    fields += [("Content-Type", representation.mediaType), ("Accept-Ranges", "bytes")]
    if coding == .gzip { fields.append(("Content-Encoding", "gzip")) }
    if isPart, let range, isStillMeant(request.fields["if-range"], tag, modified) {
      switch ByteRange(range, of: body.count) {
      case .whole: break
      case .unsatisfiable:
        return HTTPResponse(
          .rangeNotSatisfiable, fields + [("Content-Range", "bytes */\(body.count)")])
      case .part(let part):
        let place = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"
        return HTTPResponse(
          .partialContent, fields + [("Content-Range", place)], body: Array(body[part]))
      }
    }
    return HTTPResponse(.ok, fields, body: body)
  }

  private func moment(_ field: String?) -> Timestamp? {
    field.flatMap { HTTPDate.moment($0, now: now) }
  }

  /// Whether a part is of the body that the client has another part of: RFC 9110 section 13.1.5.
  private func isStillMeant(_ field: String?, _ tag: EntityTag, _ modified: Timestamp) -> Bool {
    guard let field else { return true }
    if field.contains("\"") { return tag.isNamed(in: field, isStrong: true) }
    // A date says so only where nothing can have changed within the same second.
    return moment(field) == modified && modified < now
  }
}
