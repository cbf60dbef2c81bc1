import FeedValues
import Testing

struct PodcastCategoryTests {
  @Test func `every category of the list is one, in any letter case`() throws {
    #expect(PodcastCategory.all.count == 19)
    for (name, narrower) in PodcastCategory.all {
      #expect(try PodcastCategory(name.uppercased()).name == name)
      for subcategory in narrower {
        let category = try PodcastCategory(name, subcategory: subcategory.lowercased())
        #expect(category.name == name)
        #expect(category.subcategory == subcategory)
      }
    }
    #expect(PodcastCategory.all.last?.narrower.last == "TV Reviews")
    let leisure = PodcastCategory.all.first { $0.name == "Leisure" }?.narrower
    #expect(leisure?.suffix(2) == ["Home & Garden", "Video Games"])
  }

  @Test(arguments: [
    ("Tides", nil), ("", nil), ("Education", "Books"), ("Education", ""), ("Courses", nil),
    ("True Crime", "Crime"),
  ])
  func `what the list doesn't hold is none`(name: String, subcategory: String?) {
    #expect(throws: InvalidValue.self) { try PodcastCategory(name, subcategory: subcategory) }
  }
}
