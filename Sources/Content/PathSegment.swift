internal import FeedValues

/// A text that can be one folder's name and one segment of an address.
func checkedSegment(_ text: String) throws(InvalidValue) -> String {
  if text.isEmpty { throw InvalidValue("it is empty") }
  if text == "." || text == ".." { throw InvalidValue("it leads out of its folder") }
  if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
    throw InvalidValue("it holds a slash: it must be one segment of a path")
  }
  if text.utf8.count > 200 { throw InvalidValue("it is longer than 200 bytes") }
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
  for scalar in text.unicodeScalars where scalar.properties.generalCategory == .control {
    throw InvalidValue("it holds the control character U+\(hexadecimal(scalar.value))")
  }
  return text
}
