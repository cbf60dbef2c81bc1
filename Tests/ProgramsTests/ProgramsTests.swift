import Programs
import Testing

@Suite("Running other programs")
struct ProgramsTests {
  private static func shell(_ script: String, _ input: String = "") throws -> Program.Ending {
    try Program(named: "sh").run(["-c", script], input: Array(input.utf8), limit: 1 << 20)
  }

  @Test func `input, output, errors and status are handed on`() throws {
    let ending = try Self.shell("cat; echo \"no é\" >&2; exit 7", "a b\nc")
    #expect(ending.output == Array("a b\nc".utf8))
    #expect(ending.errors == Array("no é\n".utf8))
    #expect(ending.status == 7)
  }

  @Test func `arguments are handed on as they are, whatever a shell would make of them`() throws {
    let words = ["", "a b", "$HOME", "'\"\\", "*", "é"]
    let ending = try Program(named: "printf").run(["<%s>"] + words, input: [], limit: 100)
    #expect(ending.output == Array(words.map { "<\($0)>" }.joined().utf8))
  }

  @Test func `more than the limit is read and dropped, so that the program ends`() throws {
    let ending = try Program(named: "sh").run(
      ["-c", "head -c 3000000 /dev/zero; exit 3"], input: [], limit: 10)
    #expect(ending.output == [UInt8](repeating: 0, count: 10))
    #expect(ending.status == 3)
  }

  @Test func `a program that reads nothing of its input does no harm`() throws {
    let input = String(repeating: "x", count: Program.inputLimit)
    #expect(try Self.shell("exec <&-; exit 0", input).status == 0)
    #expect(throws: Program.Failure.self) { try Self.shell("cat", input + "x") }
  }

  @Test func `a signal's number is in the status`() throws {
    #expect(try Self.shell("kill -TERM $$").status == 128 + 15)
  }

  @Test func `a program that is not there is told apart`() {
    #expect(throws: Program.Failure.missing) {
      try Program(named: "feedsetter-has-no-such-program").run([], input: [], limit: 1)
    }
  }
}
