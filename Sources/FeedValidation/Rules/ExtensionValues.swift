internal import FeedValues

/// The values that extensions ask for, as checks of a text.
enum ExtensionValues {
  /// A number that may have a decimal point, in `range`.
  static func decimal(
    _ range: ClosedRange<Double>
  ) -> @Sendable (String) throws(InvalidValue) -> Void {
    { text throws(InvalidValue) in
      guard let first = text.utf8.first, first != UInt8(ascii: "+"),
        text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || "-.".utf8.contains($0) }),
        let number = Double(text)
      else { throw InvalidValue("it is not a number") }
      guard range.contains(number) else {
        throw InvalidValue("it is not from \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }

  /// One of a few words, in any letter case: readers compare them so.
  static func anyCaseWord(
    of words: [String]
  ) -> @Sendable (String) throws(InvalidValue) -> Void {
    { text throws(InvalidValue) in
      guard words.contains(text) || words.contains(text.lowercased()) else {
        throw InvalidValue("it is none of \(words.joined(separator: ", "))")
      }
    }
  }

  /// A time of play: seconds, or hours, minutes and seconds, each with a fraction if need be.
  ///
  /// See <https://www.rfc-editor.org/rfc/rfc2326#section-3.6>.
  static func playTime(_ text: String) throws(InvalidValue) {
    var fields = 0
    var digits = 0
    var value = 0
    var fraction = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where fraction: break
      case 0x30...0x39:
        digits += 1
        value = min(value * 10 + Int(byte - 0x30), 1 << 32)
      case UInt8(ascii: ":") where digits > 0 && !fraction:
        if fields > 0, value > 59 { throw InvalidValue("it has more than 59 minutes in an hour") }
        fields += 1
        (digits, value) = (0, 0)
      case UInt8(ascii: ".") where digits > 0 && !fraction: fraction = true
      default: throw InvalidValue("it is neither seconds nor hours:minutes:seconds")
      }
    }
    guard digits > 0, fields < 3 else {
      throw InvalidValue("it is neither seconds nor hours:minutes:seconds")
    }
    if fields > 0, value > 59 || digits > 2 {
      throw InvalidValue("it has more than 59 seconds in a minute")
    }
  }

  /// A duration as podcasts have it: seconds, M:SS or H:MM:SS.
  static func duration(_ text: String) throws(InvalidValue) {
    guard !text.utf8.contains(UInt8(ascii: ".")) else { throw InvalidValue("it has a fraction") }
    try playTime(text)
  }

  /// A pair of numbers, latitude first, any number of times.
  static func coordinates(
    _ pairs: ClosedRange<Int>
  ) -> @Sendable (String) throws(InvalidValue) -> Void {
    { text throws(InvalidValue) in
      // Commas are no separators in GeoRSS, but common in feeds and taken by readers.
      let numbers = text.split { $0 == "," || $0.isWhitespace }
      guard numbers.count.isMultiple(of: 2), pairs.contains(numbers.count / 2) else {
        throw InvalidValue("it is not made of pairs of latitude and longitude")
      }
      for (index, number) in numbers.enumerated() {
        try decimal(index.isMultiple(of: 2) ? -90...90 : -180...180)(String(number))
      }
    }
  }

  /// Whole numbers with commas between them.
  static func integers(_ text: String) throws(InvalidValue) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let clean = parts.map { part in part.filter { !$0.isWhitespace } }
    guard clean.allSatisfy({ isDigits($0[...]) }) else {
      throw InvalidValue("it is not made of whole numbers with commas between them")
    }
  }

  /// The digits of a UUID (RFC 9562).
  static func uuid(_ text: String) throws(InvalidValue) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } })
    else {
      throw InvalidValue("a UUID is 32 hexadecimal digits in groups of 8-4-4-4-12")
    }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}

/// Dates as W3CDTF has them: RFC 3339, and shorter ones.
enum W3CDate {
  /// Checks a year, a month, a day, or a day and time with its zone.
  ///
  /// See <https://www.w3.org/TR/NOTE-datetime>.
  static func check(_ text: String) throws(InvalidValue) {
    if let t = text.firstIndex(of: "T") {
      let time = text[text.index(after: t)...]
      let digits = time.prefix { "0123456789:".contains($0) }
      // The one shape that RFC 3339 lacks: hours and minutes without seconds.
      let isShort = digits.utf8.count == 5
      _ = try Timestamp(
        rfc3339: isShort
          ? "\(text[..<t])T\(digits):00\(time.dropFirst(digits.count))" : text)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil
    }
    guard 1...3 ~= parts.count, numbers.count == parts.count,
      parts.map(\.utf8.count) == Array([4, 2, 2].prefix(parts.count))
    else { throw InvalidValue("it is not like 2026, 2026-02, 2026-02-10 or 2026-02-10T08:30:00Z") }
    _ = try CalendarDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
  }
}

extension W3CDate {
  /// Checks a date whose time of day may lack its zone: events are told in local time.
  static func checkLocal(_ text: String) throws(InvalidValue) {
    let time = text.split(separator: "T", maxSplits: 1).dropFirst().first ?? ""
    let hasZone = time.isEmpty || time.contains { "Z+-".contains($0) }
    try check(hasZone ? text : text + "Z")
  }
}

/// The countries of ISO 3166-1, by their codes of two letters.
enum Country {
  static func check(_ text: String) throws(InvalidValue) {
    guard codes.contains(text.uppercased()) else {
      throw InvalidValue("it is no code of ISO 3166")
    }
  }

  private static let codes = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ \
    EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU \
    GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW \
    KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU \
    MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF \
    TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UK UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT \
    ZA ZM ZW
    """.split(separator: " ").map(String.init))
}

/// The languages of ISO 639, as far as a tag's first part can be told from a slip.
enum Language {
  /// Checks that the first part of a well-formed tag can name a language.
  ///
  /// Of the codes of two letters all are known. There are thousands of three letters and more each
  /// year, so those are all taken; four letters are reserved, and longer ones were never registered.
  /// The W3C validator knows fewer, and refuses `cmn`.
  static func checkPrimary(of tag: String) throws(InvalidValue) {
    let primary = (tag.split(separator: "-").first.map(String.init) ?? tag).lowercased()
    switch primary.utf8.count {
    case 2 where !codes.contains(primary):
      throw InvalidValue("ISO 639 has no language \"\(primary)\"")
    case 4...: throw InvalidValue("\"\(primary)\" is not the code of a language, but a word")
    default: break
    }
  }

  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
    hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv \
    kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr \
    nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi \
    yo za zh zu
    """.split(separator: " ").map(String.init))
}
