/// How the pages for people look: light and dark as the reader's system is, as wide as a phone and wider.
///
/// It stands in each page, so that a page is one file. There is no `<` and no `&` in it, so that XML reads it as
/// HTML does.
enum PageStylesheet {
  /// What the pages' policy knows the style by; a test holds it against the style.
  static let hash = "'sha256-N3H3LI+NtFVIDVfKUQw82X1CMwoHym20iqAcIJaEQk4='"

  /// The end of the head, with the style.
  static let element = Array("<style>\(source)</style>\n</head>\n".utf8)

  static let source = """

    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1b1f; --quiet: #57575f; --line: #d9d9de; --link: #0b4fc4;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181b; --ink: #ececf0; --quiet: #b3b3bd; --line: #3b3c42; --link: #8fb8ff;
      }
    }
    body {
      max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    h1, h2, h3, p, ul { margin: 0; padding: 0; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: .25rem 0 .75rem; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; font-weight: 600; }
    h1, h3, li p, article p, header p { unicode-bidi: plaintext; }
    header p { max-width: 40rem; margin-bottom: .5rem; }
    h2 + p { margin-bottom: .75rem; }
    h2 small, h2 + p, li p, time, article p:first-of-type { color: var(--quiet); font-weight: 400; }
    li p, time, article p:first-of-type { font-size: .875rem; }
    a { color: var(--link); }
    a:focus-visible, button:focus-visible, input:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px;
    }
    nav a { margin-right: 1.25rem; }
    ul { list-style: none; }
    li, article { padding: .75rem 0; border-top: 1px solid var(--line); }
    li p:last-child, p.f { margin-top: .375rem; }
    li p:last-child a, p.f a, button {
      display: inline-block; padding: .125rem .625rem; border: 1px solid var(--line);
      border-radius: .375rem; background: none; color: var(--link); font: inherit;
      font-size: .875rem; line-height: 1.5; text-decoration: none;
    }
    li p:last-child a:hover, p.f a:hover, button:hover { border-color: var(--link); }
    button { min-width: 5rem; cursor: pointer; }
    form { margin-top: 1.5rem; }
    form[hidden], li[hidden], section[hidden] { display: none; }
    label { display: block; margin-bottom: .375rem; font-weight: 600; }
    input {
      box-sizing: border-box; width: 100%; max-width: 24rem; padding: .5rem .75rem;
      border: 1px solid var(--quiet); border-radius: .375rem; background: var(--paper);
      color: var(--ink); font: inherit;
    }
    output { display: block; min-height: 1.5rem; margin-top: .5rem; color: var(--quiet); font-size: .875rem; }
    footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--line); }
    @media (min-width: 40rem) {
      li { display: grid; grid-template-columns: 1fr auto; column-gap: 1.5rem; }
      li > * { grid-column: 1; }
      li p:last-child { grid-area: 1 / 2 / span 3; align-self: start; margin: 0; }
    }

    """
}
