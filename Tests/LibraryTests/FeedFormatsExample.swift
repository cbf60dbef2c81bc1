import FeedFormats
import FeedModel
import FeedValues

/// A feed of one entry in each of the three formats, by the names of its files.
func tideNotes() throws(InvalidValue) -> [String: [UInt8]] {
  let author = Author(name: "Tide Team")
  let entry = Entry(
    id: "tag:tide.example,2026-02-10:reading-the-ebb",
    link: try AbsoluteURL("https://tide.example/reading-the-ebb/"),
    title: "Reading the Ebb", summary: "What the mud tells.",
    contentHTML: Array("<p>Mud <em>remembers</em>.</p>".utf8),
    authors: [author], categories: [Category(label: "Field work")],
    published: try Timestamp(rfc3339: "2026-02-10T08:30:00Z"))
  let feed = Feed(
    title: "Tide Notes", description: "What the sea does.",
    location: try AbsoluteURL("https://tide.example/feeds/"),
    homePage: try AbsoluteURL("https://tide.example/"),
    language: try LanguageTag("en"), updated: entry.updated, author: author)

  // An entry is written once, however many feeds carry it.
  let fragments = EntryFragments(entry, formats: FeedFormat.allCases)
  var files: [String: [UInt8]] = [:]
  for format in FeedFormat.allCases {
    files[format.fileName] = FeedDocument(feed, entries: [fragments], format: format).bytes
  }
  return files
}
