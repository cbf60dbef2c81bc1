extension Unicode.Scalar {
  /// Whether a terminal would act on it instead of showing it: control characters but the tab, and
  /// those that turn the direction of text.
  package var isTerminalControl: Bool {
    switch value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many columns of a terminal it takes: 0, 1 or 2 (East Asian wide characters, emoji).
  ///
  /// What a terminal would act on is shown as a replacement character, in one column.
  package var terminalColumns: Int {
    if isTerminalControl { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
