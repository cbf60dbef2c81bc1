internal import Diagnostics
internal import FileSystem

extension Ledger {
  /// The most bytes of a ledger.
  static let largestFile = 1 << 30

  /// The ledger of the site in `folder`; nil where it has none yet.
  ///
  /// - Throws: `Fault` where the file can't be read, or is no ledger.
  static func read(siteFolder folder: String) throws(Fault) -> Ledger? {
    let path = path(siteFolder: folder)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: largestFile)
    } catch {
      if error.kind == .missing { return nil }
      let rule = PublishingRules.ledgerBroken
      throw Fault(diagnostics: [
        Diagnostic(
          rule: rule, location: SourceLocation(file: path),
          message: "the ledger can't be read: \(error.reason)", help: rule.cure)
      ])
    }
    return try Ledger(SourceText(path: path, bytes: bytes))
  }

  /// The file of the ledger of the site in `folder`.
  static func path(siteFolder folder: String) -> String {
    folder == "." ? fileName : folder + "/" + fileName
  }
}
