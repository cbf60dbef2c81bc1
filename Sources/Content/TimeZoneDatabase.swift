package import FeedValues
internal import FileSystem

/// The system's time zone database.
package enum TimeZoneDatabase {
  private static let folder = "/usr/share/zoneinfo"

  /// The zone called `name`, such as `Europe/Berlin`.
  ///
  /// - Throws: `InvalidValue` where the database has no such zone or is not there.
  package static func zone(named name: String) throws(InvalidValue) -> TimeZoneRules {
    try zone(in: file(ofZone: name))
  }

  /// The zone in a file's bytes, which are none for UTC.
  ///
  /// - Throws: `InvalidValue` where the file is not of the database.
  static func zone(in file: [UInt8]) throws(InvalidValue) -> TimeZoneRules {
    file.isEmpty ? .utc : try TimeZoneRules(tzif: file)
  }

  /// The bytes of the file of the zone called `name`; none for UTC, which needs no file.
  ///
  /// - Throws: `InvalidValue` where the database has no such zone or is not there.
  static func file(ofZone name: String) throws(InvalidValue) -> [UInt8] {
    if name == "UTC" { return [] }
    let isName = name.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || "/_-+".utf8.contains($0)
    }
    guard isName, !name.hasPrefix("/"), !name.isEmpty else {
      throw InvalidValue("no zone can have this name")
    }
    do {
      let bytes = try FileSystem.read("\(folder)/\(name)", limit: 1 << 20)
      if !bytes.isEmpty { return bytes }
    } catch {
      guard (try? FileSystem.kind(of: folder)) == .folder else {
        throw InvalidValue("this system has no time zone database in \(folder); install tzdata")
      }
      throw InvalidValue("the time zone database has no zone of this name")
    }
    throw InvalidValue("the time zone database's file of this name is empty")
  }

  /// The names of the zones that people live in; empty where the database lists none.
  package static func names() -> [String] {
    guard let table = try? FileSystem.read("\(folder)/zone.tab") else { return [] }
    return table.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .compactMap { line in
        let columns = line.split(separator: UInt8(ascii: "\t"))
        return columns.count > 2 ? String(decoding: columns[2], as: UTF8.self) : nil
      }
  }
}
