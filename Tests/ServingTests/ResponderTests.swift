import FeedValues
import Gzip
import Testing

@testable import Serving

@Suite("Files are served with the types and validators that readers and browsers go by")
struct ResponderTests {
  @Test func `a feed is served whole with its type, validators and what others may read`() {
    let response = Fixture.get("notes.txt")
    let tag = response.value(of: "ETag") ?? ""
    let bytes = response.bytes(
      answering: HTTPRequest("GET", "/feeds/notes.txt"), at: Fixture.now, endsConnection: false)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        HTTP/1.1 200 OK\r
        Date: Tue, 10 Feb 2026 09:00:00 GMT\r
        Cache-Control: no-cache\r
        ETag: \(tag)\r
        Last-Modified: Tue, 10 Feb 2026 08:30:00 GMT\r
        Vary: Accept-Encoding\r
        Content-Type: text/plain; charset=utf-8\r
        Accept-Ranges: bytes\r
        Access-Control-Allow-Origin: *\r
        Access-Control-Expose-Headers: Accept-Ranges, Content-Encoding, Content-Range, ETag\r
        X-Content-Type-Options: nosniff\r
        Content-Length: 10\r
        \r
        0123456789
        """)
    #expect(tag.count == 34 && tag.hasPrefix("\"") && tag.hasSuffix("\""))
  }

  @Test func `HEAD sends what GET would, without the body`() {
    let (get, head) = (Fixture.get("notes.txt"), Fixture.get("notes.txt", method: "HEAD"))
    #expect(get == head)
    let bytes = head.bytes(
      answering: HTTPRequest("HEAD", "/feeds/notes.txt"), at: Fixture.now, endsConnection: false)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("Content-Length: 10\r\n\r\n"), "\(text)")
  }

  @Test(
    arguments: [
      ("rss.xml", "application/xml; charset=utf-8"), ("feed.json", "application/feed+json"),
      ("feeds.json", "application/json"), ("feeds.opml", "text/x-opml; charset=utf-8"),
      ("feed.css", "text/css; charset=utf-8"), ("page/", "text/html; charset=utf-8"),
      ("category/", "text/html; charset=utf-8"),
      ("category/%E9%9F%B3%E5%A3%B0/atom.xml", "application/xml; charset=utf-8"),
    ])
  func `a file has the media type of its name`(path: String, type: String) {
    let response = Fixture.get(path)
    #expect(response.status == .ok)
    #expect(response.value(of: "Content-Type") == type)
  }

  @Test(
    arguments: [
      ("If-None-Match", "ETAG", 304), ("If-None-Match", "W/ETAG", 304),
      ("If-None-Match", "\"x,y\", ETAG", 304), ("If-None-Match", "*", 304),
      ("If-None-Match", "\"other\"", 200), ("If-None-Match", "ETAG-gzip", 200),
      ("If-Match", "ETAG", 200), ("If-Match", "W/ETAG", 412), ("If-Match", "\"other\"", 412),
      ("If-Match", "*", 200),
      ("If-Modified-Since", "Tue, 10 Feb 2026 08:30:00 GMT", 304),
      ("If-Modified-Since", "Tuesday, 10-Feb-26 08:30:00 GMT", 304),
      ("If-Modified-Since", "Tue Feb 10 08:30:00 2026", 304),
      ("If-Modified-Since", "Tue, 10 Feb 2026 08:29:59 GMT", 200),
      ("If-Modified-Since", "yesterday", 200),
      ("If-Unmodified-Since", "Tue, 10 Feb 2026 08:30:00 GMT", 200),
      ("If-Unmodified-Since", "Tue, 10 Feb 2026 08:29:59 GMT", 412),
    ])
  func `a condition decides whether the body is sent`(name: String, value: String, status: Int) {
    let tag = Fixture.get("notes.txt").value(of: "ETag") ?? ""
    let field = value.replacing("ETAG-gzip", with: "\(tag.dropLast())-gzip\"")
      .replacing("ETAG", with: tag)
    let response = Fixture.get("notes.txt", [name.lowercased(): field])
    #expect(response.status.rawValue == status)
    #expect(response.body.isEmpty == (status != 200))
    #expect(response.value(of: "ETag") == tag)
    #expect((response.value(of: "Content-Type") != nil) == (status == 200))
  }

  @Test func `a tag counts more than a date`() {
    let response = Fixture.get(
      "notes.txt",
      ["if-none-match": "\"other\"", "if-modified-since": "Tue, 10 Feb 2026 08:30:00 GMT"])
    #expect(response.status == .ok)
  }

  @Test(
    arguments: [
      ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
      ("bytes=9-99999999999999999999", 206, "9", "bytes 9-9/10"),
      ("bytes=10-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"),
      ("bytes=4-3", 200, "0123456789", nil), ("bytes=0-1,4-5", 200, "0123456789", nil),
      ("bytes=a-b", 200, "0123456789", nil), ("bytes=--1", 200, "0123456789", nil),
      ("lines=0-1", 200, "0123456789", nil),
    ] as [(String, Int, String, String?)])
  func `a part of a file is sent where one is asked for`(
    range: String, status: Int, body: String, place: String?
  ) {
    let response = Fixture.get("notes.txt", ["range": range])
    #expect(response.status.rawValue == status)
    #expect(response.text == body)
    #expect(response.value(of: "Content-Range") == place)
  }

  @Test(
    arguments: [
      ("ETAG", 206), ("W/ETAG", 200), ("\"other\"", 200), ("Tue, 10 Feb 2026 08:30:00 GMT", 206),
      ("Tue, 10 Feb 2026 08:29:59 GMT", 200),
    ])
  func `a part is sent only of the body that the client knows`(value: String, status: Int) {
    let tag = Fixture.get("notes.txt").value(of: "ETag") ?? ""
    let response = Fixture.get(
      "notes.txt", ["range": "bytes=0-3", "if-range": value.replacing("ETAG", with: tag)])
    #expect(response.status.rawValue == status)
  }

  @Test(
    arguments: [
      ("gzip", true), ("gzip, deflate, br", true), ("GZIP;q=0.1", true), ("*", true),
      ("x-gzip", true), ("identity;q=0.5, gzip;q=0.5", true), ("*;q=0, gzip", true),
      ("identity;q=0, *", true), ("gzip;q=0", false), ("gzip;q=0.000", false), ("br", false),
      ("", false), ("identity, gzip;q=0.5", false), ("*;q=0", false), ("gzip;q=many", false),
    ])
  func `a feed is compressed for clients that like that best`(field: String, isCompressed: Bool) {
    let plain = Fixture.get("rss.xml")
    let response = Fixture.get("rss.xml", ["accept-encoding": field])
    #expect(response.value(of: "Vary") == "Accept-Encoding")
    #expect(response.value(of: "Content-Encoding") == (isCompressed ? "gzip" : nil))
    #expect(
      response.body == (isCompressed ? Gzip.compress(Array(Fixture.rss.utf8)) : plain.body))
    #expect((response.value(of: "ETag") == plain.value(of: "ETag")) == !isCompressed)
    let again = Fixture.get(
      "rss.xml",
      ["accept-encoding": field, "if-none-match": response.value(of: "ETag") ?? ""])
    #expect(again.status == .notModified)
  }

  @Test func `parts are of the bytes as they are, unless those are refused`() {
    let part = Fixture.get("rss.xml", ["accept-encoding": "gzip", "range": "bytes=0-4"])
    #expect(part.status == .partialContent)
    #expect(part.text == "<?xml")
    let whole = Fixture.get(
      "rss.xml", ["accept-encoding": "gzip, identity;q=0", "range": "bytes=0-4"])
    #expect(whole.status == .ok)
    #expect(whole.value(of: "Content-Encoding") == "gzip")
  }

  @Test func `what compressing would not make smaller is sent as it is`() {
    let response = Fixture.get("notes.txt", ["accept-encoding": "gzip"])
    #expect(response.value(of: "Content-Encoding") == nil)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "BREW"])
  func `nothing can be changed`(method: String) {
    let response = Fixture.get("rss.xml", method: method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.value(of: "Allow") == "GET, HEAD, OPTIONS")
  }

  @Test func `browsers may ask beforehand what they may`() {
    let response = Fixture.get(
      "rss.xml", ["access-control-request-headers": "if-none-match"], method: "OPTIONS")
    #expect(response.status == .noContent)
    #expect(response.value(of: "Access-Control-Allow-Origin") == "*")
    #expect(response.value(of: "Access-Control-Allow-Headers") == "if-none-match")
  }

  @Test func `with drafts pages of other sites may read nothing`() {
    let folder = Fixture.folder(isOpen: false)
    for method in ["GET", "OPTIONS"] {
      let response = Fixture.get("rss.xml", method: method, from: folder)
      #expect(!response.fields.contains { $0.name.hasPrefix("Access-Control") })
    }
  }

  @Test(
    arguments: [
      ("127.0.0.1:4000", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("me.localhost:2", 200),
      ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("", 421), ("[::1]:4000", 421),
    ])
  func `a name that leads here by a trick is not served`(host: String, status: Int) {
    #expect(Fixture.get("rss.xml", ["host": host]).status.rawValue == status)
  }
}
