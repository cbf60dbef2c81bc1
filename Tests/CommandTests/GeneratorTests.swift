import FoundationEssentials
import Testing

/// Folders as other generators have them: which files become articles, with which title, link and day.
struct GeneratorTests {
  struct Folder: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let content: String
    let files: [String: String]
    /// Title, path and date of each item, newest first.
    let items: [String]
    /// What the build says it withholds.
    let withheld: String?
  }

  static let folders: [Folder] = [
    Folder(
      testDescription: "Jekyll",
      content: "content: { path: ., permalink: '/:year/:month/:day/:slug/', undated: leave-out }",
      files: [
        "_posts/2026-02-10-v8.0.0-beta.1.md": "---\nlayout: post\ntitle: Beta\ntags: a b\n---\nx\n",
        "news/_posts/2026-2-1-news.markdown": "---\ntitle: News\npublished: false\n---\nx\n",
        "_posts/2026-02-11-x.md": "---\ntitle: X\ndate: 2026-02-11 08:00:00 +0100\n---\nx\n",
        "_drafts/idea.md": "---\ntitle: Idea\n---\nx\n", "about.md": "---\ntitle: About\n---\nx\n",
        "_includes/note.md": "note", "README.md": "# Read me\n",
      ],
      items: [
        "X /2026/02/11/x/ 2026-02-11T07:00:00Z",
        "Beta /2026/02/10/v8.0.0-beta.1/ 2026-02-10T00:00:00Z",
      ], withheld: "withheld: 2 drafts; 1 without a date"),
    Folder(
      testDescription: "Hugo",
      content: "content: { permalink: '/posts/:slug/', undated: leave-out }",
      files: [
        "content/_index.md": "+++\ntitle = 'Home'\n+++\n",
        "content/posts/_index.md": "---\ntitle: Posts\n---\n",
        "content/posts/toml.md":
          "+++\ntitle = 'Toml'\ndate = 2026-02-10T08:00:00+01:00\ntags = ['a']\ndraft = false\n+++\nx\n",
        "content/posts/json.en.md": "{\n  \"title\": \"Json\",\n  \"date\": \"2026-02-09\"\n}\nx\n",
        "content/posts/old/index.md":
          "---\ntitle: Old\ndate: 2026-02-08\nexpiryDate: 2026-03-01\n---\nx\n",
        "content/posts/draft.md": "+++\ntitle = 'D'\ndate = 2026-02-10\ndraft = true\n+++\n",
        "content/posts/hidden.md": "---\ntitle: H\ndate: 2026-02-10\nbuild:\n  list: never\n---\n",
        "content/about.md": "+++\ntitle = 'About'\n+++\n",
      ],
      items: ["Toml /posts/toml/ 2026-02-10T07:00:00Z", "Json /posts/json/ 2026-02-09T00:00:00Z"],
      withheld: "withheld: 1 draft; 2 left out or expired; 1 without a date"),
    Folder(
      testDescription: "Zola",
      content: "content: { permalink: '/blog/:slug/', keys: { author: extra.author } }",
      files: [
        "content/blog/_index.md": "+++\ntitle = 'Blog'\n+++\n",
        "content/blog/2026-02-10-first.md":
          "+++\ntitle = 'First'\n[taxonomies]\ntags = ['a']\n[extra]\nauthor = 'Ada'\n+++\nx\n",
        "content/blog/second.md": "+++\ntitle = 'Second'\npath = '2026/02/09/second'\n+++\nx\n",
      ],
      items: [
        "First /blog/first/ 2026-02-10T00:00:00Z by Ada",
        "Second /2026/02/09/second/ 2026-02-09T00:00:00Z",
      ], withheld: nil),
    Folder(
      testDescription: "Docusaurus",
      content:
        "content: { path: blog, permalink: '/blog/:year/:month/:day/:slug', authors: blog/authors.yml }",
      files: [
        "blog/authors.yml": "ada: { name: Ada, url: https://ada.example/ }\n",
        "blog/2026-02-10-hello/index.md": "---\nauthors: [ada]\n---\n\n# Hello, *you*\n\nx\n",
        "blog/2026/02/09/deep.mdx": "---\ntitle: Deep\nauthors: ada\n---\nx\n",
        "blog/2026-02-08-quiet.md": "---\ntitle: Quiet\nunlisted: true\n---\nx\n",
        "blog/_part.mdx": "x",
      ],
      items: [
        "Hello, you /blog/2026/02/10/hello 2026-02-10T00:00:00Z by Ada",
        "Deep /blog/2026/02/09/deep 2026-02-09T00:00:00Z by Ada",
      ], withheld: "withheld: 1 left out or expired"),
    Folder(
      testDescription: "Astro",
      content: "content: { path: src/content/blog, permalink: '/posts/:slug/' }",
      files: [
        "src/content/blog/first.md":
          "---\ntitle: 'First'\npubDatetime: 2026-02-10T08:00:00Z\nmodDatetime:\nheroImage: /a.png\n---\nx\n",
        "src/content/blog/second.mdx": "---\ntitle: Second\npubDate: Feb 09 2026\n---\nx\n",
      ],
      items: [
        "First /posts/first/ 2026-02-10T08:00:00Z", "Second /posts/second/ 2026-02-09T00:00:00Z",
      ],
      withheld: nil),
    Folder(
      testDescription: "Eleventy", content: "content: { path: blog, permalink: '/blog/:slug/' }",
      files: [
        "blog/first.md":
          "---json\n{ \"title\": \"First\", \"date\": \"2026-02-10\", \"tags\": \"posts, a\" }\n---\nx\n",
        "blog/none.md": "---\ntitle: N\ndate: 2026-02-10\npermalink: false\n---\n",
        "blog/apart.md":
          "---\ntitle: A\ndate: 2026-02-10\neleventyExcludeFromCollections: true\n---\n",
      ],
      items: ["First /blog/first/ 2026-02-10T00:00:00Z"],
      withheld: "withheld: 2 left out or expired"),
    Folder(
      testDescription: "Hexo and Pelican", content: "content: { permalink: '/:year/:title.html' }",
      files: [
        "content/hexo.md": "title: Hexo post\ndate: 2013/7/13 20:46:25\ntags:\n- a\n---\nx\n",
        "content/hexo2.md": "\"title\": \"Hexo two\",\n\"date\": \"2013/7/12 20:46:25\"\n;;;\nx\n",
        "content/pelican.md":
          "Title: Pelican: a post\nDate: 2010-12-03 10:20\nAuthors: Ada Roe\nStatus: published\n\nx\n",
        "content/draft.md": "Title: Draft\nDate: 2010-12-03\nStatus: draft\n\nx\n",
      ],
      items: [
        "Hexo post /2013/hexo-post.html 2013-07-13T20:46:25Z",
        "Hexo two /2013/hexo-two.html 2013-07-12T20:46:25Z",
        "Pelican: a post /2010/pelican-a-post.html 2010-12-03T10:20:00Z by Ada Roe",
      ], withheld: "withheld: 1 draft"),
    Folder(
      testDescription: "no generator", content: "content: { path: notes }",
      files: [
        "notes/2026-02-10.md": "# A day\n\nx\n", "notes/2026/02/09/hello.md": "Hello\n=====\n\nx\n",
        "notes/20260208-walk.MD": "# A walk\n\nx\n",
      ],
      items: [
        "A day /2026-02-10/ 2026-02-10T00:00:00Z", "Hello /hello/ 2026-02-09T00:00:00Z",
        "A walk /20260208-walk/ 2026-02-08T00:00:00Z",
      ], withheld: nil),
  ]

  @Test(arguments: folders)
  func `a generator's folder is read as it is`(folder: Folder) async throws {
    let site = try ScratchSite(
      configuration: "site: { title: T, url: https://t.example/, language: en }\n"
        + "feeds: { by: [] }\n\(folder.content)\n", folder.files)
    let run = try await site.build()
    #expect(run.errors == "")
    #expect(
      run.output.split(separator: "\n").dropFirst().map(String.init)
        .filter { !$0.hasPrefix("feedsetter.lock: ") }
        == [folder.withheld].compactMap { $0 })
    let feed = try JSONDecoder().decode(Feed.self, from: Data(try site.bytes("feeds/feed.json")))
    #expect(feed.items.map(\.line) == folder.items)
    #expect(feed.items.allSatisfy { $0.content_html == "<p>x</p>\n" })
  }

  private struct Feed: Decodable {
    struct Author: Decodable {
      let name: String
    }
    struct Item: Decodable {
      let title, url, date_published, content_html: String
      let authors: [Author]

      var line: String {
        let names = authors.map(\.name).filter { $0 != "T" }
        return ([title, String(url.dropFirst(17)), date_published] + names.map { "by \($0)" })
          .joined(separator: " ")
      }
    }
    let items: [Item]
  }
}
