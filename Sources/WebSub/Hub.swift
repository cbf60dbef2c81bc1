package import FeedValues
internal import Programs

/// A WebSub hub, asked by the program `curl`.
///
/// How publishers tell hubs is left open by <https://www.w3.org/TR/websub/#publishing>; what all public
/// hubs take is PubSubHubbub's form: `hub.mode=publish` and the feed's address as `hub.url`.
package struct Hub: Sendable {
  private let address: AbsoluteURL
  private let timeout: Int

  /// The hub at `address`, which has `timeout` seconds for each answer.
  package init(at address: AbsoluteURL, timeout: Int) {
    self.address = address
    self.timeout = timeout
  }

  /// Asks the hub to look at the feed of an address.
  ///
  /// - Throws: `Delivery.Fault` where `curl` can't be run.
  package func publish(_ topic: String) throws(Delivery.Fault) -> HubAnswer {
    let ending: Program.Ending
    do throws(Program.Failure) {
      ending = try Program(named: "curl").run(
        // Nobody's ~/.curlrc changes what is sent.
        ["--disable", "--config", "-"], input: Array(settings(for: topic).utf8), limit: 1 << 16)
    } catch {
      throw switch error {
      case .missing: Delivery.Fault("the program curl is not installed")
      case .refused(let reason): Delivery.Fault("curl can't be run: \(reason)")
      }
    }
    // An answer whose content breaks off is one.
    if let response = HubResponse(message: ending.output) { return .response(response) }
    return .none(Self.reason(of: ending))
  }

  /// What curl is told, as lines of its configuration.
  func settings(for topic: String) -> String {
    """
    url = \(Self.quoted(address.string))
    data = \(Self.quoted("hub.mode=publish&hub.url=" + Self.formEncoded(topic)))
    proto = "=http,https"
    user-agent = "Feedsetter"
    connect-timeout = \(min(timeout, 10))
    max-time = \(timeout)
    globoff
    include
    suppress-connect-headers
    silent
    show-error

    """
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// A text as a value of `application/x-www-form-urlencoded`.
  private static func formEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "*"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Why no answer came: curl's own words without its name and number.
  private static func reason(of ending: Program.Ending) -> String {
    let text = String(decoding: ending.errors, as: UTF8.self)
    guard let line = text.split(whereSeparator: \.isNewline).last(where: { $0.hasPrefix("curl: ") })
    else {
      return ending.status == 0
        ? "what answered does not speak HTTP" : "curl ended with status \(ending.status)"
    }
    let words = line.dropFirst("curl: ".count)
    guard words.hasPrefix("("), let bracket = words.firstIndex(of: ")") else {
      return String(words)
    }
    return String(words[words.index(after: bracket)...].drop { $0 == " " })
  }
}
