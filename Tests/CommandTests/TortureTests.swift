import Testing

#if os(Linux)
  @Suite("P2 Whole: builds that are killed")
  struct TortureTests {
    @Test func `a dozen kills leave whole files, and the next build is exactly right`() async throws
    {
      let run = try await runProgram(
        projectFolder + "/Scripts/torture",
        [ScratchSite.command, "--runs", "12", "--articles", "24", "--seed", "7"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasSuffix("all held\n"), "\(run.output)")
    }
  }
#endif
