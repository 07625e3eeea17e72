#!/usr/bin/env bash
# The step of action.yml. Every input comes by the environment (IN_…) and is given on as one word behind an equals sign, so
# that none is taken for an option or for a command. Runs with the bash of macOS too, which is of version 3.2.
set -euo pipefail

status=0
counted=no

# A step that fails says so in its outputs too.
finish() {
    local ended=$?
    [ "$ended" -le "$status" ] || status=$ended
    # What is no status of track is a failure of the machine.
    [ "$status" -le 3 ] || status=3
    [ "$counted" = yes ] || printf 'errors=\nwarnings=\nfiles=\n' >>"$GITHUB_OUTPUT"
    printf 'exit-status=%s\n' "$status" >>"$GITHUB_OUTPUT"
    exit "$status"
}
trap finish EXIT

fail() {
    printf '::error title=track check::%s\n' "$2"
    exit "$1"
}

is_on() {
    case $2 in
        true | True | TRUE) return 0 ;;
        false | False | FALSE | '') return 1 ;;
        *) fail 2 "the input $1 is neither true nor false" ;;
    esac
}

# Runs what may show texts of records: no line of it is a command to the runner.
unheeded() {
    local token ended=0
    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '::stop-commands::%s\n' "$token"
    { "$@" || ended=$?; } 2>&1
    printf '\n::%s::\n' "$token"
    return "$ended"
}

# Runs a part after which the others still run; the worst status is that of the whole.
part() {
    local ended=0
    "$@" || ended=$?
    [ "$ended" -le "$status" ] || status=$ended
}

# Builds track as it is at this version of the action, in the action's own folder: nothing in the repository of the records
# chooses a toolchain or a setting of cargo.
build() {
    cd "$GITHUB_ACTION_PATH" || return
    command -v cargo >/dev/null || return
    local needed there cargo=(cargo)
    needed=$(sed -n 's/^rust-version = "1\.\([0-9]*\)"$/\1/p' Cargo.toml)
    there=$(cargo --version | sed -n 's/^cargo 1\.\([0-9]*\)\..*$/\1/p')
    if [ "${there:-0}" -lt "$needed" ] && command -v rustup >/dev/null; then
        rustup toolchain install "1.$needed" --profile minimal --no-self-update || return
        cargo+=("+1.$needed")
    fi
    "${cargo[@]}" install --locked --path . --root "$RUNNER_TEMP/track"
}

# A number at the top of the report. A text in it stands on no line by itself.
number() {
    sed -n 's/^  "'"$1"'": \([0-9][0-9]*\),\{0,1\}$/\1/p' "$report"
}

count() {
    report=$(mktemp "$RUNNER_TEMP/track-check.XXXXXX")
    # Only what it tells on standard error goes to the log.
    into_report() { "${check[@]}" --format=json >"$report"; }
    part unheeded into_report
    local errors warnings files
    errors=$(number errors) warnings=$(number warnings) files=$(number files)
    [ -n "$errors" ] || fail "${status/#0/3}" 'the check could not be made; the log says why'
    printf 'errors=%s\nwarnings=%s\nfiles=%s\n' "$errors" "$warnings" "$files" >>"$GITHUB_OUTPUT"
    counted=yes
}

# Marks the findings. What is printed are commands to the runner; what goes wrong is told apart.
annotate() {
    local ended=0
    "${check[@]}" --format=github 2>"$report.err" || ended=$?
    [ "$ended" -le 1 ] || unheeded cat "$report.err"
    return "$ended"
}

deny=no overdue=no annotations=no
if is_on deny-warnings "$IN_DENY_WARNINGS"; then deny=yes; fi
if is_on fail-on-overdue "$IN_FAIL_ON_OVERDUE"; then overdue=yes; fi
if is_on annotations "$IN_ANNOTATIONS"; then annotations=yes; fi

if [ -n "$IN_TRACK" ]; then
    track=$(type -P -- "$IN_TRACK") || fail 3 'the input track names no program that can be run'
else
    printf '::group::Build track\n'
    (build) || fail 3 'track could not be built; it needs Rust, or the input track names one that is there'
    printf '::endgroup::\n'
    track=$RUNNER_TEMP/track/bin/track
fi

asked=("$track" --no-input)
[ -z "$IN_REPO" ] || asked+=("--repo=$IN_REPO")
[ -z "$IN_TODAY" ] || asked+=("--today=$IN_TODAY")
check=("${asked[@]}" check)
[ -z "$IN_CHANGED_SINCE" ] || check+=("--changed-since=$IN_CHANGED_SINCE")
[ "$deny" = no ] || check+=(--deny-warnings)

count
if [ "$annotations" = yes ]; then
    part annotate
else
    part unheeded "${check[@]}"
fi
[ -z "$IN_SARIF_FILE" ] || part unheeded "${check[@]}" --format=sarif "--output=$IN_SARIF_FILE" --overwrite
[ "$overdue" = no ] || part unheeded "${asked[@]}" list --fail-on=overdue
