# make run    install what is missing, build, and run the diplomat scenario
# make test   install what is missing, build, and run every test
# make lint   the formatter's opinion
# make native the program for this machine's processor alone: .build-native/release/takst
# make bench  time the hot kernels, national years and their memory
# make bench-peers  time the same year in Takst, NumPy and Numba, and print the ratios
# make bench-sweep  time the same sweep in Takst and in SALib over Numba
# make slurm-test  run a sweep's job array on a Slurm of this machine alone (root, Debian)
# make accept take today's results as the expected ones (see CONTRIBUTING.md)

SHELL := /bin/sh
SCENARIO := Scenarios/norway/diplomat-list.yaml
NATION := Scenarios/norway/baseline-2023.yaml
SOURCES := Package.swift Plugins Sources Tests \
  Benchmarks/Package.swift Benchmarks/Sources Benchmarks/National
PEERS := Benchmarks/peers

# Homebrew's headers lie outside the default search path; Debian's do not.
ifeq ($(shell uname -s),Darwin)
  BREW := $(shell brew --prefix)
  FLAGS := -Xcc -I$(BREW)/include -Xlinker -L$(BREW)/lib
endif
FLAGS += --explicit-target-dependency-import-check error

# What a processor can do beyond its kind. Results are the same to the øre; draws are faster.
NATIVE := -Xcc $(if $(BREW),-mcpu=native,-march=native)
YEAR := swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build-native \
  $(NATIVE) $(FLAGS)

.PHONY: run test build native deps lint accept sanitize bench bench-peers bench-sweep slurm-test year clean

run: deps
	swift run -c release $(FLAGS) takst run $(SCENARIO)

# Optimised, because tests run whole nations; everything that traps still traps.
CHECKED := -c release -Xswiftc -enable-testing --scratch-path .build-checked $(FLAGS)

test: deps
	swift build --build-tests $(CHECKED)
	@{ swift test --skip-build $(CHECKED) 2>&1; echo $$? > .build-checked/tests.status; } \
	  | tee .build-checked/tests.log; \
	status=$$(cat .build-checked/tests.status); \
	if [ $$status != 0 ]; then \
	  echo; echo "What failed, once more:"; \
	  grep -a -A 4 '✘ Test .* recorded' .build-checked/tests.log; \
	fi; exit $$status

# The program alone, for daily use: .build/release/takst
build: deps
	swift build -c release $(FLAGS) --product takst

native: deps
	swift build -c release --scratch-path .build-native $(NATIVE) $(FLAGS) --product takst

# Thread and address sanitizers; slow, and not part of make test. Not optimised: compiling would take
# longer than running.
sanitize: deps
	swift test --sanitize=thread --scratch-path .build_tsan $(FLAGS) --skip HouseTests
	ASAN_OPTIONS=detect_leaks=0 \
	  swift test --sanitize=address --scratch-path .build_asan $(FLAGS) --skip HouseTests

# Seconds of whole years, and bytes per person, as lines of the executable year.
bench: year
	TAKST_SCENARIO=$(abspath $(NATION)) \
	  swift package -c release --package-path Benchmarks $(FLAGS) benchmark --no-progress
	for workers in 1 2; do \
	  $$($(YEAR) --show-bin-path)/year \
	    $(NATION) $$workers || exit 1; \
	done

bench-peers: year $(PEERS)/.venv
	$(PEERS)/.venv/bin/python $(PEERS)/compare.py \
	  $$($(YEAR) --show-bin-path)/year \
	  $(NATION) $(PEERS)/inputs.json

bench-sweep: native year $(PEERS)/.venv
	$(PEERS)/.venv/bin/python $(PEERS)/sweep.py .build-native/release/takst \
	  $$($(YEAR) --show-bin-path)/year \
	  $(NATION) $(PEERS)/inputs.json

slurm-test: build
	sh Benchmarks/slurm/test.sh .build/release/takst

# Built for the processor at hand, as Numba builds for it.
year: deps
	$(YEAR) --product year

$(PEERS)/.venv: $(PEERS)/requirements.txt
	python3 -m venv $@
	$@/bin/python -m pip install --quiet --requirement $<
	touch $@

lint:
	swift format lint --strict --recursive $(SOURCES)

# What a file's own comments compare with the baseline is compared, the others are run.
COMPARED := solved funding payers balances by-form winners-losers deciles phases
COMPARED_CAPACITIES := payers balances winners-losers capacity-distribution capacity-path economic-frame

accept: build
	for scenario in $$(ls Scenarios/*/*.yaml); do \
	  base=$$(sed -n 's/^# *takst compare \([^ ]*\).*/\1/p' "$$scenario" | head -n 1); \
	  case $$scenario in \
	    Scenarios/denmark/*) tables="$(COMPARED_CAPACITIES:%=--table %)" ;; \
	    *) tables="$(COMPARED:%=--table %)" ;; \
	  esac; \
	  if [ -n "$$base" ]; then \
	    .build/release/takst compare "$$base" "$$scenario" \
	      $$tables --format csv --out .build/accept --quiet; \
	  else \
	    .build/release/takst run "$$scenario" --format csv --out .build/accept --quiet; \
	  fi && cp .build/accept/tidy.csv "$${scenario%.yaml}.expected.csv" || exit 1; \
	done
	git diff --stat -- Scenarios

clean:
	swift package clean

# Installs the C libraries when their headers are not there.
deps:
	@if [ "$$(uname -s)" = Darwin ]; then \
	  for formula in gsl libcsv libmd libxlsxwriter libzip pkg-config; do \
	    brew list --versions $$formula >/dev/null || brew install $$formula || exit 1; \
	  done; \
	elif [ ! -f /usr/include/gsl/gsl_cdf.h ] || [ ! -f /usr/include/csv.h ] || \
	    [ ! -f /usr/include/sha256.h ] || [ ! -f /usr/include/sqlite3.h ] || \
	    [ ! -f /usr/include/xlsxwriter.h ] || [ ! -f /usr/include/zip.h ]; then \
	  if [ "$$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi; \
	  $$as_root apt-get update && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y --no-install-recommends libgsl-dev libcsv-dev libmd-dev libsqlite3-dev \
	    libxlsxwriter-dev libzip-dev pkg-config; \
	fi
