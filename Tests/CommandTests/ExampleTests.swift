import FoundationEssentials
import Testing

/// What `docs/examples` and the documentation tell people to copy, used as they would.
@Suite struct ExampleTests {
  @Test func `the hook of git judges what would be committed, and nothing else`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let script = """
      git init -q .
      cp "$HOOK" .git/hooks/pre-commit
      git add . && git commit -q -m good && echo taken
      sed 's/2026-02-10/2026-02-30/' content/a.md > content/b.md
      git add . && git commit -q -m broken 2>&1 | grep -o 'content/b.md:3:7: error'
      git log --format=%s
      git rm -q -f --cached content/b.md
      echo more >> content/a.md
      git add content/a.md && git commit -q -m 'a broken file lies beside it' && echo taken
      git status --short
      """
    let run = try await runProgram(
      "bash", ["-euc", script], in: site.folder,
      environment: Git.environment.merging([
        "HOOK": projectFolder + "/docs/examples/pre-commit", "SOURCE_DATE_EPOCH": "1793491200",
      ]) { $1 })
    #expect(
      run.output == """
        taken
        content/b.md:3:7: error
        good
        taken
        ?? content/b.md

        """, "\(run.errors)")
  }

  @Test func `the hook of git finds a site in a folder`() async throws {
    let site = try ScratchSite(
      configuration: nil,
      [
        "blog/feedsetter.yml": ScratchSite.smallestConfiguration,
        "blog/content/a.md": ScratchSite.article("Ebb", date: "2026-02-30"),
      ])
    let run = try await runProgram(
      "bash",
      [
        "-uc",
        """
        git init -q . && cp "$HOOK" .git/hooks/pre-commit && git config feedsetter.site blog && git add .
        git commit -q -m broken; echo $?
        """,
      ], in: site.folder,
      environment: Git.environment.merging([
        "HOOK": projectFolder + "/docs/examples/pre-commit"
      ]) { $1 })
    #expect(run.output == "1\n")
    #expect(run.errors.hasPrefix("content/a.md:3:7: error: "), "\(run.errors)")
  }

  @Test(.field)
  func `the hooks of pre-commit refuse a broken article and feeds that are not current`()
    async throws
  {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let script = """
      mkdir hooks && cp "$HOOKS" hooks/ && git init -q hooks && git -C hooks add . && git -C hooks commit -q -m hooks
      revision=$(git -C hooks rev-parse HEAD)
      git init -q site && mv feedsetter.yml content site && cd site
      printf 'repos:\\n- repo: %s\\n  rev: %s\\n  hooks: [{id: feedsetter}, {id: feedsetter-current}]\\n' \\
        "$(dirname "$PWD")/hooks" "$revision" > .pre-commit-config.yaml
      pre-commit install >/dev/null
      feedsetter build --quiet
      git add . && git commit -q -m good >log 2>&1 && echo taken
      sed 's/Ebb/Flow/' content/a.md > content/b.md
      git add content && ! git commit -q -m stale >log 2>&1 && grep -oE '(Passed|Failed)' log
      sed -i 's/2026-02-10/2026-02-30/' content/b.md
      git add content && ! git commit -q -m broken >log 2>&1 && grep -oE '(Passed|Failed|b.md:3:7: error)' log
      git log --format=%s
      """
    let run = try await runProgram(
      "bash", ["-euc", script], in: site.folder,
      environment: Git.environment.merging([
        "HOOKS": projectFolder + "/.pre-commit-hooks.yaml", "PRE_COMMIT_HOME": site.path("home"),
        "SOURCE_DATE_EPOCH": "1793491200",
      ]) { $1 })
    #expect(
      run.output == """
        taken
        Passed
        Failed
        Failed
        b.md:3:7: error
        Failed
        b.md:3:7: error
        good

        """, "\(run.errors)")
  }

  @Test(.field) func `GitLab's jobs judge a change and publish`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let published = try await job("pages", in: site)
    #expect(published.status == 0, "\(published.errors)")
    #expect(
      try site.feedFiles(below: "public").map { $0.split(separator: "/").last }
        == ["atom.xml", "feed.json", "rss.xml"])

    // The cache brings what was published last.
    try site.write("content/b.md", ScratchSite.article("Flow"))
    let checked = try await job("feeds:check", in: site)
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(try site.text("subscribers.md").contains("- new: Flow (2026-02-10)"))
    #expect(try site.text("feeds.json").contains(#""status" : "published""#))

    try site.write("content/b.md", ScratchSite.article("Flow", date: "2026-02-30"))
    let broken = try await job("feeds:check", in: site)
    #expect(broken.status == 1)
    #expect(broken.errors.hasPrefix("content/b.md:3:7: error: "), "\(broken.errors)")
  }

  /// Does a job's scripts as a runner of GitLab does: line by line, up to one that fails.
  private func job(_ name: String, in site: ScratchSite) async throws -> Run {
    let reader = """
      import sys, yaml
      jobs = yaml.safe_load(open(sys.argv[1]))
      job = jobs[sys.argv[2]]
      job = jobs[job["extends"]] | job
      print("\\n".join(job["before_script"] + job["script"]))
      """
    let script = try await runProgram(
      "/usr/bin/python3", ["-c", reader, projectFolder + "/docs/examples/gitlab-ci.yml", name])
    #expect(script.status == 0, "\(script.errors)")
    return try await runProgram(
      "sh", ["-euc", script.output], in: site.folder,
      environment: ["PATH": Git.path, "SITE": ".", "SOURCE_DATE_EPOCH": "1793491200"])
  }

  @Test(.field) func `the lines for cron are a crontab, and do what they say`() async throws {
    let text = try #require(
      FileManager.default.contents(atPath: projectFolder + "/docs/cron.md").map {
        String(decoding: $0, as: UTF8.self)
      })
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("*/10 * * * *") }
    try #require(lines.count == 1)
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    try site.write("crontab", lines.joined(separator: "\n") + "\n")
    let judged = try await runProgram("crontab", ["-n", site.path("crontab")])
    #expect(judged.status == 0, "\(judged.output)\(judged.errors)")

    let command = String(lines[0]).dropFirst("*/10 * * * *".count)
      .replacing("/srv/mysite", with: site.folder)
      .replacing("/var/lib/mysite", with: site.folder)
    let run = try await runProgram("sh", ["-c", String(command)], environment: ["PATH": Git.path])
    #expect(run.output + run.errors == "")
    #expect(run.status == 0)
    #expect(try site.feedFiles(below: "feeds").count == 3)
    #expect(try site.text("feeds.json").contains(#""status" : "published""#))
  }

  @Test func `systemd's units are those that the documentation shows`() throws {
    let page = try #require(FileManager.default.contents(atPath: projectFolder + "/docs/cron.md"))
    let text = String(decoding: page, as: UTF8.self)
    let unit = try #require(
      FileManager.default.contents(atPath: projectFolder + "/Packaging/systemd/feedsetter@.timer"))
    #expect(text.contains("```ini\n" + String(decoding: unit, as: UTF8.self) + "```"))
  }
}
