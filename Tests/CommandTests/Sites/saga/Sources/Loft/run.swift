// swift-format-ignore-file
import Saga

enum SiteMetadata {
  static let url = URL(string: "https://loft.example")!
  static let name = "The Loft"
}

@main struct Run {
  static func main() async throws {
    try await Saga(input: "content", output: "deploy")
      .register(folder: "articles", readers: [.parsleyMarkdownReader])
      .run()
  }
}
