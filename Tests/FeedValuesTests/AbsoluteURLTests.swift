import FeedValues
import Testing

struct AbsoluteURLTests {
  @Test(arguments: [
    ("https://harbor.example/", "https", "harbor.example"),
    ("HTTP://Harbor.Example", "http", "Harbor.Example"),
    ("https://user:secret@harbor.example:8443/a?b#c", "https", "harbor.example"),
    ("https://harbor.example:/", "https", "harbor.example"),
    ("https://[2001:db8::1]:80/", "https", "[2001:db8::1]"),
    ("https://bücher.example/é?ü#ö", "https", "bücher.example"),
    ("https://harbor.example/%C3%A9", "https", "harbor.example"),
    ("https://harbor.example?q=1", "https", "harbor.example"),
    ("mailto:team@harbor.example", "mailto", ""),
    ("urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66", "urn", ""),
    ("tag:harbor.example,2026:x", "tag", ""),
    ("file:///tmp/x", "file", ""),
  ])
  func `a URL stays as it was written and tells scheme and host`(
    text: String, scheme: String, host: String
  ) throws {
    let url = try AbsoluteURL(text)
    #expect(url.string == text)
    #expect(url.scheme == scheme)
    #expect(url.host == host)
  }

  @Test(arguments: [
    "", "harbor.example", "//harbor.example/", "/a", "?q", "#f", "https:", "https://",
    "https:///a", "https://:80/", "https://user@/", "http:a", "urn:", "1http://a/",
    "https://harbor.example/a b", " https://harbor.example/", "https://harbor.example/\n",
    "https://harbor.example/\u{7F}", "https://harbor.example/<x>", "https://harbor.example/\"",
    "https://harbor.example/{id}", "https://harbor.example/a|b", "https://harbor.example/a\\b",
    "https://harbor.example/a^b", "https://harbor.example/`a`", "https://harbor.example/%",
    "https://harbor.example/%4", "https://harbor.example/%GG", "https://harbor.example:65536/",
    "https://harbor.example:8a/", "https://[::1/", "https://[::1]x/",
  ])
  func `a text that is no absolute URL is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try AbsoluteURL(text) }
  }

  /// RFC 3986 appendix A: brackets stand in a host alone, and a fragment holds no second hash; RFC
  /// 3987 section 2.2: no control characters and noncharacters.
  @Test(arguments: [
    "https://harbor.example/a[1].png", "https://harbor.example/?a[]=1",
    "https://harbor.example/#a#b", "https://harbor.example/\u{85}",
    "https://harbor.example/\u{FFFE}",
  ])
  func `a character where the grammar has no place for it is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try AbsoluteURL(text) }
  }

  @Test(arguments: [
    ("https://a.example/", true), ("HTTP://a.example/", true), ("ftp://a.example/", false),
    ("mailto:a@a.example", false),
  ])
  func `only http and https are of the web`(text: String, isWeb: Bool) throws {
    #expect(try AbsoluteURL(text).isWeb == isWeb)
  }

  @Test(arguments: [
    ("images/my photo.png", "https://harbor.example/blog/images/my%20photo.png"),
    ("/é/%C3%A9", "https://harbor.example/%C3%A9/%C3%A9"),
    ("100%", "https://harbor.example/blog/100%25"),
    ("{id}", "https://harbor.example/blog/%7Bid%7D"),
    ("../x?q=1#top", "https://harbor.example/x?q=1#top"),
    ("//cdn.example/i.png", "https://cdn.example/i.png"),
    ("https://other.example/a b", "https://other.example/a%20b"),
  ])
  func `resolving escapes what a URL can't hold, once`(reference: String, expected: String) throws {
    let base = try AbsoluteURL("https://harbor.example/blog/")
    #expect(try base.resolving(reference).string == expected)
  }

  @Test(arguments: [
    ("https://harbor.example", "c-sharp", "https://harbor.example/c-sharp/"),
    ("https://harbor.example/feeds", "a b", "https://harbor.example/feeds/a%20b/"),
    ("https://harbor.example/feeds/", "音声", "https://harbor.example/feeds/%E9%9F%B3%E5%A3%B0/"),
    ("https://harbor.example/feeds/?q#f", "node.js", "https://harbor.example/feeds/node.js/"),
    ("https://harbor.example/", "a:b/c?d#e%", "https://harbor.example/a%3Ab%2Fc%3Fd%23e%25/"),
  ])
  func `a folder is one segment behind the path`(
    base: String, folder: String, expected: String
  ) throws {
    #expect(try AbsoluteURL(base).appending(folder: folder).string == expected)
  }
}
