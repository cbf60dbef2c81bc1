/// The stylesheet that makes RSS and Atom feeds pages in browsers.
///
/// XML has no names for what its elements are to look like, so all but what people read is hidden: title,
/// date, author and excerpt of each item. Dates are shown as the feed has them.
package enum FeedStylesheet {
  /// The file's name in the published folder.
  package static let fileName = "feed.css"

  /// The file's bytes.
  package static let bytes = Array(text.utf8)

  private static let text = """
    /* Shows RSS and Atom feeds as pages. Written by Feedsetter. */
    @namespace a "http://www.w3.org/2005/Atom";
    @namespace d "http://purl.org/dc/elements/1.1/";
    @namespace h "http://www.w3.org/1999/xhtml";

    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1b1f; --quiet: #57575f; --line: #d9d9de; --link: #0b4fc4;
      display: block; box-sizing: border-box; max-width: 44rem; margin: 0 auto;
      padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181b; --ink: #ececf0; --quiet: #b3b3bd; --line: #3b3c42; --link: #8fb8ff;
      }
    }

    |channel { display: block; }
    |channel > *, |item > *, a|feed > *, a|entry > * { display: none; }

    |channel > h|div, a|feed > h|div { display: block; margin-bottom: 1.5rem; }
    h|h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; unicode-bidi: plaintext; }
    h|p { max-width: 36rem; margin: 0 0 .75rem; }
    h|a { margin-right: 1.25rem; color: var(--link); }
    h|a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }

    |channel > |item, a|feed > a|entry {
      display: flex; flex-flow: row wrap; gap: .125rem 1rem; padding: 1rem 0;
      border-top: 1px solid var(--line);
    }
    |item > |title, a|entry > a|title, |item > |description, a|entry > a|summary {
      display: block; flex: 0 0 100%; unicode-bidi: plaintext;
    }
    |item > |title, a|entry > a|title { order: 1; font-size: 1.125rem; font-weight: 600; }
    |item > |pubDate, a|entry > a|published { display: block; order: 2; }
    |item > d|creator, a|entry > a|author { display: block; order: 3; unicode-bidi: plaintext; }
    |item > |description, a|entry > a|summary { order: 4; }
    |item > |pubDate, a|entry > a|published, |item > d|creator, a|entry > a|author {
      color: var(--quiet); font-size: .875rem;
    }
    a|author > a|uri, a|author > a|email { display: none; }

    """
}
