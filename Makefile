# Everything is one of: make feeds, make test, make check, make build, make install, make deb, make format.

PREFIX ?= /usr/local
SITE ?= .

RELEASE := -c release --static-swift-stdlib --product feedsetter
# Relocations take a megabyte less where the C library reads them packed.
GLIBC := $(lastword $(shell getconf GNU_LIBC_VERSION 2>/dev/null))
PACKED := $(shell printf '2.36\n%s\n' "$(GLIBC)" | sort -CV && echo yes)
RELEASE += $(if $(PACKED),-Xlinker -z -Xlinker pack-relative-relocs)
BINARY = $(shell swift build $(RELEASE) --show-bin-path)/feedsetter
# The stages are internal to their modules: a build of its own lets the benchmark at them.
STAGES := -c release --static-swift-stdlib --product stages --scratch-path .build/stages \
  -Xswiftc -enable-testing

.PHONY: feeds test test-all check build install install-built uninstall manual completions deb deb-built
.PHONY: check-container format lint floors current deps test-deps fuzz torture test-asan docs documentation
.PHONY: bench bench-builds bench-stages bench-validate thresholds instructions

# Builds the command and publishes the site in this folder (or in SITE).
feeds: build
	@$(BINARY) build --site $(SITE)

build: deps
	@swift build $(RELEASE)

# Runs every test.
test: test-deps
	@swift test --disable-xctest

# Runs those with browsers, readers, servers and packages of the system as well, and compiles the benchmark
# of the stages.
test-all: test-deps
	@Scripts/install-packages field
	@FEEDSETTER_TESTS=all FEEDSETTER_BENCHMARKS=1 swift test --disable-xctest

# What CI runs, with TESTS=test-all. The tests come last, so that their summary is what one sees.
TESTS ?= test
check: lint floors current instructions documentation $(TESTS)

# Fails when the committed feeds are not what the articles say, or docs not what the code says.
current: build
	@$(BINARY) build --site $(SITE) --check
	@$(BINARY) validate --explain all | diff -u docs/RULES.md - || \
	  { echo "docs/RULES.md is not current: make docs"; exit 1; }
	@Scripts/manual --markdown "$(BINARY)" | diff -u docs/commands.md - || \
	  { echo "docs/commands.md is not current: make docs"; exit 1; }

# Writes the pages of all rules and all commands from the command itself.
docs: build
	@$(BINARY) validate --explain all > docs/RULES.md
	@Scripts/manual --markdown "$(BINARY)" > docs/commands.md

# Web pages of the library products, in .build/documentation/site.
documentation: deps
	@swift build --target FeedFormats && swift build --target FeedValidation
	@Scripts/documentation "$$(swift build --show-bin-path)" .build/documentation

lint:
	@swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

floors:
	@Scripts/check-floors

format:
	@swift format --in-place --recursive Package.swift Sources Tests Benchmarks

# Where each shell looks for completions of programs below PREFIX.
BASH_COMPLETIONS ?= $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS ?= $(PREFIX)/share/fish/vendor_completions.d
MANUAL ?= $(PREFIX)/share/man/man1
# The date of the manual and the package: that of the last change, so that the same source gives the same files.
install-built manual deb-built: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date -r CHANGELOG.md +%s)

# The command, its completions and its manual.
install: build install-built

# The same for a command that is built already.
install-built: manual completions
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(MANUAL)" "$(DESTDIR)$(BASH_COMPLETIONS)" \
	  "$(DESTDIR)$(ZSH_COMPLETIONS)" "$(DESTDIR)$(FISH_COMPLETIONS)"
	@install -s -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/feedsetter"
	@install -m 644 $(MADE)/man/*.1 "$(DESTDIR)$(MANUAL)"
	@install -m 644 $(MADE)/feedsetter.bash "$(DESTDIR)$(BASH_COMPLETIONS)/feedsetter"
	@install -m 644 $(MADE)/feedsetter.zsh "$(DESTDIR)$(ZSH_COMPLETIONS)/_feedsetter"
	@install -m 644 $(MADE)/feedsetter.fish "$(DESTDIR)$(FISH_COMPLETIONS)/feedsetter.fish"

uninstall:
	@rm -f "$(DESTDIR)$(PREFIX)/bin/feedsetter" "$(DESTDIR)$(BASH_COMPLETIONS)/feedsetter" \
	  "$(DESTDIR)$(ZSH_COMPLETIONS)/_feedsetter" "$(DESTDIR)$(FISH_COMPLETIONS)/feedsetter.fish" \
	  "$(DESTDIR)$(MANUAL)"/feedsetter.1 "$(DESTDIR)$(MANUAL)"/feedsetter-*.1

# What is made from the command to be installed with it.
MADE ?= .build/installed
manual:
	@command -v python3 >/dev/null || Scripts/install-packages install
	@rm -rf $(MADE)/man
	@Scripts/manual "$(BINARY)" $(MADE)/man

completions:
	@mkdir -p $(MADE)
	@for shell in bash zsh fish; do \
	  "$(BINARY)" --generate-completion-script $$shell > $(MADE)/feedsetter.$$shell || exit 1; \
	done
	@sed -i.all '1{/^#!/d;}' $(MADE)/feedsetter.bash && rm $(MADE)/feedsetter.bash.all

# A package for Debian and its kin: .build/deb/feedsetter_VERSION_ARCHITECTURE.deb.
deb: build deb-built

deb-built:
	@Scripts/install-packages deb
	@BINARY="$(BINARY)" Scripts/deb .build/deb

# Does the last stage of Containerfile in a system that debootstrap makes; needs root.
check-container: deb
	@command -v debootstrap >/dev/null || { echo "install debootstrap" >&2; exit 1; }
	@Scripts/check-container .build/deb/feedsetter_*.deb

# Installs what is missing of the system's packages; says nothing where nothing is.
deps:
	@Scripts/install-packages build

test-deps:
	@Scripts/install-packages build test

# How fast all of it is: docs/benchmarks.md tells how to read what these print.
bench: bench-builds bench-stages bench-validate

# Whole builds, in turn with a C program that does only what must be done and, where it is installed, Hugo.
SIZES ?= small medium large
RUNS ?= 5
PERF = $(or $(FEEDSETTER_PERF),../shared/perf)
bench-builds: build test-deps
	@Scripts/bench-builds "$(BINARY)" --sizes "$(SIZES)" --runs $(RUNS) --perf "$(PERF)"

# Each stage by itself, on one core.
bench-stages: deps
	@FEEDSETTER_BENCHMARKS=1 swift build $(STAGES) >&2
	@Scripts/bench-stages "$$(FEEDSETTER_BENCHMARKS=1 swift build $(STAGES) --show-bin-path)/stages"

# How fast feeds are judged, beside xmllint.
bench-validate: build test-deps
	@Scripts/bench-validate "$(BINARY)"

# Fails where the command needs 10 % more instructions than Benchmarks/thresholds says.
instructions: build test-deps
	@Scripts/check-instructions "$(BINARY)"

# Writes Benchmarks/thresholds anew.
thresholds: build test-deps
	@Scripts/check-instructions "$(BINARY)" --record

# Kills builds at random moments and looks at every file that they leave behind.
TORTURE_RUNS ?= 2000
TORTURE_SEED ?= 1
torture: build test-deps
	@Scripts/torture "$(BINARY)" --runs $(TORTURE_RUNS) --seed $(TORTURE_SEED)

# Judges mutated feeds for a minute; prints the path of an input that breaks something.
FUZZ_SECONDS ?= 60
FUZZ_SEED ?= 1
CONFORMANCE = $(or $(FEEDSETTER_CONFORMANCE),../shared/conformance)
fuzz: deps
	@swift build --package-path Tests/Fuzz --scratch-path .build/fuzz -c release \
	  --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
	@mkdir -p .build/fuzz/corpus .build/fuzz/crashes
	@.build/fuzz/release/fuzz -seed=$(FUZZ_SEED) -max_total_time=$(FUZZ_SECONDS) -max_len=20000 \
	  -timeout=10 -rss_limit_mb=1024 -dict=Tests/Fuzz/feeds.dict \
	  -artifact_prefix=.build/fuzz/crashes/ .build/fuzz/corpus Tests/Fuzz/Seeds \
	  $(wildcard $(CONFORMANCE)/w3c $(CONFORMANCE)/jsonfeed)

# Reads every labelled feed under AddressSanitizer.
test-asan: test-deps
	@swift test --sanitize=address --scratch-path .build/asan --disable-xctest \
	  --filter 'XMLTests|FeedValidationTests'
