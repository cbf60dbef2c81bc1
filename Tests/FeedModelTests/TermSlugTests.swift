import Testing

@testable import FeedModel

struct TermSlugTests {
  @Test(arguments: [
    ("Voice AI", "voice-ai"), ("voice ai", "voice-ai"), ("  Voice \t AI ", "voice-ai"),
    ("C", "c"), ("C++", "c-plus-plus"), ("C#", "c-sharp"), ("F#", "f-sharp"), (".NET", "dot-net"),
    ("ASP.NET", "asp.net"), ("Node.js", "node.js"), ("R&D", "r-and-d"), ("AT&T", "at-and-t"),
    ("Q & A", "q-and-a"), ("100%", "100-percent"), ("US$", "us-dollar"),
    ("snake_case", "snake_case"),
    ("CI/CD", "ci-cd"), ("A/B testing", "a-b-testing"), ("what's new", "whats-new"),
    ("what’s new", "whats-new"), ("\"quoted\"", "quoted"), ("“quoted”", "quoted"),
    ("v8.0.0-beta.1", "v8.0.0-beta.1"), ("foo.", "foo-dot"), (".", "dot"), ("..", "dot-dot"),
    ("<T>", "less-t-greater"), ("x^2", "x-caret-2"), ("next-js", "next-js"), ("next js", "next-js"),
    ("--a--b--", "a-b"), ("(draft)", "draft"), ("a: b; c, d!", "a-b-c-d"), ("empty", "empty"),
  ])
  func `what tells terms apart in practice is spelt out`(label: String, slug: String) {
    #expect(Term.slug(for: label) == slug)
  }

  @Test(arguments: [
    ("音声認識", "音声認識"), ("Ελληνικά", "ελληνικά"), ("Русский Язык", "русский-язык"),
    ("हिन्दी", "हिन्दी"), ("العربية", "العربية"), ("שלום עולם", "שלום-עולם"),
    ("\u{200F}עברית\u{200E}", "עברית"), ("ＡＢＣ", "ａｂｃ"), ("한국어 AI", "한국어-ai"), ("ไทย", "ไทย"),
    ("Straße", "straße"), ("naïve", "naïve"), ("٣ أيام", "٣-أيام"), ("中文/English", "中文-english"),
    ("「引用」", "引用"), ("x²", "x²"), ("½", "½"),
  ])
  func `letters and digits of any script stay`(label: String, slug: String) {
    #expect(Term.slug(for: label) == slug)
  }

  @Test(arguments: [
    ("🎙", "u1f399"), ("❤️", "u2764"), ("❤", "u2764"), ("I ❤ RSS", "i-u2764-rss"),
    ("I ❤️ RSS", "i-u2764-rss"),
    ("👩‍💻", "u1f469-u1f4bb"), ("♫", "u266b"), ("™", "u2122"), ("!", "u21"), ("???", "u3f-u3f-u3f"),
    ("—", "u2014"), ("'", "u27"), ("\u{200D}", "u200d"),
  ])
  func `a term of symbols or punctuation alone has a name all the same`(
    label: String, slug: String
  ) {
    #expect(Term.slug(for: label) == slug)
  }

  @Test(arguments: [
    ("Café", "Cafe\u{301}"), ("Å", "A\u{30A}"), ("가", "\u{1100}\u{1161}"),
    ("Voice AI", "VOICE  ai"), ("Voice\u{A0}AI", "Voice AI"), ("ΟΔΟΣ", "οδος"), ("Οδός", "ΟΔΌΣ"),
    ("STRASSE", "strasse"), ("ÉTÉ", "été"), ("ДОМ", "дом"),
  ])
  func `spellings that differ in case, form and space are one term`(one: String, other: String) {
    #expect(Term.key(of: one) == Term.key(of: other))
    #expect(Array(Term.slug(for: one).utf8) == Array(Term.slug(for: other).utf8))
  }

  @Test(arguments: [
    ("C", "C#"), ("C#", "C++"), ("C", "C++"), ("NET", ".NET"), ("RD", "R&D"), ("resume", "résumé"),
    ("ss", "ß"), ("!", "?"), ("🎙", "🎧"), ("foo", "foo."), ("node.js", "nodejs"), ("日本", "日木"),
  ])
  func `terms that people tell apart have slugs apart`(one: String, other: String) {
    #expect(Term.key(of: one) != Term.key(of: other))
    #expect(Term.slug(for: one) != Term.slug(for: other))
  }

  @Test(arguments: [
    "", " ", "\t\n", "CON", "con", "Con.txt", "PRN", "AUX.c", "NUL", "nul.tar.gz", "COM1", "com1.x",
    "COM¹", "LPT9", "LPT²", "CON.", "CONIN$", "foo.", "foo ", ".", "..", "...", "/", "\\", "a/b",
    "../../etc/passwd", "a\\b", "a:b", "a*b?", "<a|b>", "a\"b", "a\u{0}b", "a\u{1F}b\u{7F}",
    "\u{FEFF}", "\u{202E}gpj.exe", "~", "-", "-rf", "%2e%2e", "a%00b", "#", "?q=1", "🎉🎉",
    "\u{301}", "\u{E000}", "\u{FFFE}", "\u{10FFFF}", "𝐀", "İstanbul", "ΟΔΟΣ", "ǅ", "ﬁ", "K",
    String(repeating: "a", count: 300), String(repeating: "é", count: 150),
    String(repeating: "音", count: 100), String(repeating: "🎉", count: 75),
    String(repeating: "e\u{301}\u{302}", count: 60), String(repeating: "a.", count: 150),
    String(repeating: "a ", count: 150), String(repeating: "!", count: 300),
  ])
  func `a slug is one safe segment on every system`(label: String) {
    let slug = Term.slug(for: label)
    #expect(!slug.isEmpty)
    #expect(slug.utf8.count <= 120)
    let scalars = slug.unicodeScalars
    #expect(scalars.allSatisfy { !"/\\:*?\"<>|%#&+ ".unicodeScalars.contains($0) }, "\(slug)")
    #expect(
      scalars.allSatisfy {
        ![.control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned]
          .contains($0.properties.generalCategory)
      }, "\(slug)")
    #expect(scalars.first != "." && scalars.last != ".")
    // Windows keeps these names for devices, whatever ending they have.
    let stem = String(slug.prefix { $0 != "." })
    let devices = ["con", "prn", "aux", "nul", "conin$", "conout$"]
    #expect(!devices.contains(stem), "\(slug)")
    let hasNumber = stem.count == 4 && stem.last.map { "0123456789¹²³".contains($0) } == true
    #expect(!hasNumber || !["com", "lpt"].contains(String(stem.prefix(3))), "\(slug)")
    // Systems without letter case or with another normal form see the same name.
    #expect(slug.lowercased() == slug)
    #expect(scalars.elementsEqual(slug.normalized.unicodeScalars), "\(slug)")
  }

  @Test func `long terms that differ at their end have slugs apart`() {
    let start = String(repeating: "long term ", count: 30)
    let (one, other) = (Term.slug(for: start + "one"), Term.slug(for: start + "two"))
    #expect(one != other)
    #expect(one.hasPrefix("long-term-long-term-"))
    #expect(one == Term.slug(for: start.uppercased() + "ONE"))
    #expect(Term.slug(for: String(repeating: "a", count: 120)).utf8.count == 120)
  }
}
