import FoundationEssentials
import Testing

@Suite("P7 Told at the source: findings name file, line and column")
struct FindingsTests {
  @Test func `all findings come in one run, and nothing is published`() async throws {
    let site = try ScratchSite(["content/good.md": ScratchSite.article("Good")])
    _ = try await site.build()
    let before = try await site.states(below: "feeds")
    try site.write("content/bad-date.md", ScratchSite.article("Bad", date: "2026-02-30"))
    try site.write("content/map.md", ScratchSite.article("Map", "keywords: [a, {b: c}]"))
    try site.write("content/open.md", "---\ntitle: Open\n")
    try site.write("content/etc.md", ScratchSite.article("Etc", "slug: ../../etc/passwd"))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.output == "nothing was published: 4 errors, 0 warnings\n")
    #expect(
      run.errors == """
        content/bad-date.md:3:7: error: `date` is "2026-02-30", but February 2026 has no day 30 \
        [date-invalid]
          3 | date: 2026-02-30
            |       ^~~~~~~~~~
          help: write a date such as 2026-02-10, 2026-02-10 18:30 or 2026-02-10T18:30:00+01:00
        content/etc.md:4:7: error: `slug` is "../../etc/passwd", but it holds a slash: it must be \
        one segment of a path [slug-unsafe]
          4 | slug: ../../etc/passwd
            |       ^~~~~~~~~~~~~~~~
          help: write letters, digits and hyphens, such as work-from-home-ai-jobs
        content/map.md:4:15: error: an element of `keywords` is a map, not a text [field-value]
          4 | keywords: [a, {b: c}]
            |               ^
          help: write each one as a text, in quotes if it holds a colon
        content/open.md:1:1: error: the front matter that begins here is never closed \
        [front-matter-unclosed]
          1 | ---
            | ^~~
          help: write a line "---" between the fields and the text

        """)
    #expect(try await site.states(below: "feeds") == before)
  }

  @Test func `two articles of one slug are told with both files`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "slug: same"),
      "content/b.md": ScratchSite.article("B", "slug: same"),
    ])
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors == """
        content/b.md:4:7: error: the address https://tide.example/same/ with the slug "same" is \
        that of content/a.md too [duplicate-link]
          4 | slug: same
            |       ^~~~
          note: content/a.md:4:7: the other article
          help: give one of the two another slug

        """)
  }

  @Test func `two articles of one id are told with both files`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "id: \"urn:isbn:1\""),
      "content/b.md": ScratchSite.article("B", "guid: \"urn:isbn:1\""),
    ])
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix("content/b.md:4:7: error: the id urn:isbn:1 is that of content/a.md"))
    #expect(run.errors.contains("note: content/a.md:4:5: the other article\n"))
  }

  @Test func `two terms of one folder are told with both files and what settles it`() async throws {
    let files = [
      "content/a.md": ScratchSite.article("A", "tags: [next js]"),
      "content/b.md": ScratchSite.article("B", "tags: [Swift, next-js]"),
    ]
    let site = try ScratchSite(files)
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors == """
        content/b.md:4:15: error: the keywords "next-js" and "next js" would both have the folder \
        keyword/next-js [term-collision]
          4 | tags: [Swift, next-js]
            |               ^~~~~~~
          note: content/a.md:4:8: "next js" is written here
          help: in feedsetter.yml, under feeds, write slugs: { "next-js": next-js-2 } to keep them \
        apart, or aliases: { "next-js": "next js" } to make them one

        """)
    try site.write(
      "feedsetter.yml",
      ScratchSite.smallestConfiguration + "\nfeeds:\n  slugs: { \"next-js\": next-js-2 }\n")
    #expect(try await site.build().output.contains("2 articles in 4 feeds"))
    try site.write(
      "feedsetter.yml",
      ScratchSite.smallestConfiguration + "\nfeeds:\n  aliases: { \"next-js\": \"next js\" }\n")
    #expect(try await site.build().output.contains("2 articles in 3 feeds"))
  }

  @Test func `findings are JSON lines where they are asked for`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A", date: "soon")])
    let run = try await site.build(["--format", "json"])
    #expect(run.status == 1)
    #expect(
      run.errors == """
        {"column":7,"file":"content/a.md","help":"write a date such as 2026-02-10, 2026-02-10 18:30 \
        or 2026-02-10T18:30:00+01:00","line":3,"message":"`date` is \\"soon\\", but it does not \
        begin with year, month and day such as 2026-02-10","rule":"date-invalid","severity":"error"}

        """)
    #expect(
      run.output == """
        {"articles":0,"completed":[],"drafts":0,"due":0,"errors":1,"faulty":0,"feeds":0,\
        "folder":"feeds","leftOut":0,"removed":[],"status":"findings","unchanged":0,"undated":0,\
        "untitled":0,"warnings":0,\
        "written":[]}

        """)
  }

  @Test(arguments: [
    (
      "site:\n  titel: T\n  url: https://t.example/\n",
      [
        "feedsetter.yml:2:3: error: there is no key `site.titel` [configuration-key-unknown]",
        "feedsetter.yml:2:3: error: `site.title` is missing [configuration-required]",
        "  help: did you mean \"title\"?",
      ]
    ),
    (
      "site: {title: T, url: t.example}\n",
      [
        "feedsetter.yml:1:23: error: `site.url` is \"t.example\", but it has no scheme such as https:"
      ]
    ),
    (
      "site: {title: T, url: https://t.example/, timezone: Europe/Berln}\n",
      [
        "feedsetter.yml:1:53: error: `site.timezone` is \"Europe/Berln\", but the time zone database"
          + " has no zone of this name [timezone-unknown]",
        "  help: did you mean Europe/Berlin?",
      ]
    ),
  ])
  func `a wrong configuration is told at its key`(text: String, expected: [String]) async throws {
    let run = try await ScratchSite(configuration: text).build()
    #expect(run.status == 1)
    for line in expected { #expect(run.errors.contains(line), "\(run.errors)") }
  }

  @Test func `a content folder that is not there is told`() async throws {
    let run = try await ScratchSite().build()
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "content: error: the content folder can't be read: there is no such file or folder "
          + "[content-missing]\n"))
  }

  @Test func `files that are no articles are told and not waited for`() async throws {
    let site = try ScratchSite(["content/good.md": ScratchSite.article("Good")])
    try site.write("content/empty.md", "")
    try site.write("content/latin.md", bytes: Array("---\ntitle: caf".utf8) + [0xE9, 0x0A])
    _ = try await runProgram("/usr/bin/mkfifo", [site.path("content/pipe.md")])
    try FileManager.default.createSymbolicLink(
      atPath: site.path("content/gone.md"), withDestinationPath: "nowhere.md")
    let run = try await site.build()
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n").map(String.init)
      .filter { $0.contains(": error: ") }
    let expected: [String] = [
      "content/empty.md: error: the file is empty [file-empty]",
      "content/gone.md: error: the file can't be read: there is no such file or folder "
        + "[file-unreadable]",
      "content/latin.md:2:11: error: the file is not UTF-8: the byte 0xE9 can't stand here "
        + "[file-not-utf8]",
      "content/pipe.md: error: the file can't be read: it is not a regular file "
        + "[file-unreadable]",
    ]
    #expect(lines == expected)
  }

  @Test func `what is wrong with a draft stops no publication but that of drafts`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A"),
      "content/b.md": "---\ntitle: B\ndraft: true\n---\nNo date yet.\n",
    ])
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("content/b.md:1:1: info: the article has no date [date-missing]"))
    #expect(try await site.build(["--drafts"]).status == 1)
  }

  @Test func `warnings let feeds pass, and stop them under --strict`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "updated: 2026-01-01", body: "x\u{0B}y")
    ])
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.errors.contains("content/a.md:4:10: warning: `updated` is before"))
    #expect(run.errors.contains("content/a.md:7:2: warning: U+000B can't stand in a feed"))
    #expect(try site.text("feeds/rss.xml").contains("&lt;p>xy&lt;/p>"))
    #expect(try await site.build(["--strict"]).status == 1)
  }
}
