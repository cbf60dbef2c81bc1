@_spi(_Unicode) internal import Swift

/// Domains of the web.
package enum Domain {
  /// A domain in ASCII: in lower case, its labels that hold other characters in Punycode.
  ///
  /// Full stops of other scripts separate labels too. See
  /// <https://www.unicode.org/reports/tr46/#Processing>.
  package static func ascii(_ host: String) -> String {
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: host.lowercased()._nfc)
    return String(composed).split(omittingEmptySubsequences: false) { ".。．｡".contains($0) }
      .map { Punycode.label(String($0)) }.joined(separator: ".")
  }
}
