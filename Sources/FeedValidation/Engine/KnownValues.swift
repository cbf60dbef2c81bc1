internal import FeedValues

/// Values that a check has found to be right.
///
/// Authors, categories, types and dates come again in entry after entry; to look them up costs a
/// fraction of judging them. For checks that look at nothing but the value.
final class KnownValues {
  private struct Slot {
    var check: ObjectIdentifier?
    var value: [UInt8] = []
  }

  /// A value has one place alone; what stood there before is forgotten.
  private var slots = [Slot](repeating: Slot(), count: 512)
  /// Longer values are not worth it.
  private static let longest = 128
  /// Digests of HTML in which nothing was found: an entry's is the same in RSS and in Atom.
  private var cleanHTML: Set<Digest> = []
  private static let mostHTML = 4096

  /// Whether `check` found `value` to be right.
  func contains(_ value: ArraySlice<UInt8>, of check: RuleBook.BoundCheck) -> Bool {
    guard value.count <= Self.longest else { return false }
    let id = ObjectIdentifier(check)
    let place = place(of: value, id)
    return slots[place].check == id && slots[place].value.elementsEqual(value)
  }

  /// Remembers that `check` found `value` to be right.
  func insert(_ value: ArraySlice<UInt8>, of check: RuleBook.BoundCheck) {
    guard value.count <= Self.longest else { return }
    let id = ObjectIdentifier(check)
    let place = place(of: value, id)
    slots[place].check = id
    slots[place].value.removeAll(keepingCapacity: true)
    slots[place].value.append(contentsOf: value)
  }

  /// Whether nothing was found in `html`.
  func holdsCleanHTML(_ html: Digest) -> Bool { cleanHTML.contains(html) }

  /// Remembers that nothing was found in `html`.
  func insertCleanHTML(_ html: Digest) {
    if cleanHTML.count == Self.mostHTML { cleanHTML.removeAll(keepingCapacity: true) }
    cleanHTML.insert(html)
  }

  private func place(of value: ArraySlice<UInt8>, _ check: ObjectIdentifier) -> Int {
    var hash = UInt(bitPattern: check)
    for byte in value { hash = (hash ^ UInt(byte)) &* 0x100_0000_01B3 }
    return Int((hash ^ hash >> 32) % UInt(slots.count))
  }
}
