/// What becomes of each element and attribute.
///
/// Elements that nobody knows are kept, with their attributes cleaned: HTML grows, and an unknown
/// element does nothing. No element whose content browsers read as raw text is kept at all, so there
/// is nothing in the result that two parsers could see differently.
enum HTMLPolicy {
  /// What becomes of an element.
  enum Action: UInt8 {
    case keep
    /// Its tags go, its content stays; nothing is lost and nothing told.
    case unwrap
    /// Its tags go, its content stays, and it is told.
    case dropTag
    /// All of it goes.
    case dropAll
    /// A link takes its place, content and all.
    case frame
    /// A link takes the place of its tags.
    case plugin
    /// `xmp`: its content is text.
    case rawText
    /// Kept in SVG, where it is a tooltip, dropped elsewhere.
    case title
    case input
    case base
    /// Another name for `img`, but in SVG.
    case image
  }

  /// What an element is to the elements around it.
  struct Traits: OptionSet {
    let rawValue: UInt32

    static let void = Traits(rawValue: 1)
    /// Its start ends a paragraph.
    static let block = Traits(rawValue: 1 << 1)
    static let paragraph = Traits(rawValue: 1 << 2)
    static let item = Traits(rawValue: 1 << 3)
    static let list = Traits(rawValue: 1 << 4)
    static let definition = Traits(rawValue: 1 << 5)
    static let definitionList = Traits(rawValue: 1 << 6)
    static let cell = Traits(rawValue: 1 << 7)
    static let row = Traits(rawValue: 1 << 8)
    static let rowGroup = Traits(rawValue: 1 << 9)
    static let table = Traits(rawValue: 1 << 10)
    static let caption = Traits(rawValue: 1 << 11)
    static let link = Traits(rawValue: 1 << 12)
    /// `svg` and `math`, where a tag that ends by `/>` has no content.
    static let foreign = Traits(rawValue: 1 << 13)
    /// What may be loaded lazily.
    static let media = Traits(rawValue: 1 << 14)
    /// Holds paragraphs.
    static let container = Traits(rawValue: 1 << 15)
    static let ruby = Traits(rawValue: 1 << 16)
    static let rubyText = Traits(rawValue: 1 << 17)
    static let heading = Traits(rawValue: 1 << 18)
    /// Formats text, across the ends of blocks too.
    static let formatting = Traits(rawValue: 1 << 19)
    /// Ends `svg` or `math` where it begins in one.
    static let breakout = Traits(rawValue: 1 << 20)
    /// Holds HTML in `svg` or `math`.
    static let integration = Traits(rawValue: 1 << 21)
    /// An item of a list that begins in it ends the one around it.
    static let open = Traits(rawValue: 1 << 22)
  }

  struct Element {
    let action: Action
    let traits: Traits
    static let unknown = Element(action: .keep, traits: [])
  }

  /// What becomes of an attribute.
  enum Attribute: UInt8 {
    /// A URL that is followed.
    case url
    /// A URL of what is shown in place.
    case source
    case sourceSet
    case lazySource
    case lazySourceSet
    case style
    /// Goes, and nobody misses it.
    case idle
    case autoplay
    /// Goes, and it is told.
    case active
    /// What an SVG animation changes.
    case animated
  }

  static let attributes = HTMLNameTable<Attribute>(
    names("href xlink:href cite data longdesc", .url)
      + names("src poster background lowsrc dynsrc", .source)
      + names("srcset imagesrcset", .sourceSet)
      + [("data-src", .lazySource), ("data-srcset", .lazySourceSet), ("style", .style)]
      + names("loading decoding", .idle) + [("autoplay", .autoplay)]
      + names("srcdoc action formaction ping manifest codebase classid archive xml:base", .active)
      + [("attributename", .animated)])

  static let elements = HTMLNameTable<Element>(
    group("script style textarea noembed noframes button select datalist template", .dropAll)
      + group("foreignobject", .dropAll)
      + group("link meta frame bgsound keygen isindex", .dropTag, .void)
      + group("frameset option optgroup portal", .dropTag)
      + group("param", .unwrap, .void)
      + group("form html head body noscript plaintext", .unwrap)
      + group("iframe fencedframe", .frame) + group("object applet", .plugin)
      + group("embed", .plugin, .void) + group("xmp", .rawText, [.block, .breakout])
      + group("title", .title)
      + group("input", .input, .void) + group("base", .base, .void)
      + group("area col wbr basefont", .keep, .void) + group("br", .keep, [.void, .breakout])
      + group("img", .keep, [.void, .media, .breakout]) + group("image", .image, [.void, .media])
      + group("source track", .keep, [.void, .media])
      + group("hr", .keep, [.void, .block, .breakout])
      + group("video audio", .keep, .media) + group("svg math", .keep, .foreign)
      + group("a", .keep, [.link, .formatting])
      + group("b big code em i nobr s small strike strong tt u", .keep, [.formatting, .breakout])
      + group("font", .keep, .formatting) + group("span sub sup var", .keep, .breakout)
      + group("mi mo mn ms mtext desc", .keep, .integration)
      + group("ruby", .keep, [.ruby, .breakout]) + group("rt rp", .keep, .rubyText)
      + group("p", .keep, [.block, .paragraph, .open, .breakout])
      + group("li", .keep, [.block, .item, .container, .breakout])
      + group("ul ol menu", .keep, [.block, .list, .breakout])
      + group("dir", .keep, [.block, .list])
      + group("dt dd", .keep, [.block, .definition, .container, .breakout])
      + group("dl", .keep, [.block, .definitionList, .breakout])
      + group("td th", .keep, [.cell, .container]) + group("tr", .keep, .row)
      + group("tbody thead tfoot", .keep, .rowGroup)
      + group("table", .keep, [.block, .table, .breakout])
      + group("caption colgroup", .keep, .caption)
      + group("h1 h2 h3 h4 h5 h6", .keep, [.block, .heading, .breakout])
      + group("pre listing", .keep, [.block, .breakout])
      + group("summary figcaption hgroup", .keep, .block)
      + group("address", .keep, [.block, .open])
      + group("div", .keep, [.block, .container, .open, .breakout])
      + group("blockquote center", .keep, [.block, .container, .breakout])
      + group(
        "article aside details fieldset figure footer header main nav section search dialog",
        .keep, [.block, .container]))

  private static func names<Value>(_ names: String, _ value: Value) -> [(String, Value)] {
    names.split(separator: " ").map { (String($0), value) }
  }

  private static func group(
    _ names: String, _ action: Action, _ traits: Traits = []
  ) -> [(String, Element)] {
    self.names(names, Element(action: action, traits: traits))
  }
}
