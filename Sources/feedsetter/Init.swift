internal import ArgumentParser
internal import Content
internal import FeedValues
internal import FileSystem
internal import SiteSetup

/// `feedsetter init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a first feedsetter.yml after looking at what is there.",
    discussion: """
      Recognises the generator of a site by its configuration and its folders (Jekyll, Hugo, Zola, \
      Eleventy, Astro, Next.js, Gatsby, Docusaurus, Hexo, Pelican, Saga, Publish, SvelteKit, MkDocs \
      and others), takes over title, address, language, time zone, permalinks and names of fields, \
      and says what it could not. Programs are read, never run. docs/moving.md tells more.

      Exit status: 0 done, 64 wrong usage, 66 no such folder, 73 a feedsetter.yml is there already, \
      or it can't be written.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: "The site's name, instead of what its files say.")
  var title: String?

  @Option(help: "The address of the home page, instead of what its files say.")
  var url: String?

  @Option(help: "The site's language as BCP 47 writes it, such as en.")
  var language: String?

  @Option(help: "The site's time zone, such as Europe/Berlin.")
  var timezone: String?

  @Flag(help: "Write the configuration to standard output, and no file.")
  var print = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
    if let url {
      do throws(InvalidValue) {
        guard try AbsoluteURL(url).isWeb else {
          throw InvalidValue("it does not begin with https:// or http://")
        }
      } catch {
        throw ValidationError("--url is \"\(url)\", but \(error.reason).")
      }
    }
    if let language {
      do throws(InvalidValue) {
        _ = try LanguageTag(language)
      } catch {
        throw ValidationError("--language is \"\(language)\", but \(error.reason).")
      }
    }
    if let timezone {
      do throws(InvalidValue) {
        _ = try TimeZoneDatabase.zone(named: timezone)
      } catch {
        throw ValidationError("--timezone is \"\(timezone)\", but \(error.reason).")
      }
    }
  }

  func run() throws {
    let folder = site.folder
    let file = FileSystem.path(Configuration.fileName, in: folder)
    guard (try? FileSystem.kind(of: folder)) == .folder else {
      FileSystem.write("\(folder): error: there is no such folder\n", to: .error)
      throw ExitCode(66)
    }
    if !print, SiteSetup.isConfigured(folder) {
      FileSystem.write(
        "\(file): error: it is there already, and init writes over nothing\n"
          + "  help: move it away, or see what init would write by feedsetter init --print\n",
        to: .error)
      throw ExitCode(73)
    }
    var wishes = SiteSetup.Wishes()
    wishes.title = title
    wishes.url = url
    wishes.language = language
    wishes.timezone = timezone
    let report = SiteSetup(folder: folder, wishes: wishes).look(now: try Moment.current())
    let next = "feedsetter build" + (folder == "." ? "" : " --site \(folder)")
    if print {
      FileSystem.write(report.configuration, to: .output)
      FileSystem.write(report.text(file: nil, next: next) + "\n", to: .error)
      return
    }
    do throws(FileError) {
      try SiteSetup.write(report.configuration, to: folder)
    } catch {
      FileSystem.write("\(file): error: it can't be written: \(error.reason)\n", to: .error)
      throw ExitCode(73)
    }
    FileSystem.write(report.text(file: file, next: next) + "\n", to: .output)
  }
}
