#!/usr/bin/env python
AUTHOR = 'Ned'
SITENAME = "Ned's Nets"
SITEURL = ''  # see publishconf.py
PATH = 'content'
TIMEZONE = 'Europe/Paris'
DEFAULT_LANG = 'en'
DEFAULT_CATEGORY = 'misc'
ARTICLE_URL = '{date:%Y}/{date:%m}/{category}/{slug}/'
ARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{category}/{slug}/index.html'
LINKS = (('Pelican', 'https://getpelican.com/'),)
