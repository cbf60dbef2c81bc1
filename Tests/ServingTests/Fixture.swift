import FeedValues

@testable import Serving

/// What the tests serve, as at a fixed moment.
enum Fixture {
  static func moment(_ text: String) -> Timestamp {
    guard let moment = try? Timestamp(rfc3339: text) else { preconditionFailure(text) }
    return moment
  }

  static let built = moment("2026-02-10T08:30:00Z")
  static let now = moment("2026-02-10T09:00:00Z")

  static let rss = "<?xml version=\"1.0\"?><rss>" + String(repeating: "mud ", count: 200) + "</rss>"
  static let page = "<!DOCTYPE html><title>Feeds</title><body><h1>Feeds</h1></body>"

  static let files: [String: String] = [
    "rss.xml": rss, "feed.json": "{\"version\": 1}", "feeds.json": "{}", "feeds.opml": "<opml/>",
    "feed.css": "rss {}", "notes.txt": "0123456789", "page/index.html": page,
    "category/音声/atom.xml": "<feed/>",
  ]

  static func folder(_ files: [String: String] = files, isOpen: Bool = true) -> ServedFolder {
    ServedFolder(mount: "/feeds/", isOpenToOthers: isOpen, at: built)
      .next(files: files.mapValues { [Array($0.utf8)] }, notice: nil, at: built)
  }

  /// The response to a request for a path below `/feeds/`.
  static func get(
    _ path: String, _ fields: [String: String] = [:], method: String = "GET",
    from folder: ServedFolder = folder()
  ) -> HTTPResponse {
    let target = path.hasPrefix("/") ? path : "/feeds/" + path
    return Responder(folder, at: now).response(
      to: HTTPRequest(
        method, target, fields: ["host": "127.0.0.1:4000"].merging(fields) { $1 }))
  }
}

extension HTTPResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}
