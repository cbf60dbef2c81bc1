/// What a request asks for: RFC 9112 section 3.2.
struct RequestTarget: Hashable {
  /// The path with its escapes undone, a slash at its beginning.
  let path: String

  /// The path of a target; nil where it is none.
  init?(_ target: String) {
    var text = target[...]
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      text = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    }
    guard text.hasPrefix("/") else { return nil }
    text = text.prefix { $0 != "?" && $0 != "#" }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != 0x2D }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard !bytes.contains(0), let path = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    self.path = path
  }
}
