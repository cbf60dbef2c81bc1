"""Looks at the pages of a published folder in Chromium, and prints what it sees.

Usage: look.py FOLDER [PICTURES]: with PICTURES, a folder that screenshots are written to.
"""

import importlib.util
import pathlib
import sys

from browser import Browser

# The package itself is not imported: it would ask for another browser's driver.
AXE = (
    pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin)
    .with_name("axe.min.js")
    .read_text("utf-8")
)

SHOWN = "[...document.querySelectorAll('li:not([hidden]) h3')].map(e => e.textContent).join(' | ')"
# What of an XML document takes up room on the page, in the order in which it is seen.
SEEN = """[...document.documentElement.querySelectorAll('*')]
  .filter(e => !e.children.length && e.getClientRects().length)
  .map(e => [e.getBoundingClientRect(), e.textContent.trim().replace(/\\s+/g, ' ')])
  .sort(([a], [b]) => a.top - b.top || a.left - b.left).map(([, text]) => text).join(' | ')"""


def main(folder, pictures=None):
    browser = Browser(folder)
    try:
        look(browser, pictures)
    finally:
        browser.close()


def look(browser, pictures):
    def picture(name):
        if pictures:
            browser.picture(f"{pictures}/{name}.png")

    pages = {"list": "index.html", "preview": "category/tides/index.html", "site": "site/index.html"}
    for name, path in pages.items():
        for look_name, options in {
            "light": {},
            "dark": {"dark": True},
            "phone": {"width": 390, "height": 844, "phone": True},
        }.items():
            requests = browser.open(path, **options)
            print(f"{path}, {look_name}: asked for {', '.join(requests)}; {axe(browser)}; {width(browser)}")
            picture(f"{name}-{look_name}")
    for path in ["rss.xml", "category/tides/atom.xml"]:
        for look_name, options in {
            "light": {},
            "dark": {"dark": True},
            "phone": {"width": 390, "height": 844, "phone": True},
        }.items():
            requests = [url for url in browser.open(path, **options) if url != "favicon.ico"]
            paper = browser.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            print(f"{path}, {look_name}: asked for {', '.join(requests)}; {paper}; {width(browser)}")
            picture(f"{path.replace('/', '-')}-{look_name}")
        print(f"{path} shows {browser.evaluate(SEEN)}")
        print("its links lead to", browser.evaluate(
            "[...document.querySelectorAll('a')].map(e => e.href).join(' | ')"
        ).replace(browser.origin, "./"))

    browser.open("index.html", scripts=False)
    print("without scripts: form", browser.evaluate("getComputedStyle(document.querySelector('form')).display"),
          "and", browser.evaluate("document.querySelectorAll('button').length"), "buttons")

    browser.open("index.html")
    print("with scripts: form", browser.evaluate("getComputedStyle(document.querySelector('form')).display"),
          "and", browser.evaluate("document.querySelectorAll('button').length"), "buttons")
    reach = []
    for _ in range(6):
        browser.press("Tab", 9)
        reach.append(browser.evaluate(
            "(e => (e.getAttribute('aria-label') || e.textContent || e.id)"
            " + (getComputedStyle(e).outlineStyle == 'none' ? ' unseen' : ''))(document.activeElement)"))
    print("Tab reaches", " | ".join(reach))
    picture("focus")
    browser.evaluate("document.getElementById('q').focus()")
    for text in "c #":
        browser.press(text, text=text)
    print("'c #' leaves", browser.evaluate(SHOWN), "/", browser.evaluate("document.querySelector('output').textContent"),
          "/", browser.evaluate("[...document.querySelectorAll('section:not([hidden]) h2')].map(e => e.firstChild.textContent.trim()).join(' | ')"))
    print("then", axe(browser))
    picture("filtered")
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    browser.evaluate("document.querySelector('li:not([hidden]) button').focus()")
    browser.press("Enter", 13, "\r")
    browser.evaluate("new Promise(done => setTimeout(done, 300))")
    print("Enter copies", browser.evaluate("navigator.clipboard.readText()").replace(browser.origin, "./"),
          "/", browser.evaluate("document.querySelector('output').textContent").replace(browser.origin, "./"))


def axe(browser):
    """What axe-core finds against all of its rules, best practices as well."""
    browser.evaluate(AXE + "; 0")
    found = browser.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html).concat("
        "r.passes.length > 15 ? [] : ['only ' + r.passes.length + ' rules applied']))"
    )
    return "; ".join(found) or "no violations"


def width(browser):
    return browser.evaluate(
        "document.documentElement.scrollWidth > innerWidth ? 'wider than the window' : innerWidth + ' wide'")


main(*sys.argv[1:])
