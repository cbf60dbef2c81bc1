import FoundationEssentials
import Testing

/// The GitHub Action, its steps run as a runner of GitHub runs them.
@Suite struct ActionTests {
  @Test(.field) func `a site is published, judged and told of`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let run = try await act(on: site)
    #expect(run.ran == ["find", "install", "before", "diff", "build", "validate"])
    #expect(run.log == "0.1.0\n" + Self.firstResult)
    #expect(
      run.summary == """
        ### What subscribers will see

        | feed | resurfacing | removed | new | edited | re-dated | returning |
        |---|---:|---:|---:|---:|---:|---:|
        | site (new feed of 1 item) |  |  |  |  |  |  |
        | **all feeds** |  |  |  |  |  |  |

        ```
        \(Self.firstResult)```

        """)
    #expect(
      run.outputs == [
        "status": "published", "changed": "true", "articles": "1", "feeds": "1", "written": "9",
        "removed": "0", "errors": "0", "warnings": "0", "next-due": "",
        "report": "TEMP/feedsetter-report.json", "diff": "TEMP/feedsetter-diff.md",
      ])
    #expect(run.status == 0)
    #expect(try site.feedFiles(below: "feeds").count == 3)
  }

  private static let firstResult = """
    published 1 article in 1 feed to feeds/: 9 files new or changed, 0 unchanged, 0 removed
    feedsetter.lock: 1 new; commit it with the articles

    """

  @Test(.field) func `a broken article is annotated, fails the job and publishes nothing`()
    async throws
  {
    let site = try ScratchSite([
      "blog/feedsetter.yml": ScratchSite.smallestConfiguration,
      "blog/content/a.md": ScratchSite.article("Ebb", date: "2026-02-30"),
    ])
    let run = try await act(on: site, ["site": "blog"])
    #expect(run.status == 1)
    #expect(run.ran == ["find", "install", "before", "diff", "build"])
    let annotations = run.log.split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(annotations.count == 1)
    #expect(
      annotations.first?.hasPrefix("::error file=blog/content/a.md,line=3,col=7,title=") == true,
      "\(run.log)")
    #expect(run.summary == "\n```\nnothing was published: 1 error, 0 warnings\n```\n")
    #expect(run.outputs["status"] == "findings")
    #expect(run.outputs["errors"] == "1")
    #expect(!FileManager.default.fileExists(atPath: site.path("blog/feeds")))
  }

  @Test(
    .field,
    arguments: [
      (["check": "true"], 1, "outdated"), (["frozen": "true"], 1, "findings"),
      (["site": "nowhere"], 66, "no-site"), (["binary": "/no/such"], 1, ""),
      (["strict": "true"], 1, "findings"),
      (["diff": "false", "validate": "false"], 0, "published"),
    ])
  func `inputs reach the build`(inputs: [String: String], status: Int, told: String) async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("Ebb", body: "<script>1</script>")
    ])
    let run = try await act(on: site, inputs)
    #expect(run.status == status, "\(run.log)")
    #expect(run.outputs["status"] == told)
    if inputs["diff"] == "false" {
      #expect(run.ran == ["find", "install", "build"])
      #expect(run.summary == "")
    }
  }

  @Test(.field) func `losses are refused until they are accepted`() async throws {
    let articles = (1...6).map { "content/\($0).md" }
    let site = try ScratchSite(
      Dictionary(uniqueKeysWithValues: articles.map { ($0, ScratchSite.article($0)) }))
    #expect(try await act(on: site).status == 0)
    for article in articles.dropFirst() { try site.remove(article) }
    let refused = try await act(on: site)
    #expect(refused.status == 1)
    #expect(refused.summary.contains("| site | "), "\(refused.summary)")
    #expect(refused.log.contains("title=feed-loses-items"))
    #expect(try await act(on: site, ["accept": "resurfacing\nlosses\n"]).status == 0)
  }

  @Test(.field) func `a pull request is held against the feeds of its base, in a shallow clone`()
    async throws
  {
    let site = try ScratchSite(configuration: nil)
    let script = """
      git init -q -b main origin && cd origin && mkdir content
      cp "$CONFIGURATION" feedsetter.yml && cp "$ARTICLE" content/a.md
      "$COMMAND" build --quiet && git add . && git commit -q -m base && git rev-parse HEAD
      git checkout -q -b change && sed s/Ebb/Flow/ content/a.md > content/b.md
      "$COMMAND" build --quiet && git add . && git commit -q -m change
      cd .. && git clone -q --depth 1 --branch change "file://$PWD/origin" clone
      """
    try site.write("feedsetter.yml", ScratchSite.smallestConfiguration)
    try site.write("a.md", ScratchSite.article("Ebb"))
    let made = try await runProgram(
      "bash", ["-euc", script], in: site.folder,
      environment: Git.environment.merging([
        "COMMAND": ScratchSite.command, "CONFIGURATION": site.path("feedsetter.yml"),
        "ARTICLE": site.path("a.md"),
      ]) { $1 })
    let base = made.output.trimmingPrefix("\n").prefix(40)
    #expect(made.status == 0, "\(made.errors)")

    let run = try await act(
      on: site, folder: "clone", ["check": "true"],
      event: #"{"pull_request": {"number": 7, "base": {"sha": "\#(base)"}}}"#)
    #expect(run.status == 0, "\(run.log)")
    #expect(run.outputs["status"] == "up-to-date")
    #expect(
      run.summary == """
        ### What subscribers will see

        | feed | resurfacing | removed | new | edited | re-dated | returning |
        |---|---:|---:|---:|---:|---:|---:|
        | site |  |  | 1 |  |  |  |
        | **all feeds** |  |  | 1 |  |  |  |

        <details><summary>site: 1 new</summary>

        - new: Flow (2026-02-10)

        </details>

        ```
        feeds/ is current: 2 articles in 1 feed
        ```

        """)
    let unknown = try await act(
      on: site, folder: "clone", ["base": "0123456789012345678901234567890123456789"])
    #expect(unknown.status == 0)
    #expect(
      unknown.log.contains(
        "::notice::there are no feeds in the commit 0123456789012345678901234567890123456789: "
          + "compared with those in feeds\n"), "\(unknown.log)")
  }

  @Test(.field) func `a comment is written once, edited after, and kept within what GitHub takes`()
    async throws
  {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let others = (1...120).map { #"{"id": \#($0), "body": "other"}"# }
    try site.write("comments.json", "[\(others.joined(separator: ","))]")
    let inputs = ["comment": "true", "diff": "false"]
    var run = try await act(on: site, inputs, event: Self.pullRequest, answer: 0)
    #expect(run.status == 0, "\(run.log)")
    #expect(run.summary == "")
    var comments = try self.comments(of: site)
    #expect(comments.count == 121)
    #expect(comments.last?.hasPrefix("<!-- feedsetter: ") == true)
    #expect(comments.last?.contains("\n### What subscribers will see\n") == true)

    // Titles so long that the whole can't be said.
    for number in 1...30 {
      try site.write(
        "content/\(number).md",
        ScratchSite.article(
          "\(number) " + String(repeating: "tide ", count: 1500), "category: c\(number)"))
    }
    run = try await act(on: site, inputs, event: Self.pullRequest, answer: 0)
    #expect(run.status == 0, "\(run.log)")
    comments = try self.comments(of: site)
    #expect(comments.count == 121)
    #expect(comments.last?.contains("1 tide tide") == true)
    #expect(comments.last?.hasSuffix("There is more: see the summary of the job.") == true)

    run = try await act(on: site, inputs, event: Self.pullRequest, answer: 403)
    #expect(run.status == 0)
    #expect(
      run.log.contains(
        "::warning::the comment can't be written: {\"message\": \"Resource not accessible by integration\"}"
      ), "\(run.log)")
    #expect(
      try await act(on: site, inputs, event: "{}", answer: 500).log.contains("no pull request"))
  }

  private static let pullRequest = #"{"pull_request": {"number": 7}}"#

  private func comments(of site: ScratchSite) throws -> [String] {
    struct Comment: Decodable { let body: String }
    return try JSONDecoder().decode([Comment].self, from: Data(try site.bytes("comments.json")))
      .map(\.body)
  }

  private struct ActionRun: Decodable {
    let status: Int
    let ran: [String]
    let log, summary: String
    let outputs: [String: String]
  }

  /// Does the action's steps in a folder of the site; where there is an `answer`, with a server of comments.
  private func act(
    on site: ScratchSite, folder: String = ".", _ inputs: [String: String] = [:],
    event: String = "{}", answer: Int? = nil
  ) async throws -> ActionRun {
    let places = projectFolder + "/Tests/CommandTests/Places/"
    let python = "/usr/bin/python3"
    var program = [
      python, places + "run-action.py", projectFolder + "/action.yml",
      String(decoding: try JSONEncoder().encode(inputs), as: UTF8.self), event,
    ]
    if let answer {
      program = [python, places + "comments.py", site.path("comments.json"), "\(answer)"] + program
    }
    let run = try await runProgram(
      program[0], Array(program.dropFirst()), in: site.path(folder),
      environment: ["PATH": Git.path, "SOURCE_DATE_EPOCH": "1793491200"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(ActionRun.self, from: Data(run.output.utf8))
  }
}

/// How tests use git, whatever the machine's settings are.
enum Git {
  /// Who commits, and no settings but a repository's own.
  static let environment = [
    "GIT_AUTHOR_NAME": "Tide", "GIT_AUTHOR_EMAIL": "tide@tide.example",
    "GIT_COMMITTER_NAME": "Tide",
    "GIT_COMMITTER_EMAIL": "tide@tide.example", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": path,
  ]

  /// The path of programs with the built command before all others.
  static let path: String = {
    let folder = ScratchSite.command.dropLast("/feedsetter".count)
    return folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }()
}
