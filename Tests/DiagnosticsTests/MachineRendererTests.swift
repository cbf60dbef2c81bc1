import Testing

@testable import Diagnostics

struct MachineRendererTests {
  private static let rule = Rule(
    "title-missing", .error, "Every item needs a title.", cure: "add a title",
    specification: "https://tide.example/spec#title")

  private static func finding(_ file: String, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: rule, location: SourceLocation(file: file, position: Position(line: 3, column: 7)),
      message: message, help: "add \"title: …\"",
      notes: [.init(at: SourceLocation(file: "b.md"), "the other one")])
  }

  @Test func `a finding is a workflow command of one line`() {
    #expect(
      GitHubRenderer().render(Self.finding("a,b:c.md", "100 % wrong\nindeed"))
        == "::error file=a%2Cb%3Ac.md,line=3,col=7,title=title-missing::100 %25 wrong%0Aindeed%0A"
        + "b.md: the other one%0Aadd \"title: …\"\n")
  }

  @Test(arguments: [
    (Severity.error, "::error "), (.warning, "::warning "), (.info, "::notice "),
  ])
  func `a severity is the command that GitHub has for it`(severity: Severity, start: String) {
    let finding = Self.finding("a.md", "x").with(severity: severity)
    #expect(GitHubRenderer().render(finding).hasPrefix(start))
  }

  @Test func `a finding about a whole file has no line`() {
    let finding = Diagnostic(
      rule: Self.rule, location: SourceLocation(file: "a.md"), message: "empty", help: "")
    #expect(GitHubRenderer().render(finding) == "::error file=a.md,title=title-missing::empty\n")
  }

  @Test func `findings are one SARIF document with their rules`() throws {
    let text = try SARIFRenderer(version: "1.2.3").render([
      Self.finding("inhalt/ä b.md", "no title")
    ])
    #expect(
      text == """
        {
          "$schema" : "https://json.schemastore.org/sarif-2.1.0.json",
          "runs" : [
            {
              "columnKind" : "unicodeCodePoints",
              "results" : [
                {
                  "level" : "error",
                  "locations" : [
                    {
                      "physicalLocation" : {
                        "artifactLocation" : {
                          "uri" : "inhalt/%C3%A4%20b.md"
                        },
                        "region" : {
                          "startColumn" : 7,
                          "startLine" : 3
                        }
                      }
                    }
                  ],
                  "message" : {
                    "text" : "no title\\nadd \\"title: …\\""
                  },
                  "relatedLocations" : [
                    {
                      "message" : {
                        "text" : "the other one"
                      },
                      "physicalLocation" : {
                        "artifactLocation" : {
                          "uri" : "b.md"
                        }
                      }
                    }
                  ],
                  "ruleId" : "title-missing",
                  "ruleIndex" : 0
                }
              ],
              "tool" : {
                "driver" : {
                  "name" : "Feedsetter",
                  "rules" : [
                    {
                      "defaultConfiguration" : {
                        "level" : "error"
                      },
                      "help" : {
                        "text" : "add a title"
                      },
                      "helpUri" : "https://tide.example/spec#title",
                      "id" : "title-missing",
                      "shortDescription" : {
                        "text" : "Every item needs a title."
                      }
                    }
                  ],
                  "version" : "1.2.3"
                }
              }
            }
          ],
          "version" : "2.1.0"
        }

        """)
  }

  @Test func `a document without findings is whole all the same`() throws {
    let text = try SARIFRenderer(version: "1").render([])
    #expect(text.contains("\"results\" : [\n\n      ]"), "\(text)")
  }
}
