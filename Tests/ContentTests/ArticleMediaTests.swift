import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// How front matter may name pictures and files, and what becomes of each.
struct ArticleMediaTests {
  @Test(arguments: [
    ("thumbnail: a.png", "H/a.png", nil),
    ("image: /img/a b.png", "H/img/a%20b.png", nil),
    ("cover: //cdn.example/a.png", "https://cdn.example/a.png", nil),
    ("banner_image: ./a.png", "H/hello/a.png", nil),
    ("featured-image: { url: a.png, alt: The harbor }", "H/a.png", "The harbor"),
    ("hero_image: { SRC: a.png }", "H/a.png", nil),
    ("images: [a.png, b.png]", "H/a.png", nil),
    ("Images:\n  - src: a.png\n    alt: A", "H/a.png", "A"),
    ("Featured-Image: https://o.example/a?b=c&d", "https://o.example/a?b=c&d", nil),
    // Jekyll and Minimal Mistakes
    ("image: { path: /a.png, thumbnail: /b.png, alt: A }", "H/a.png", "A"),
    ("image: { feature: /a.png, teaser: /b.png }", "H/b.png", nil),
    ("header: { overlay_image: /a.png, caption: 'By *Ada*' }", "H/a.png", "By Ada"),
    ("header: { image: /a.png, teaser: /b.png, og_image: /c.png }", "H/b.png", nil),
    // Hugo and PaperMod
    ("cover: { image: a.png, alt: '', caption: Sea, relative: true }", "H/hello/a.png", "Sea"),
    ("cover: { image: a.png, relative: false }", "H/a.png", nil),
    (
      "resources:\n  - src: doc.pdf\n  - src: sea.png\n    name: Featured-image", "H/hello/sea.png",
      nil
    ),
    ("resources: [{ src: doc.pdf }, { src: img/cover.png }]", "H/hello/img/cover.png", nil),
    // Gatsby and Astro
    ("featuredImage: ./a.png", "H/hello/a.png", nil), ("heroImage: /a.png", "H/a.png", nil),
    ("image: { src: { url: /a.png }, alt: A }", "H/a.png", "A"),
    ("coverImage: /a.png", "H/a.png", nil), ("ogImage: { url: /a.png }", "H/a.png", nil),
    // The better known name counts.
    ("header: { image: /b.png }\nthumbnail: /a.png", "H/a.png", nil),
  ])
  func `a picture is an address, a map or a list`(
    field: String, url: String, text: String?
  ) throws {
    let image = try #require(try Fixture.article(field).article.image)
    #expect(image.url.string == url.replacing("H/", with: "https://harbor.example/"))
    #expect(image.alternativeText == text)
  }

  @Test(arguments: [
    "thumbnail:", "image: ''", "image: false", "images: []", "cover: { image: '', alt: A }",
    "header: { overlay_color: '#333' }", "header: {}",
    "resources: [{ src: '**.png', name: cover }]",
    "resources: [{ src: a.pdf, name: paper }]", "resources: []",
  ])
  func `a field without a picture is nothing wrong`(field: String) throws {
    #expect(try Fixture.article(field).article.image == nil)
  }

  @Test(arguments: [
    "image: ¦'{{ site.cdn }}/a.png'", "cover: { image: ¦heroImage, alt: A }",
    "images: [¦'@/a.png', /b.png]",
    "thumbnail: ¦data:image/gif;base64,R0",
  ])
  func `a picture that nobody can fetch is left out with a warning`(marked: String) throws {
    let column = marked.prefix { $0 != "¦" }.unicodeScalars.count + 1
    let line = marked.replacing("¦", with: "")
    let (loaded, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n\(line)\n---\n")
    #expect(Fixture.places(diagnostics) == ["4:\(column) picture-unusable"])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(try #require(loaded).article.image == nil)
  }

  @Test func `a picture says who made it`() throws {
    let image = try Fixture.article("image: { src: /a.png, credit: '*Ada* & Co', alt: '' }").article
      .image
    #expect(
      image
        == Image(url: try AbsoluteURL("https://harbor.example/a.png"), credit: "Ada & Co"))
  }

  @Test func `a default of the site names a picture for articles without one`() throws {
    let settings = "content: { defaults: { thumbnail: /share.png } }"
    let plain = try Fixture.article("slug: a", configuration: settings).article
    #expect(plain.image?.url.string == "https://harbor.example/share.png")
    let own = try Fixture.article("image: /own.png", configuration: settings).article
    #expect(own.image?.url.string == "https://harbor.example/own.png")
  }

  @Test(arguments: [
    "enclosure: { url: /1.mp3, length: 99, duration: 61 }",
    "Audio: { src: /1.mp3, size: 99, duration: '1:01' }",
    "podcast: { file: /1.mp3, bytes: '99', duration: '00:01:01' }",
    "enclosure: { path: /1.mp3, length: 99, mime: audio/mpeg, duration: 60.6 }",
    "enclosures: [{ url: /1.mp3, length: 99, duration: 61 }]",
    "audio: /1.mp3\nlength: 99\nduration: 61",
    "podcast_file: /1.mp3\npodcast_bytes: 99\npodcast_duration: 01:01",
    "audio: [/1.mp3]\naudio_length: 99\nduration: '1:01.2'",
  ])
  func `a file is a map or a text, with what is said beside it`(fields: String) throws {
    let article = try Fixture.article(fields).article
    let duration = fields.contains("60.6") ? 60 : 61
    #expect(
      article.enclosures == [
        Enclosure(
          url: try AbsoluteURL("https://harbor.example/1.mp3"), type: try MediaType("audio/mpeg"),
          length: 99, duration: duration)
      ])
    #expect(article.episode == nil)
  }

  @Test func `an article may have several files`() throws {
    let article = try Fixture.article(
      """
      enclosure:
        - { url: /1.pdf, length: 5, title: The  chart }
        - { url: /1.bin, length: 6, type: application/octet-stream }
      """
    ).article
    #expect(
      article.enclosures == [
        Enclosure(
          url: try AbsoluteURL("https://harbor.example/1.pdf"),
          type: try MediaType("application/pdf"), length: 5, title: "The chart"),
        Enclosure(
          url: try AbsoluteURL("https://harbor.example/1.bin"),
          type: try MediaType("application/octet-stream"), length: 6),
      ])
  }

  @Test(arguments: [
    "video: dQw4w9WgXcQ", "video: https://video.example/watch?v=abc", "video: true",
    "podcast: false",
    "podcast: harbor-talks", "video: { id: abc, provider: youtube }", "audio:", "audio: ''",
    "podcast: { episode: 3 }",
  ])
  func `what names no file is passed over, and what stands beside it`(field: String) throws {
    let article = try Fixture.article("\(field)\nseason: summer\nduration: three days").article
    #expect(article.enclosures == [])
    #expect(article.episode == nil)
  }

  @Test func `an article with sound says what episode it is`() throws {
    let fields = """
      audio: { url: /1.mp3, length: 9 }
      episode: 012
      Season: 2
      episode_type: Bonus
      episode_title: The  *tide*
      """
    for (word, isExplicit) in [
      ("true", true), ("yes", true), ("explicit", true), ("false", false), ("no", false),
      ("Clean", false),
    ] {
      let article = try Fixture.article(fields + "\nexplicit: \(word)").article
      #expect(
        article.episode
          == Episode(
            title: "The *tide*", number: 12, season: 2, kind: .bonus, isExplicit: isExplicit))
    }
    let paper = try Fixture.article("enclosure: { url: /1.pdf, length: 9 }\nseason: summer").article
    #expect(paper.episode == nil)
  }

  /// The lines stand behind a title and a date; the mark `¦` where the finding is expected.
  @Test(arguments: [
    "audio: ¦/1.mp3", "enclosure: ¦/1.mp3", "podcast: ¦https://cdn.example/1.mp3",
    "enclosure: [¦/1.mp3]", "enclosure: ¦{ length: 1 }", "enclosure: ¦{ url: '', length: 1 }",
    "enclosure: { url: ¦ftp://a.example/1.mp3, length: 1 }", "enclosure: ¦watch",
    "audio: ¦'{{ cdn }}/1.mp3'", "enclosure: { url: /1.mp3, length: ¦1 MB }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦1:60 }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦an hour }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦'1:2:3:4' }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦'1:' }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦'-1' }",
    "enclosure: { url: /1.mp3, length: 1, duration: ¦99999999999999999999 }",
    "enclosure: ¦{ url: /1.jpg, length: 1, type: image/jpg }",
    "audio: { url: /1.mp3, length: 1 }\nepisode: ¦0",
    "audio: { url: /1.mp3, length: 1 }\nseason: ¦summer",
    "audio: { url: /1.mp3, length: 1 }\nepisode_type: ¦interview",
    "audio: { url: /1.mp3, length: 1 }\nexplicit: ¦a little",
    "audio: /1.mp3\nlength: ¦10 minutes",
  ])
  func `a file that feeds can't carry is an error where it is written`(marked: String) throws {
    let before = marked.prefix { $0 != "¦" }.split(
      separator: "\n", omittingEmptySubsequences: false)
    let column = (before.last?.unicodeScalars.count ?? 0) + 1
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n\(marked.replacing("¦", with: ""))\n---\n")
    #expect(article == nil)
    #expect(
      Fixture.places(diagnostics).contains("\(before.count + 3):\(column) field-value"),
      "\(Fixture.rendered(diagnostics))")
  }

  @Test func `what is wrong with a file is told along with a title that is missing`() throws {
    let (_, diagnostics) = try Fixture.read("---\ndate: 2026-02-10\naudio: /1.mp3\n---\n")
    #expect(Fixture.places(diagnostics) == ["1:1 title-missing", "3:8 field-value"])
  }
}
