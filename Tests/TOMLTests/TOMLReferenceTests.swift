import Subprocess
import Testing
import YAML

@testable import TOML

/// The same documents, read by this module and by Python's `tomllib`.
struct TOMLReferenceTests {
  @Test func `good documents are read as tomllib reads them, bad ones refused`() async throws {
    let documents = TOMLDocuments.good + TOMLDocuments.bad
    guard let expected = try await reference(documents) else { return }
    for (index, document) in documents.enumerated() {
      #expect(reading(document) == expected[index], "\(document.debugDescription)")
    }
    #expect(expected.prefix(TOMLDocuments.good.count).allSatisfy { $0 != "refused" })
    #expect(expected.dropFirst(TOMLDocuments.good.count).allSatisfy { $0 == "refused" })
  }

  /// Documents with a few bytes changed, by a generator that always gives the same ones.
  @Test func `thousands of spoilt documents are judged as tomllib judges them`() async throws {
    var generator = Lehmer(state: 20_260_210)
    let alphabet = Array("\n\r\t #\"'\\[]{}=,.-+_:0123456789abeEfinotTuxZ\u{1}é".unicodeScalars)
    var documents: [String] = []
    for source in TOMLDocuments.good + TOMLDocuments.bad {
      for _ in 0..<30 {
        var scalars = Array(source.unicodeScalars)
        for _ in 0...generator.next(below: 3) {
          let place = generator.next(below: scalars.count + 1)
          let new = alphabet[generator.next(below: alphabet.count)]
          switch generator.next(below: 3) {
          case 0: scalars.insert(new, at: place)
          case 1 where place < scalars.count: scalars[place] = new
          case 2 where place < scalars.count: scalars.remove(at: place)
          default: break
          }
        }
        documents.append(String(String.UnicodeScalarView(scalars)))
      }
    }
    guard let expected = try await reference(documents) else { return }
    var accepted = 0
    for (index, document) in documents.enumerated() where expected[index] != "beyond" {
      let reading = reading(document)
      if reading != "refused" { accepted += 1 }
      #expect(reading == expected[index], "\(document.debugDescription)")
    }
    #expect(accepted > 500 && documents.count - accepted > 500)
  }

  /// What is read in one line: each text with its length, maps in the order of their keys' bytes.
  private func reading(_ document: String) -> String {
    do throws(SyntaxError) {
      return description(try TOMLParser.parse(Array(document.utf8)[...]))
    } catch {
      return "refused"
    }
  }

  private func description(_ node: Node) -> String {
    switch node.content {
    case .sequence(let nodes): return "[" + nodes.map(description).joined(separator: " ") + "]"
    case .mapping(let pairs):
      return "{"
        + pairs.map { (Array(($0.key.text ?? "?").utf8), description($0.value)) }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        .map { "\($0.0.count):\(String(decoding: $0.0, as: UTF8.self))=\($0.1)" }
        .joined(separator: " ") + "}"
    case .scalar(let scalar):
      let text = scalar.text
      if !scalar.isPlain { return "s\(text.utf8.count):\(text)" }
      if text == "true" || text == "false" { return text }
      if text.contains(":") || text.dropFirst(4).first == "-" && text.utf8.count >= 10 {
        return moment(text)
      }
      if let number = Int(text) { return "i\(number)" }
      guard let number = Double(text) else { return "unreadable \(text)" }
      return number.isNaN ? "fnan" : "f\(String(number.bitPattern, radix: 16))"
    }
  }

  /// A date or time as Python shows it, with microseconds.
  private func moment(_ text: String) -> String {
    var text = text.uppercased().replacing(" ", with: "T").replacing("Z", with: "+00:00")
    if let point = text.firstIndex(of: ".") {
      let digits = text[text.index(after: point)...].prefix { $0.isNumber }
      let six = String((digits + "000000").prefix(6))
      text.replaceSubrange(point..<digits.endIndex, with: "." + six)
    }
    return "d" + text.replacing(".000000", with: "").replacing("-00:00", with: "+00:00")
  }

  /// What `tomllib` makes of each document; nil, with a note, where there is no Python 3.11.
  private func reference(_ documents: [String]) async throws -> [String]? {
    let program = #"""
      import sys, struct, datetime
      try:
          import tomllib
      except ImportError:
          print("none"); sys.exit()
      def show(v):
          if isinstance(v, dict):
              return "{" + " ".join(f"{len(k)}:{k.decode()}={show(x)}" for k, x in
                  sorted((k.encode(), x) for k, x in v.items())) + "}"
          if isinstance(v, list): return "[" + " ".join(map(show, v)) + "]"
          if isinstance(v, str): return f"s{len(v.encode())}:{v}"
          if isinstance(v, bool): return "true" if v else "false"
          if isinstance(v, int): return f"i{v}"
          if isinstance(v, float):
              return "fnan" if v != v else "f" + format(struct.unpack(">Q", struct.pack(">d", v))[0], "x")
          return "d" + v.isoformat()
      def big(v):
          if isinstance(v, dict): return any(map(big, v.values()))
          if isinstance(v, list): return any(map(big, v))
          return type(v) is int and not -2**63 <= v < 2**63
      out = []
      for text in bytes.fromhex(sys.stdin.read()).decode().split(chr(0x10FFFE)):
          try:
              v = tomllib.loads(text)
              out.append("beyond" if big(v) else show(v))
          except tomllib.TOMLDecodeError as e:
              out.append("refused")
          except Exception as e:
              out.append("beyond")
      print(chr(0x10FFFE).join(out).encode().hex())
      """#
    let input = hex(documents.joined(separator: "\u{10FFFE}"))
    let result = try? await run(
      .name("python3"), arguments: ["-c", program], input: .string(input),
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    let output = result?.standardOutput.filter { !$0.isWhitespace } ?? "none"
    if output == "none" {
      withKnownIssue("there is no Python 3.11 to compare with", isIntermittent: true) {
        Issue.record("not compared")
      }
      return nil
    }
    let bytes = Array(output.utf8)
    let decoded = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      UInt8(String(decoding: bytes[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
    }
    let texts = String(decoding: decoded, as: UTF8.self)
      .split(separator: "\u{10FFFE}", omittingEmptySubsequences: false).map(String.init)
    try #require(texts.count == documents.count, "\(result?.standardError ?? "")")
    return texts
  }

  private func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// A generator of numbers that gives the same ones on every run.
private struct Lehmer {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
