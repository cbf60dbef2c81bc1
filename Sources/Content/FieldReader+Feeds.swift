internal import FeedModel
internal import FeedValues
internal import YAML

extension FieldReader {
  /// A picture: its address, a map of `url` or `src` and `alt`, or a list of which the first counts.
  mutating func image(_ node: Node, _ name: String, site: AbsoluteURL) -> Image? {
    switch node.content {
    case .scalar: return url(node, name, base: site).map { Image(url: $0) }
    case .sequence(let nodes): return nodes.first.flatMap { image($0, name, site: site) }
    case .mapping(let pairs):
      func value(_ keys: [String]) -> Node? {
        pairs.first { $0.key.text.map { keys.contains($0.lowercased()) } ?? false }?.value
      }
      guard let address = value(["url", "src"]) else {
        report(at: node, "`\(name)` is a map without url or src")
        return nil
      }
      let alternative = value(["alt"]).flatMap { text($0, name + ".alt") }
      return url(address, name, base: site).map { Image(url: $0, alternativeText: alternative) }
    }
  }

  /// A file: a map of url, length, and where the address does not tell it the type.
  mutating func enclosure(_ node: Node, _ name: String, site: AbsoluteURL) -> Enclosure? {
    guard case .mapping(let pairs) = node.content else {
      report(
        at: node, "`\(name)` is \(node.kindName), not a map",
        help: "write { url: /audio/1.mp3, length: 1048576, type: audio/mpeg }")
      return nil
    }
    var url: AbsoluteURL?
    var type: MediaType?
    var length: Int?
    var duration: Int?
    let found = diagnostics.count
    for pair in pairs {
      switch pair.key.text?.lowercased() {
      case "url", "src": url = self.url(pair.value, name + ".url", base: site)
      case "type": type = value(pair.value, name + ".type", MediaType.init)
      case "length", "size": length = number(pair.value, name + ".length", least: 1)
      case "duration": duration = number(pair.value, name + ".duration", least: 0)
      default: continue
      }
    }
    if diagnostics.count > found { return nil }
    guard let url else {
      report(at: node, "`\(name)` has no url")
      return nil
    }
    guard let length else {
      report(
        at: node, "`\(name)` has no length, which RSS asks for",
        help: "write the size of the file in bytes, such as length: 1048576")
      return nil
    }
    guard let type = type ?? MediaType(pathOf: url) else {
      report(at: node, "`\(name)` has no type, and its address does not tell one")
      return nil
    }
    if type.string.lowercased() == "image/jpg" {
      report(at: node, "`\(name)` has the type image/jpg, which is none", help: "write image/jpeg")
      return nil
    }
    return Enclosure(url: url, type: type, length: length, duration: duration)
  }
}
