/// What Atom 1.0 lets stand where (<https://www.rfc-editor.org/rfc/rfc4287#section-4>).
///
/// The same as its grammar says, in words that findings can be made of.
enum AtomModels {
  static let all = [
    Model(
      "feed",
      children: """
        author* category* contributor* generator? icon? id! link* logo? rights? subtitle? title! \
        updated! entry*
        """),
    Model(
      "entry",
      children: """
        author* category* content? contributor* id! link* published? rights? source? summary? \
        title! updated!
        """),
    Model(
      "source",
      children: """
        author* category* contributor* generator? icon? id? link* logo? rights? subtitle? title? \
        updated?
        """),
    Model("author", "contributor", children: "name! uri? email?"),
    Model("link", attributes: "href! rel? type? hreflang? title? length?", content: .anything),
    Model("category", attributes: "term! scheme? label?", content: .anything),
    Model("generator", attributes: "uri? version?"),
    Model("content", attributes: "type? src?", content: .anything),
    Model("title", "subtitle", "summary", "rights", attributes: "type?", content: .anything),
    Model("id", "updated", "published", "icon", "logo", "name", "uri", "email"),
  ]
}
