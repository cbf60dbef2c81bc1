import FeedValues
import Testing

@testable import Content

/// Addresses in HTML, read as browsers read them.
struct HTMLAddressTests {
  /// All of <https://www.rfc-editor.org/rfc/rfc3986#section-5.4>, the last one as browsers read it.
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
    ("http:g", "http://a/b/c/g"),
  ])
  func `the examples of the standard come out of the pass`(
    reference: String, expected: String
  ) throws {
    #expect(try address(reference, at: "http://a/b/c/d;p?q") == expected)
  }

  /// `§` stands for the page, `¶` for the site's root.
  @Test(arguments: [
    ("https:x", "§x"),
    ("https:/x", "¶x"),
    ("http:x", "http://x"),
    ("https:///x", "https://x"),
    ("https:\\\\x.example\\a", "https://x.example/a"),
    ("\\\\cdn.example\\p", "https://cdn.example/p"),
    ("/a\\b?c\\d", "¶a/b?c%5Cd"),
    ("https://bücher.example/ü?ä", "https://xn--bcher-kva.example/ü?ä"),
    ("https://BÜCHER。example/", "https://xn--bcher-kva.example/"),
    ("https://u:p@ü.example:80/", "https://u:p@xn--tda.example:80/"),
    ("//日本.example/x", "https://xn--wgv71a.example/x"),
    ("/100%", "¶100%25"),
    ("/a%20b%", "¶a%20b%25"),
    ("/%C3%A9%2F", "¶%C3%A9%2F"),
    ("a b.png", "§a%20b.png"),
    ("?a b", "§?a%20b"),
    ("#a b", "§#a%20b"),
    ("/a|b^c`d{e}", "¶a%7Cb%5Ec%60d%7Be%7D"),
    ("/x?a=1&copy=2", "¶x?a=1&amp;copy=2"),
    ("/x?a&amp", "¶x?a&amp;"),
    ("/x?a&ampb", "¶x?a&amp;ampb"),
    ("&#x2Fx", "¶x"),
    ("&#47x", "¶x"),
    ("&bsol;x", "¶x"),
    ("ht\ntps://x.example/a\tb", "https://x.example/ab"),
    ("https://x.example/a b", "https://x.example/a%20b"),
    ("https://x.example/?a=%C3%A9&amp;b=%zz", "https://x.example/?a=%C3%A9&amp;b=%25zz"),
    ("https://x.example/{{ id }}", "https://x.example/%7B%7B%20id%20%7D%7D"),
    ("feed:https://x.example/", "feed:https://x.example/"),
    ("sms:+49?body=a", "sms:+49?body=a"),
    ("HTTPS://X.Example", "HTTPS://X.Example"),
    ("https://x.example", "https://x.example"),
  ])
  func `an address is what a browser goes to`(reference: String, expected: String) throws {
    let page = "https://harbor.example/voice/hello/"
    #expect(
      try address(reference, at: page)
        == expected.replacing("§", with: page).replacing("¶", with: "https://harbor.example/"))
  }

  @Test(arguments: ["<a href=\"//\">x</a>", "<a href=\"https://\">x</a>", "<a href>x</a>"])
  func `an address without a host goes`(html: String) throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/"))
    #expect(String(decoding: pass.run(Array(html.utf8)).html, as: UTF8.self) == "<a>x</a>")
  }

  @Test(arguments: ["<img src=\"\" alt=\"\">", "<img src alt=\"\">", "<img src=\" \" alt=\"\">"])
  func `a page is not its own picture`(html: String) throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/"))
    #expect(String(decoding: pass.run(Array(html.utf8)).html, as: UTF8.self) == "<img alt=\"\">")
  }

  private func address(_ reference: String, at page: String) throws -> String {
    let pass = HTMLPass(base: try AbsoluteURL(page))
    let html = String(
      decoding: pass.run(Array("<a href=\"\(reference)\"></a>".utf8)).html, as: UTF8.self)
    return String(html.dropFirst(9).dropLast(6))
  }
}
