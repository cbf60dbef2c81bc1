import FeedValues
import Testing

/// References and their bases as RFC 3986 section 5 tells.
struct ReferenceResolverTests {
  /// From <https://www.rfc-editor.org/rfc/rfc3986#section-5.4.1>.
  @Test(arguments: [
    ("g:h", "g:h"),
    ("g", "http://a/b/c/g"),
    ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g"),
    ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"),
    ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"),
    ("..", "http://a/b/"),
    ("../", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"),
    ("../../", "http://a/"),
    ("../../g", "http://a/g"),
  ])
  func `the normal examples of the standard resolve as it says`(
    reference: String, expected: String
  ) throws {
    #expect(try resolve(reference, at: "http://a/b/c/d;p?q") == expected)
  }

  /// From <https://www.rfc-editor.org/rfc/rfc3986#section-5.4.2>, the last one as a strict parser reads it.
  @Test(arguments: [
    ("../../../g", "http://a/g"),
    ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"),
    ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."),
    (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."),
    ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
    ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"),
    ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ])
  func `the abnormal examples of the standard resolve as it says`(
    reference: String, expected: String
  ) throws {
    #expect(try resolve(reference, at: "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("https://harbor.example", "x.png", "https://harbor.example/x.png"),
    ("https://harbor.example?q", "x", "https://harbor.example/x"),
    ("https://harbor.example", "#top", "https://harbor.example#top"),
    ("https://harbor.example/a/b/", "..", "https://harbor.example/a/"),
    ("https://harbor.example/a//b", "../c", "https://harbor.example/a/c"),
    ("https://u@harbor.example:8080/a", "/b", "https://u@harbor.example:8080/b"),
    ("https://harbor.example/a#old", "", "https://harbor.example/a"),
    ("https://harbor.example/a#old", "?", "https://harbor.example/a?"),
    ("https://harbor.example/a?q=/x/y", "b", "https://harbor.example/b"),
  ])
  func `bases of other shapes keep what belongs to them`(
    base: String, reference: String, expected: String
  ) throws {
    #expect(try resolve(reference, at: base) == expected)
  }

  @Test(arguments: [
    ("%C3%A9?q=%2F", "https://harbor.example/%C3%A9?q=%2F"),
    ("/x?q=1#top", "https://harbor.example/x?q=1#top"),
    ("//cdn.example/i.png", "https://cdn.example/i.png"),
    ("/日本.html", "https://harbor.example/日本.html"),
    ("HTTPS://Other.Example/A", "HTTPS://Other.Example/A"),
    ("mailto:team@harbor.example", "mailto:team@harbor.example"),
    ("data:image/png;base64,AA/../BB==", "data:image/png;base64,AA/../BB=="),
  ])
  func `escapes, letter case and what has a scheme stay as they are`(
    reference: String, expected: String
  ) throws {
    #expect(try resolve(reference, at: "https://harbor.example/") == expected)
  }

  @Test(arguments: [
    ("https://a", true), ("mailto:x", true), ("a+b-c.1:x", true), ("//a", false), ("/a:b", false),
    ("1a:b", false), ("?a:b", false), ("", false), (":a", false), ("./a:b", false),
  ])
  func `only a reference with a scheme is absolute`(reference: String, isAbsolute: Bool) {
    #expect(ReferenceResolver.isAbsolute(Array(reference.utf8)[...]) == isAbsolute)
  }

  @Test func `a reference is read from where its slice begins`() throws {
    let resolver = ReferenceResolver(base: try AbsoluteURL("http://a/b/c/d;p?q"))
    let text = Array("<<../g?x#y>>".utf8)
    #expect(resolver.resolve(text[2..<(text.count - 2)]) == Array("http://a/b/g?x#y".utf8))
  }

  private func resolve(_ reference: String, at base: String) throws -> String {
    let resolver = ReferenceResolver(base: try AbsoluteURL(base))
    return String(decoding: resolver.resolve(Array(reference.utf8)[...]), as: UTF8.self)
  }
}
