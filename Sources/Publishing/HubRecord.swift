internal import FileSystem

/// What the hub was last told: of which feeds, and what their bytes were.
///
/// A line a feed. Nothing depends on it but whether the hub is told once too often: lines that make no
/// sense are passed over, and those feeds are told anew.
struct HubRecord: Equatable, Sendable {
  /// The hub's address.
  let hub: String
  /// The fingerprints of feeds, by their addresses.
  var told: [String: String] = [:]

  static let name = ".feedsetter-hub"

  /// A record of nothing told.
  init(hub: String) { self.hub = hub }

  /// The record in the file at `path`; nil where there is none.
  ///
  /// - Throws: `FileError` where it can't be read.
  static func read(_ path: String) throws(FileError) -> HubRecord? {
    do throws(FileError) {
      if try FileSystem.entry(at: path) == .link { throw PublishedFolder.linkError(path) }
      return HubRecord(
        text: String(decoding: try FileSystem.read(path, limit: 1 << 26), as: UTF8.self))
    } catch {
      if error.kind == .missing { return nil }
      throw error
    }
  }

  private init(text: String) {
    var hub = ""
    var told: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == "hub" {
        hub = words[1]
      } else if words[0].utf8.count == 16, words[0].allSatisfy(\.isHexDigit) {
        told[words[1]] = words[0]
      }
    }
    self.hub = hub
    self.told = told
  }

  var bytes: [UInt8] {
    var text = "# What the hub was last told. Without this file it is told of all feeds again.\n"
    text += "hub \(hub)\n"
    for (url, fingerprint) in told.sorted(by: { $0.key < $1.key }) {
      text += "\(fingerprint) \(url)\n"
    }
    return Array(text.utf8)
  }
}
