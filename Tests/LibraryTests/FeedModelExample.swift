import FeedModel
import FeedValues

/// An entry of texts that come from elsewhere.
///
/// - Throws: `InvalidValue`, which says what is wrong with the first text that can't be used.
func entry(
  title: String, address: String, date: String, author: String, mail: String
) throws(InvalidValue) -> Entry {
  let link = try AbsoluteURL(address)
  let published = try Timestamp(rfc3339: date)
  // A tag URI stays the same when the page gets another address.
  let id = TagURI(authority: link.host, date: published.utc.date, specific: title)
  return Entry(
    id: id.string, link: link, title: title,
    authors: [Author(name: author, email: try EmailAddress(mail))], published: published)
}
