/// The few lines that the subscribe page runs where scripts may: a box to find a feed in, and buttons that copy
/// addresses.
///
/// The page is whole without them. There is no `<` and no `&` in them, so that XML reads them as HTML does.
enum PageScript {
  /// What the page's policy knows the script by; a test holds it against the script.
  static let hash = "'sha256-w5oFXQUdVagzwGT/F58+wTrfXjVKpqMDvL+hic2CF5E='"

  /// The element with the script.
  static let element = Array("<script>\(source)</script>\n".utf8)

  static let source = """

    (() => {
    const rows = Array.from(document.querySelectorAll("li"));
    const status = document.querySelector("output");
    const form = document.querySelector("form");
    if (form) {
      const names = rows.map(row => row.querySelector("h3").textContent.toLowerCase());
      const show = () => {
        const words = form.q.value.toLowerCase().split(" ");
        let shown = 0;
        rows.forEach((row, index) => {
          row.hidden = !words.every(word => names[index].includes(word));
          if (!row.hidden) shown++;
        });
        for (const section of document.querySelectorAll("section"))
          section.hidden = !section.querySelector("li:not([hidden])");
        status.textContent = `${shown} of ${rows.length} feeds`;
      };
      form.hidden = false;
      form.addEventListener("submit", event => event.preventDefault());
      form.q.addEventListener("input", show);
      if (form.q.value) show();
    }
    if (navigator.clipboard) for (const row of rows) {
      const link = row.querySelector("p:last-child a");
      const button = document.createElement("button");
      const name = row.querySelector("h3").textContent;
      button.type = "button";
      button.lang = "en";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy ${link.textContent} address of ${name}`);
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(link.href);
          button.textContent = "Copied";
          status.textContent = `Copied ${link.href}`;
          setTimeout(() => { button.textContent = "Copy"; }, 2000);
        } catch {
          status.textContent = `The browser does not let this page copy ${link.href}`;
        }
      });
      link.parentNode.append(" ", button);
    }
    })();

    """
}
