import FoundationEssentials
import Testing

/// What `make install` puts where, and whether shells and `man` can use it.
@Suite struct InstallTests {
  @Test
  func
    `install puts the command, its completions and its manual below DESTDIR and PREFIX, uninstall takes them away`()
    async throws
  {
    let site = try ScratchSite(configuration: nil)
    let places = try await install(to: site)
    let pages = try await commandNames().map { "share/man/man1/feedsetter-\($0).1" }
    let expected = [
      "bin/feedsetter", "share/bash-completion/completions/feedsetter",
      "share/fish/vendor_completions.d/feedsetter.fish", "share/man/man1/feedsetter.1",
      "share/zsh/site-functions/_feedsetter",
    ]
    #expect(
      try site.files(below: "root")
        == (expected + pages).map { "root/opt/feeds/" + $0 }.sorted())
    let version = try await runProgram(site.path("root/opt/feeds/bin/feedsetter"), ["--version"])
    #expect(version.output == "0.1.0\n")

    try site.write("root/opt/feeds/share/man/man1/other.1", "")
    let removed = try await runProgram("make", ["-s", "uninstall"] + places, in: projectFolder)
    #expect(removed.status == 0, "\(removed.errors)")
    #expect(try site.files(below: "root") == ["root/opt/feeds/share/man/man1/other.1"])
  }

  @Test func `a page of the manual says what the program says of its commands`() async throws {
    let site = try ScratchSite(configuration: nil)
    try site.write("program", Self.program)
    let made = try await runProgram(
      "sh", ["-c", "chmod +x program && \"$0\" ./program man", Self.manual],
      in: site.folder, environment: ["SOURCE_DATE_EPOCH": "1770681600"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(try site.files(below: "man") == ["man/ebb-flow-back.1", "man/ebb-flow.1", "man/ebb.1"])
    #expect(try site.text("man/ebb-flow.1") == Self.page)
  }

  @Test func `the page of commands says the same in Markdown`() async throws {
    let site = try ScratchSite(configuration: nil)
    try site.write("program", Self.program)
    let made = try await runProgram(
      "sh", ["-c", "chmod +x program && \"$0\" --markdown ./program", Self.manual],
      in: site.folder)
    #expect(made.status == 0, "\(made.errors)")
    let sections = try #require(made.output.firstRange(of: "## "))
    #expect(String(made.output[sections.lowerBound...]) == Self.markdown)
    let row = "| command | |\n|---|---|\n| [`ebb flow`](#ebb-flow) | Flows in — or not. |\n\n"
    #expect(made.output.contains(row))
  }

  @Test(arguments: [
    (["feedsetter", "buil"], "build"),
    (["feedsetter", "build", "--form"], "--format"),
    (["feedsetter", "build", "--format", "s"], "sarif"),
    (["feedsetter", "build", "--site", "conte"], "content"),
  ])
  func `bash completes`(words: [String], expected: String) async throws {
    let site = try ScratchSite(["content/note.txt": ""])
    _ = try await install(to: site)
    let script = """
      source root/opt/feeds/share/bash-completion/completions/feedsetter
      complete -p feedsetter >/dev/null || exit 1
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
      COMP_POINT=${#COMP_LINE}
      _feedsetter "$1" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try await runProgram(
      "bash", ["--norc", "-c", script, "bash"] + words, in: site.folder)
    #expect(run.output == expected + "\n", "\(run.errors)")
  }

  @Test(
    .field,
    arguments: [
      ("feedsetter buil", "build\tPublishes the site's articles as feeds.\n"),
      ("feedsetter build --forma", "--format\tHow findings are written.\n"),
    ])
  func `fish completes`(line: String, expected: String) async throws {
    let site = try ScratchSite(configuration: nil)
    _ = try await install(to: site)
    let run = try await runProgram(
      "fish",
      [
        "--no-config", "-c",
        "source root/opt/feeds/share/fish/vendor_completions.d/feedsetter.fish; complete -C '\(line)'",
      ], in: site.folder)
    #expect(run.output == expected, "\(run.errors)")
  }

  @Test(
    .field,
    arguments: [
      ("feedsetter buil", "feedsetter build "), ("feedsetter build --format ", "sarif"),
      ("feedsetter build --ver", "--verbose"),
    ])
  func `zsh completes`(line: String, expected: String) async throws {
    let site = try ScratchSite(configuration: nil)
    _ = try await install(to: site)
    let run = try await runProgram(
      "zsh",
      [
        "-f", projectFolder + "/Tests/CommandTests/Places/complete.zsh",
        site.path("root/opt/feeds/share/zsh/site-functions"), line, expected,
      ])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(.field) func `the manual is clean for mandoc and groff, and fits a terminal of 80 columns`()
    async throws
  {
    let site = try ScratchSite(configuration: nil)
    _ = try await install(to: site)
    let script = """
      for page in root/opt/feeds/share/man/man1/*.1; do
        mandoc -Tlint -W style "$page" 2>&1
        groff -mandoc -ww -b -Tutf8 "$page" 2>&1 >/dev/null
        lexgrog "$page" >/dev/null || echo "$page has no name"
        MANWIDTH=80 man --warnings -l "$page" 2>&1 | col -bx | awk -v page="$page" \\
          'length > 80 { print page ": " $0 } END { if (NR < 20) print page " is short" }'
      done
      """
    let run = try await runProgram(
      "bash", ["-c", script], in: site.folder, environment: ["LC_ALL": "C.UTF-8"])
    #expect(run.output + run.errors == "")
  }

  /// Installs the built command into a folder of the site.
  ///
  /// - Returns: What tells make of the place.
  private func install(to site: ScratchSite) async throws -> [String] {
    let places = [
      "BINARY=" + ScratchSite.command, "DESTDIR=" + site.path("root"), "PREFIX=/opt/feeds",
      "MADE=" + site.path("made"),
    ]
    let run = try await runProgram("make", ["-s", "install-built"] + places, in: projectFolder)
    #expect(run.status == 0, "\(run.errors)")
    return places
  }

  /// The commands of the program, whichever there are.
  private func commandNames() async throws -> [String] {
    struct Dump: Decodable {
      struct Command: Decodable {
        let commandName: String
        let shouldDisplay: Bool?
        let subcommands: [Command]?
      }
      let command: Command
    }
    let dump = try await runProgram(ScratchSite.command, ["--experimental-dump-help"]).output
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    let names = (root.subcommands ?? []).filter { $0.shouldDisplay ?? true }.map(\.commandName)
    return names.filter { $0 != "help" }
  }

  private static let manual = projectFolder + "/Scripts/manual"

  private static let program = #"""
    #!/bin/sh
    case "$*" in
    --version) echo 1.2 ;;
    --experimental-dump-help) cat <<'END'
    {"command": {"commandName": "ebb", "abstract": "Ebbs.", "subcommands": [
      {"commandName": "flow", "abstract": "Flows in — or not.",
       "discussion": "Reads ebb.yml. It's \"so\" with --now.\n\n.hidden files:\n\n  ebb flow --now 1\n\nExit status: 0 done, with or without; 1 errors, many; 64 wrong usage.",
       "arguments": [
        {"kind": "option", "names": [{"kind": "long", "name": "now"}, {"kind": "short", "name": "n"}],
         "valueName": "when", "abstract": "The moment.", "defaultValue": "-1", "isOptional": true,
         "isRepeating": true, "allValues": ["-1", "dawn"], "discussion": "Tides\nwait."},
        {"kind": "flag", "names": [{"kind": "long", "name": "secret"}], "shouldDisplay": false,
         "isOptional": true, "isRepeating": false},
        {"kind": "flag", "names": [{"kind": "long", "name": "wet"}], "sectionTitle": "Feet and shoes",
         "abstract": "Wade.", "isOptional": true, "isRepeating": false},
        {"kind": "positional", "valueName": "shore", "abstract": "Where.", "isOptional": false,
         "isRepeating": true}],
       "subcommands": [
        {"commandName": "back", "abstract": "Turns."}]},
      {"commandName": "undertow", "shouldDisplay": false}, {"commandName": "help"}]}}
    END
    ;;
    "") echo Ebb. ;;
    *) exit 64 ;;
    esac
    """#

  private static let page = #"""
    .TH EBB\-FLOW 1 2026-02-10 "Feedsetter 1.2" "Feedsetter"
    .SH NAME
    ebb\-flow \- flows in \[u2014] or not
    .SH SYNOPSIS
    \fBebb flow\fR \fIcommand\fR [\fIoption\fR \&.\|.\|.]
    .SH DESCRIPTION
    Reads ebb.yml. It\(aqs "so" with \fB\-\-now\fR.
    .PP
    \&.hidden files:
    .PP
    .RS 4
    .EX
    ebb flow \-\-now 1
    .EE
    .RE
    .SH COMMANDS
    .TP
    \%\fBebb\-flow\-back\fR(1)
    Turns.
    .SH ARGUMENTS
    .TP
    \fIshore\fR \&.\|.\|.
    Where.
    .SH OPTIONS
    .TP
    \fB\-n\fR, \fB\-\-now\fR \fIwhen\fR
    The moment. (values: \-1, dawn; default: \-1; may be given several times)
    Tides wait.
    .SH "FEET AND SHOES"
    .TP
    \fB\-\-wet\fR
    Wade.
    .SH EXIT STATUS
    .TP
    0
    Done, with or without.
    .TP
    1
    Errors, many.
    .TP
    64
    Wrong usage.
    .SH SEE ALSO
    \%\fBebb\fR(1),
    \%\fBebb\-flow\-back\fR(1)

    """#

  private static let markdown = #"""
    ## ebb flow

    Flows in — or not.

    ```
    ebb flow [OPTION …] SHORE …
    ```

    Reads ebb.yml. It's "so" with `--now`.

    .hidden files:

    ```
    ebb flow --now 1
    ```

    | argument | |
    |---|---|
    | `SHORE …` | Where. |

    | option | |
    |---|---|
    | `-n, --now WHEN` | The moment. (values: -1, dawn; default: -1; may be given several times) Tides wait. |
    | `--wet` | Wade. |

    | exit status | |
    |---|---|
    | `0` | Done, with or without. |
    | `1` | Errors, many. |
    | `64` | Wrong usage. |

    ## ebb flow back

    Turns.

    ```
    ebb flow back
    ```

    """#
}
