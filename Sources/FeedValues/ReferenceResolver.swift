/// Makes references absolute against one base URL (RFC 3986 section 5.2).
///
/// Made once a page and used for each of its links. Works on bytes and changes nothing but what
/// resolution changes: escapes, letter case and characters beyond ASCII stay as they are.
public struct ReferenceResolver: Sendable {
  private let base: [UInt8]
  private let scheme: Range<Int>
  private let authority: Range<Int>?
  private let path: Range<Int>
  private let query: Range<Int>?

  /// A resolver for the links of a page at `base`.
  public init(base: AbsoluteURL) {
    self.base = Array(base.string.utf8)
    let reference = URLReference(self.base[...])
    scheme = reference.scheme ?? 0..<0
    authority = reference.authority
    path = reference.path
    query = reference.query
  }

  /// Whether `reference` has a scheme, so that resolving it changes nothing but dot segments.
  public static func isAbsolute(_ reference: ArraySlice<UInt8>) -> Bool {
    URLReference(reference).scheme != nil
  }

  /// The absolute URL that `reference` means.
  ///
  /// A reference with a scheme is given back as it is, without the removal of dot segments that
  /// section 5.2.2 also asks for there: it stands by itself, and it may be no hierarchical URL.
  public func resolve(_ reference: ArraySlice<UInt8>) -> [UInt8] {
    let target = URLReference(reference)
    if target.scheme != nil { return Array(reference) }
    var result = Array(base[scheme])
    result.append(UInt8(ascii: ":"))
    if let targetAuthority = target.authority {
      append(authority: reference[targetAuthority], to: &result)
      appendWithoutDotSegments(reference[target.path], to: &result)
      append(query: target.query.map { reference[$0] }, to: &result)
    } else {
      if let authority { append(authority: base[authority], to: &result) }
      if target.path.isEmpty {
        result += base[path]
        append(query: target.query.map { reference[$0] } ?? query.map { base[$0] }, to: &result)
      } else {
        if reference[target.path.lowerBound] == UInt8(ascii: "/") {
          appendWithoutDotSegments(reference[target.path], to: &result)
        } else {
          appendWithoutDotSegments(merged(with: reference[target.path])[...], to: &result)
        }
        append(query: target.query.map { reference[$0] }, to: &result)
      }
    }
    if let fragment = target.fragment {
      result.append(UInt8(ascii: "#"))
      result += reference[fragment]
    }
    return result
  }

  private func append(authority: ArraySlice<UInt8>, to result: inout [UInt8]) {
    result.append(UInt8(ascii: "/"))
    result.append(UInt8(ascii: "/"))
    result += authority
  }

  private func append(query: ArraySlice<UInt8>?, to result: inout [UInt8]) {
    guard let query else { return }
    result.append(UInt8(ascii: "?"))
    result += query
  }

  /// Section 5.2.3: the base's path up to its last slash, then the reference's.
  private func merged(with referencePath: ArraySlice<UInt8>) -> [UInt8] {
    if authority != nil, path.isEmpty { return [UInt8(ascii: "/")] + referencePath }
    guard let slash = base[path].lastIndex(of: UInt8(ascii: "/")) else {
      return Array(referencePath)
    }
    return Array(base[path.lowerBound...slash]) + referencePath
  }

  /// Section 5.2.4, segment by segment: `.` is dropped, `..` drops the segment before it.
  private func appendWithoutDotSegments(_ path: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard path.contains(UInt8(ascii: ".")) else {
      result += path
      return
    }
    let floor = result.count
    let isRooted = path.first == UInt8(ascii: "/")
    var start = isRooted ? path.startIndex + 1 : path.startIndex
    if isRooted { result.append(UInt8(ascii: "/")) }
    while true {
      let slash = path[start...].firstIndex(of: UInt8(ascii: "/"))
      let segment = path[start..<(slash ?? path.endIndex)]
      if segment.elementsEqual("..".utf8) {
        removeLastSegment(of: &result, downTo: floor, isRooted: isRooted)
      } else if !segment.elementsEqual(".".utf8) {
        result += segment
        if slash != nil { result.append(UInt8(ascii: "/")) }
      }
      guard let slash else { return }
      start = slash + 1
    }
  }

  private func removeLastSegment(of result: inout [UInt8], downTo floor: Int, isRooted: Bool) {
    let lowest = isRooted ? floor + 1 : floor
    guard result.count > lowest else { return }
    result.removeLast()
    while result.count > lowest, result.last != UInt8(ascii: "/") { result.removeLast() }
  }
}
