# Everything is one of: make feeds, make test, make check, make build, make install, make format.

PREFIX ?= /usr/local
SITE ?= .

RELEASE := -c release --static-swift-stdlib --product feedsetter
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/feedsetter

.PHONY: feeds test check build install uninstall format lint floors current deps test-deps

# Builds the command and publishes the site in this folder (or in SITE).
feeds: build
	@$(BINARY) build --site $(SITE)

build: deps
	@swift build $(RELEASE)

# Runs every test.
test: test-deps
	@swift test --disable-xctest

# What CI runs. The tests come last, so that their summary is what one sees.
check: lint floors current test

# Fails when the committed feeds are not what the articles say.
current: build
	@$(BINARY) build --site $(SITE) --check

lint:
	@swift format lint --strict --recursive Package.swift Sources Tests

floors:
	@Scripts/check-floors

format:
	@swift format --in-place --recursive Package.swift Sources Tests

install: build
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -s -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/feedsetter"

uninstall:
	@rm -f "$(DESTDIR)$(PREFIX)/bin/feedsetter"

# Installs what is missing of the system's packages; says nothing where nothing is.
deps:
	@Scripts/install-packages build

test-deps:
	@Scripts/install-packages build test
