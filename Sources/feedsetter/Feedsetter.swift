internal import ArgumentParser

@main
struct Feedsetter: ParsableCommand {
  func run() {}
}
