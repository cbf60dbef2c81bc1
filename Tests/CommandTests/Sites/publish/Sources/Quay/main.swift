// swift-format-ignore-file
import Publish

struct Quay: Website {
  enum SectionID: String, WebsiteSectionID { case posts }
  struct ItemMetadata: WebsiteItemMetadata {}
  var url = URL(string: "https://quay.example")!
  var name = "Quay"
  var description = "A description of Quay"
  var language: Language { .english }
  var imagePath: Path? { nil }
}
