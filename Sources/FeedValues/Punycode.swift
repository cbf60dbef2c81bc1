/// Punycode, which writes labels of domains in ASCII: <https://www.rfc-editor.org/rfc/rfc3492>.
enum Punycode {
  private static let base = 36
  private static let lowest = 1
  private static let highest = 26
  private static let initialBias = 72
  private static let firstCode: UInt32 = 128

  /// A label of a domain: as it is where it is ASCII, else `xn--` and its Punycode.
  static func label(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : "xn--" + encoded(text)
  }

  /// The encoding procedure of section 6.3.
  private static func encoded(_ text: String) -> String {
    let codes = text.unicodeScalars.map(\.value)
    var output = codes.filter { $0 < firstCode }.map { UInt8($0) }
    let basicCount = output.count
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var next = firstCode
    var delta = 0
    var bias = initialBias
    var handled = basicCount
    while handled < codes.count {
      let smallest = codes.lazy.filter { $0 >= next }.min() ?? next
      delta += Int(smallest - next) * (handled + 1)
      next = smallest
      for code in codes {
        if code < next { delta += 1 }
        guard code == next else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapted(delta, isFirst: handled == basicCount, count: handled + 1)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes a number in digits whose weight depends on the bias.
  private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
    var rest = number
    var position = base
    while true {
      let threshold = min(max(position - bias, lowest), highest)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  /// Section 6.1.
  private static func adapted(_ delta: Int, isFirst: Bool, count: Int) -> Int {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / count
    var bias = 0
    while rest > (base - lowest) * highest / 2 {
      rest /= base - lowest
      bias += base
    }
    return bias + (base - lowest + 1) * rest / (rest + 38)
  }
}
