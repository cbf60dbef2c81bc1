/// How a body is sent.
package enum ContentCoding: String, Sendable {
  case identity, gzip

  /// The coding that a client likes best: RFC 9110 section 12.5.3.
  ///
  /// - Parameter field: Its Accept-Encoding; nil where it sent none.
  /// - Returns: The coding, and whether the body may be sent as it is as well.
  static func choice(_ field: String?) -> (best: ContentCoding, allowsIdentity: Bool) {
    guard let field else { return (.identity, true) }
    var qualities: [String: Double] = [:]
    for part in field.split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.trimmed }
      guard let name = pieces.first?.lowercased() else { continue }
      var quality = 1.0
      for parameter in pieces.dropFirst() where parameter.lowercased().hasPrefix("q=") {
        // A quality that is none is no wish.
        quality = Double(parameter.dropFirst(2)) ?? 0
      }
      qualities[name] = quality
    }
    let gzip = qualities["gzip"] ?? qualities["x-gzip"] ?? qualities["*"] ?? 0
    let identity = qualities["identity"] ?? (qualities["*"] == 0 ? 0 : nil)
    let allowsIdentity = identity.map { $0 > 0 } ?? true
    let isGzip = gzip > 0 && gzip >= (identity ?? 0)
    return (isGzip ? .gzip : .identity, allowsIdentity)
  }
}
