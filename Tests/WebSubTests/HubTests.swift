import FeedValues
import Testing

@testable import WebSub

@Suite("What a hub is asked and answers")
struct HubTests {
  @Test(arguments: [
    ("HTTP/1.1 204 No Content\r\n\r\n", HubResponse(status: 204, words: "No Content")),
    ("HTTP/2 202 \r\ndate: x\r\n\r\n", HubResponse(status: 202)),
    ("HTTP/2 202\r\n\r\n", HubResponse(status: 202)),
    (
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request\r\nA: b\r\n\r\n\n  No hub.url. \nx",
      HubResponse(status: 400, words: "No hub.url.")
    ),
    ("HTTP/1.1 404 Not Found\n\n<html>", HubResponse(status: 404, words: "Not Found")),
    ("HTTP/1.1 404 Not Found\n\n{\"a\": 1}", HubResponse(status: 404, words: "Not Found")),
    ("HTTP/1.1 403 F\n\na\u{1B}[31mb", HubResponse(status: 403, words: "a[31mb")),
    (
      "HTTP/1.1 429 Slow\r\nRETRY-AFTER:  12 \r\n\r\n",
      HubResponse(status: 429, words: "Slow", retryAfter: 12)
    ),
    (
      "HTTP/1.1 503 S\r\nRetry-After: Tue, 10 Feb 2026 00:01:30 GMT\r\nDate: Tue, 10 Feb 2026 00:00:00 GMT\r\n\r\n",
      HubResponse(status: 503, words: "S", retryAfter: 90)
    ),
    (
      "HTTP/1.1 503 S\r\nRetry-After: Tue, 10 Feb 2026 00:01:30 GMT\r\n\r\n",
      HubResponse(status: 503, words: "S")
    ),
    ("HTTP/1.1 503 S\r\nRetry-After: soon\r\n\r\n", HubResponse(status: 503, words: "S")),
    (
      "HTTP/1.1 503 S\r\nRetry-After: -5\r\n\r\n",
      HubResponse(status: 503, words: "S", retryAfter: 0)
    ),
    ("HTTP/1.1 204 No", nil), ("HTTP/1.1 204 No Content\r\nA: b\r\n", nil), ("", nil),
    ("220 smtp ready\r\n\r\n", nil), ("HTTP/1.1 abc\r\n\r\n", nil),
  ])
  func `an answer is read`(_ message: String, _ response: HubResponse?) {
    #expect(HubResponse(message: Array(message.utf8)) == response)
  }

  @Test func `long words are cut`() {
    let message = "HTTP/1.1 400 B\r\n\r\n" + String(repeating: "x", count: 500)
    #expect(
      HubResponse(message: Array(message.utf8))?.words == String(repeating: "x", count: 119) + "…")
  }

  @Test func `curl is told what to send, and nothing in an address can tell it more`() throws {
    let hub = Hub(at: try AbsoluteURL("https://hub.example/x?a=b&c='d'"), timeout: 5)
    #expect(
      hub.settings(for: "https://tide.example/feeds/é/a+b&c=d%20e/rss.xml\"\n") == """
        url = "https://hub.example/x?a=b&c='d'"
        data = "hub.mode=publish&hub.url=https%3A%2F%2Ftide.example%2Ffeeds%2F%C3%A9%2Fa%2Bb%26c%3Dd%2520e%2Frss.xml%22%0A"
        proto = "=http,https"
        user-agent = "Feedsetter"
        connect-timeout = 5
        max-time = 5
        globoff
        include
        suppress-connect-headers
        silent
        show-error

        """)
  }
}
