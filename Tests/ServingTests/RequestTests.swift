import FeedValues
import Testing

@testable import Serving

@Suite("Requests are read as HTTP/1.1 writes them")
struct RequestTests {
  private static func parse(_ text: String) -> HTTPRequest.Parsing {
    HTTPRequest.parse(Array(text.utf8))
  }

  @Test func `a head is a line and fields, whose names have no case`() {
    let head =
      "GET /a?b HTTP/1.1\r\nHost: x\r\nACCEPT-encoding:\tgzip \r\nAccept-Encoding: br\r\n\r\n"
    let request = HTTPRequest("GET", "/a?b", fields: ["host": "x", "accept-encoding": "gzip, br"])
    #expect(Self.parse(head + "GET /next") == .request(request, count: head.utf8.count))
    #expect(
      Self.parse("\r\n" + head.replacing("\r\n", with: "\n"))
        == .request(request, count: head.utf8.count - 3))
  }

  @Test(arguments: ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "\r\n\r\n"])
  func `the beginning of a head is waited for`(text: String) {
    #expect(Self.parse(text) == .incomplete)
  }

  @Test(
    arguments: [
      ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400), (" GET / HTTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/2.0\r\n\r\n", 505), ("GET / FTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\n\n", 400),
      ("GET / HTTP/1.1\r\nA: LONG", 431),
      ("GET / HTTP/1.1\r\nA: LONG\r\n\r\n", 431),
    ])
  func `what is no request is refused`(text: String, status: Int) {
    let parsing = Self.parse(
      text.replacing("LONG", with: String(repeating: "a", count: 40_000)))
    guard case .refused(let refusal) = parsing else {
      Issue.record("\(parsing)")
      return
    }
    #expect(refusal.rawValue == status)
  }

  @Test func `a request without a host is refused, but for clients of old`() {
    let responder = Responder(Fixture.folder(), at: Fixture.now)
    #expect(responder.response(to: HTTPRequest("GET", "/feeds/")).status == .badRequest)
    #expect(
      responder.response(to: HTTPRequest("GET", "/feeds/", isCurrent: false)).status == .ok)
  }

  @Test(
    arguments: [
      (true, nil, true), (true, "close", false), (true, "x, Close", false), (false, nil, false),
      (false, "Keep-Alive", true),
    ] as [(Bool, String?, Bool)])
  func `a connection is kept as version and client say`(
    isCurrent: Bool, field: String?, keeps: Bool
  ) {
    let request = HTTPRequest(
      "GET", "/", isCurrent: isCurrent, fields: field.map { ["connection": $0] } ?? [:])
    #expect(request.keepsConnection == keeps)
  }

  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Tuesday, 10-Feb-76 00:00:00 GMT", 3_348_518_400),
      ("Thursday, 10-Feb-77 00:00:00 GMT", 224_380_800), ("Sun, 06 Nov 1994 08:49:37 EST", nil),
      ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("1994-11-06T08:49:37Z", nil), ("0", nil), ("", nil),
    ] as [(String, Int?)])
  func `a date is read in the three forms of HTTP`(text: String, seconds: Int?) {
    #expect(HTTPDate.moment(text, now: Fixture.now)?.seconds == seconds)
  }
}
