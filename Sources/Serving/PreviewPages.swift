/// What pages have in a preview alone: they load themselves anew, and say what the last build found.
enum PreviewPages {
  /// A page with what it has in a preview alone, before the end of its body.
  static func live(_ page: [UInt8], in folder: ServedFolder) -> [UInt8] {
    let page = PagePolicy.opened(page)
    let end = lastEndOfBody(in: page)
    let script = "<script src=\"\(scriptPath)\" data-state=\"\(folder.state)\"></script>\n"
    return page[..<end] + Array((notice(folder.notice) + script).utf8) + page[end...]
  }

  /// Where the last `</body` is; the end where there is none.
  private static func lastEndOfBody(in page: [UInt8]) -> Int {
    let tag = Array("</body".utf8)
    var index = page.count - tag.count
    while index >= 0 {
      if page[index] == tag[0],
        page[index..<(index + tag.count)].elementsEqual(tag, by: { $0 | 0x20 == $1 | 0x20 })
      {
        return index
      }
      index -= 1
    }
    return page.count
  }

  static let scriptPath = "/.feedsetter/preview.js"
  static let stylePath = "/.feedsetter/preview.css"

  /// Loads the page anew once it is not what is served any more.
  ///
  /// Only pages that are seen hold a connection: browsers have six for each server.
  static let script = """
    {
      const state = document.currentScript.dataset.state;
      let events;
      const listen = () => {
        events?.close();
        if (document.hidden) return;
        events = new EventSource("\(Responder.eventsPath)");
        events.onmessage = (event) => {
          if (event.data !== state) location.reload();
        };
      };
      document.addEventListener("visibilitychange", listen);
      addEventListener("pagehide", () => events?.close());
      addEventListener("pageshow", (event) => event.persisted && listen());
      listen();
    }

    """

  /// How findings look, whatever the page looks like.
  static let style = """
    #feedsetter-notice, #feedsetter-notice * { all: revert; }
    #feedsetter-notice {
      position: fixed; z-index: 2147483647; inset: auto 0 0 0; margin: 0; padding: .6em 1em;
      max-height: 60vh; overflow: auto; box-sizing: border-box; text-align: start;
      background: #7a5200; color: #fff; color-scheme: dark; font: 16px/1.5 system-ui, sans-serif;
      box-shadow: 0 -2px 12px #0006;
    }
    #feedsetter-notice[role=alert] { background: #a1121f; }
    #feedsetter-notice summary { cursor: pointer; font-weight: 600; }
    #feedsetter-notice pre {
      margin: .6em 0 0; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    """

  private static func notice(_ notice: ServedFolder.Notice?) -> String {
    guard let notice else { return "" }
    return """
      <link rel="stylesheet" href="\(stylePath)">
      <details id="feedsetter-notice" \(notice.isFailure ? "open role=\"alert\"" : "role=\"status\"")>\
      <summary>\(escaped(notice.summary))</summary>\
      <pre tabindex="0">\(escaped(notice.findings))</pre></details>

      """
  }

  /// A folder without a page of its own.
  static func listing(_ path: String, _ names: [String], isRoot: Bool) -> String {
    let links = (isRoot ? [] : ["../"]) + names
    let items = links.map { name in
      let address = name == "../" ? name : "./" + ServedFolder.escaped(name)
      return "<li><a href=\"\(address)\">\(escaped(name))</a></li>"
    }
    return document(
      path, "<h1>\(escaped(path))</h1>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>")
  }

  /// What is shown where nothing was published.
  static func missing(_ path: String, home: String) -> String {
    document(
      "Not found",
      "<h1>There is nothing at \(escaped(path))</h1>\n<p><a href=\"\(home)\">All feeds</a></p>")
  }

  /// What is shown before the first build has succeeded.
  static func nothingYet(_ folder: ServedFolder) -> String {
    let text =
      folder.notice == nil
      ? "The feeds are being built." : "They are shown once the articles can be published."
    return document("No feeds yet", "<h1>There are no feeds yet</h1>\n<p>\(text)</p>")
  }

  private static func document(_ title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(escaped(title))</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
