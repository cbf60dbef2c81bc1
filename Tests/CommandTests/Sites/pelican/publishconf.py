from pelicanconf import *
SITEURL = 'https://nets.example'
RELATIVE_URLS = False
