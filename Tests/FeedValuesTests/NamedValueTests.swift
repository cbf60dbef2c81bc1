import FeedValues
import Testing

/// Values whose grammar is a few lines: language tags, media types, addresses of mail, tag URIs.
struct NamedValueTests {
  /// From <https://www.rfc-editor.org/rfc/rfc5646#appendix-A>.
  @Test(arguments: [
    "de", "fr", "ja", "i-enochian", "zh-Hant", "zh-Hans", "sr-Cyrl", "sr-Latn",
    "zh-cmn-Hans-CN", "cmn-Hans-CN", "zh-yue-HK", "yue-HK", "zh-Hans-CN", "sr-Latn-RS",
    "sl-rozaj", "sl-rozaj-biske", "sl-nedis", "de-CH-1901", "sl-IT-nedis", "hy-Latn-IT-arevela",
    "de-DE", "en-US", "es-419", "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever",
    "qaa-Qaaa-QM-x-southern", "de-Qaaa", "sr-Latn-QM", "sr-Qaaa-RS", "en-US-u-islamcal",
    "zh-CN-a-myext-x-private", "en-a-myext-b-another", "EN-us", "abcdefgh", "en-GB-oed",
    "zh-min-nan", "sgn-BE-FR", "de-1996", "en-x-a", "x-a-b-c", "pt-BR",
  ])
  func `a well-formed language tag is taken as it is`(text: String) throws {
    #expect(try LanguageTag(text).string == text)
  }

  @Test(arguments: [
    "", "-", "e", "1", "en-", "-en", "en--US", "en_US", "en US", "english language", "deutschland",
    "de-419-DE", "a-DE", "ar-a-aaa-b-bbb-a-ccc", "de-DE-1901-1901", "en-US-DE", "en-a",
    "en-x", "x", "x-", "x-toolongpart", "i-whatever", "é", "en-Latn-Cyrl", "abcd-abc",
    "zh-aaa-bbb-ccc-ddd", "en-u-x-a",
  ])
  func `what is no language tag is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try LanguageTag(text) }
  }

  @Test(arguments: [
    "audio/mpeg", "image/svg+xml", "application/vnd.api+json", "TEXT/HTML",
    "text/html;charset=utf-8",
    "text/html; charset=utf-8", "text/plain; format=flowed; delsp=yes", "a/b", "x-a/x.b!#$&-^_+1",
    "video/mp4; codecs=\"avc1.42E01E, mp4a.40.2\"", "text/plain; note=\"a;b\"",
  ])
  func `a media type is taken as it is`(text: String) throws {
    #expect(try MediaType(text).string == text)
  }

  @Test(arguments: [
    "", "audio", "audio/", "/mpeg", "audio/mpeg/3", "audio mpeg", "audio/m peg", "audio/mp*g",
    "*/*", ".a/b", "a/.b", "audio/mpeg; charset", "audio/mpeg; =x", "audio/mpeg; charset=",
    "text/html; charset=utf 8", " audio/mpeg", "audio/mpég",
  ])
  func `what is no media type is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try MediaType(text) }
  }

  @Test(arguments: [
    ("png", "image/png"), ("JPG", "image/jpeg"), ("jpeg", "image/jpeg"), ("svg", "image/svg+xml"),
    ("mp3", "audio/mpeg"), ("m4a", "audio/mp4"), ("webp", "image/webp"), ("html", nil), ("", nil),
  ])
  func `the ending of a file tells its media type`(ending: String, expected: String?) {
    #expect(MediaType(fileExtension: ending)?.string == expected)
  }

  @Test(arguments: [
    "team@harbor.example", "a@b", "first.last+tag@sub.harbor.example", "o'brien@harbor.example",
    "!#$%&'*+-/=?^_`{|}~@harbor.example", "\"a b\"@harbor.example", "\"a@b\"@harbor.example",
    "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "jürgen@bücher.example", "a@xn--bcher-kva.example",
    "a@1.example", "\"a\\\"b\"@harbor.example",
  ])
  func `an address of mail is taken as it is`(text: String) throws {
    #expect(try EmailAddress(text).string == text)
  }

  @Test(arguments: [
    "", "team", "@harbor.example", "team@", "a b@harbor.example", ".a@harbor.example",
    "a.@harbor.example", "a..b@harbor.example", "a@harbor..example", "a@.example", "a@example.",
    "a@-harbor.example", "a@harbor-.example", "a@harbor_x.example", "a@b@c.example",
    "Harbor <team@harbor.example>", "<team@harbor.example>", "team@harbor.example (Team)",
    "team@harbor.example ", "a,b@harbor.example", "\"a\"b\"@harbor.example", "a@[192.0.2.1",
    "mailto:team@harbor example", "a@\(String(repeating: "x", count: 64)).example",
  ])
  func `what is no address of mail is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try EmailAddress(text) }
  }

  /// The first five are from <https://www.rfc-editor.org/rfc/rfc4151#section-2.3>.
  @Test(arguments: [
    "tag:timothy@hpl.hp.com,2001:web/externalHome", "tag:sandro@w3.org,2004-05:Sandro",
    "tag:my-ids.com,2001-09-15:TimKindberg:presentations:UBath2004-05-19",
    "tag:blogger.com,1999:blog-555", "tag:yaml.org,2002:int", "tag:harbor.example,2026-02-10:",
    "tag:harbor.example,2026:a?b#c", "tag:harbor.example,2024-02-29:%C3%A9",
  ])
  func `a tag URI is taken as it is`(text: String) throws {
    #expect(try TagURI(text).string == text)
  }

  @Test(arguments: [
    "", "tag:", "harbor.example,2026:x", "TAG:harbor.example,2026:x", "tag:harbor.example:x",
    "tag:harbor.example,:x", "tag:,2026:x", "tag:harbor.example,2026", "tag:harbor.example,26:x",
    "tag:harbor.example,2026-2:x", "tag:harbor.example,2026-13:x",
    "tag:harbor.example,2026-02-30:x",
    "tag:harbor.example,2026-02-10-01:x", "tag:harbor example,2026:x", "tag:har_bor,2026:x",
    "tag:@harbor.example,2026:x", "tag:harbor.example,2026:a b", "tag:harbor.example,2026:%",
  ])
  func `what is no tag URI is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try TagURI(text) }
  }

  @Test(arguments: [
    ("Harbor.Example", "hello", "tag:harbor.example,2026-02-10:hello"),
    ("harbor.example", "v8.0.0-beta.1", "tag:harbor.example,2026-02-10:v8.0.0-beta.1"),
    ("harbor.example", "a b/c#d?e:f", "tag:harbor.example,2026-02-10:a%20b/c%23d%3Fe%3Af"),
    ("harbor.example", "音声", "tag:harbor.example,2026-02-10:%E9%9F%B3%E5%A3%B0"),
  ])
  func `a tag URI is minted of authority, day and name`(
    authority: String, specific: String, expected: String
  ) throws {
    let day = try CalendarDate(year: 2026, month: 2, day: 10)
    let tag = TagURI(authority: authority, date: day, specific: specific)
    #expect(tag.string == expected)
    #expect(try TagURI(tag.string) == tag)
  }

  /// RFC 4151 section 2.1 lets an authority be a domain of letters, digits and hyphens alone.
  @Test func `a tag URI that is minted for a host beyond ASCII is well-formed`() throws {
    let day = try CalendarDate(year: 2026, month: 2, day: 10)
    let tag = TagURI(authority: "bücher.example", date: day, specific: "hello")
    #expect(throws: Never.self) { try TagURI(tag.string) }
  }
}
