"""Asserts the verdicts of taplo and tombi on records and settings, good and bad; run by `.ci/editors`.

A verdict that is not the expected one ends it with 1; so does a tool that looks at nothing, for then a bad file passes.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

TRACK, GROUND = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
OWN = Path(__file__).resolve().parent.parent
FIXTURES = OWN / "tests/fixtures/schema"
LINTERS = {"taplo": ["taplo", "lint", "--colors", "never"], "tombi": ["tombi", "lint", "--offline"]}
FORMATTERS = {"taplo": ["taplo", "fmt", "--check"], "tombi": ["tombi", "format", "--offline", "--check"]}

failures = []
verdicts = 0


def run(folder, *command, **env):
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", **env},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def expect(what, is_so, said=""):
    global verdicts
    verdicts += 1
    if not is_so:
        failures.append(f"{what}\n{said}")


def track(folder, *args):
    code, said = run(folder, TRACK, *args, "--today", "2026-11-20", "--no-input")
    if code != 0:
        sys.exit(f"track {' '.join(args)} ended with {code}\n{said}")


def office(name):
    """A folder made by `track init`, with settings and with records that `track` itself wrote, and our own."""
    folder = GROUND / name
    folder.mkdir()
    track(folder, "init", "--office", "Example Office", "--short", "PCC", "--duty-label", "section 33")
    track(folder, "add", "--title", "Custody", "--type", "custody", "--published", "2026-02-01", "--id", "custody",
          "--forces", "all", "--url", "https://example.org/", "--recommendations-made", "2",
          "--recommendation", "Do it.", "--recommendation", "Do that:\n\n- now\n- soon")
    track(folder, "add", "--title", "PEEL", "--type", "peel", "--published", "March 2026", "--id", "peel")
    track(folder, "update", "custody", "#1", "--status", "in-progress", "--note", "The form is new.\nIt is in use.")
    track(folder, "set", "custody", "response.published", "unknown")
    shutil.copytree(OWN / "records", folder / "records/own")
    return folder


def lint_good(folder, what, files):
    """All is accepted, and each file was looked at."""
    for tool, command in LINTERS.items():
        code, said = run(folder, *command)
        expect(f"{tool} refuses {what}", code == 0, said)
        count = re.search(r"total=(\d+)|(\d+) files? linted", said)
        number = int(next(filter(None, count.groups()))) if count else 0
        expect(f"{tool} looked at {number} of the {files} files of {what}", number >= files, said)


def names(text, said, file, key):
    """Whether what was said names a key, or points at a line with it."""
    lines = text.decode(errors="replace").splitlines()
    places = [int(line) for line in re.findall(re.escape(file.name) + r":(\d+):", said)]
    pointed = "\n".join(lines[line - 1] for line in places if line <= len(lines) and line > 1)
    return key in pointed or f'"{key}"' in said or f"'{key}'" in said


def lint_bad(folder, file, fixture):
    """A fixture is refused by the tools that its first line names, and by no other."""
    text = fixture.read_bytes()
    file.write_bytes(text)
    key, by = text.split(b"\n", 1)[0].decode().removeprefix("# ").split(": ")
    for tool, command in LINTERS.items():
        code, said = run(folder, *command, file.relative_to(folder))
        what = f"{tool} on {fixture.relative_to(FIXTURES)}"
        expect(f"{what}: ended with {code}", (code != 0) == (tool in by.split()), said)
        if tool in by.split() and fixture.name != "not-utf-8.toml":
            expect(f"{what}: does not name {key}", names(text, said, file, key), said)
    file.unlink()


def schemas():
    folder = office("office")
    good = len(list(folder.glob("records/**/*.toml"))) + 1
    lint_good(folder, "what track writes and our own records", good)
    for settings in sorted((FIXTURES / "settings/good").iterdir()):
        shutil.copy(settings, folder / "track.toml")
        lint_good(folder, f"settings {settings.name}", good)
    for kind in ["refused", "unsaid"]:
        for fixture in sorted((FIXTURES / "records" / kind).iterdir()):
            lint_bad(folder, folder / "records" / fixture.name, fixture)
        for fixture in sorted((FIXTURES / "settings" / kind).iterdir()):
            lint_bad(folder, folder / "track.toml", fixture)


def first_line():
    """Without settings of the editors the first line of a file is enough, and without that nothing is known of it."""
    folder = office("first-line")
    for settings in [".taplo.toml", ".tombi.toml"]:
        (folder / settings).unlink()
    for path, right, wrong in [
        ("records/custody.toml", 'type = "custody"', 'type = "custard"'),
        ("track.toml", "[duty]", "[duties]"),
    ]:
        file = folder / path
        text = file.read_text()
        first, rest = text.split("\n", 1)
        expect(f"{path} begins with {first}", first.startswith("#:schema ") and right in rest)
        for tool, command in LINTERS.items():
            for said_of, content, accepted in [
                ("as it is", text, True),
                ("with a fault", text.replace(right, wrong), False),
                ("with a fault and without its first line", rest.replace(right, wrong), True),
            ]:
                file.write_text(content)
                code, said = run(folder, *command, path)
                expect(f"{tool} on {path} {said_of}: ended with {code}", (code == 0) == accepted, said)
        file.write_text(text)


def layout():
    """The formatters leave the layout of `track fmt` alone: by the settings of `track init`, and by those of the README."""
    made = office("layout")
    readme = (OWN / "README.md").read_text()
    block = re.search(r"```text\n(\.taplo\.toml +tombi\.toml\n.*?)```", readme, re.S).group(1)
    at = block.index("tombi.toml")
    lines = block.splitlines()[1:]
    other = office("layout-elsewhere")
    for settings in [".taplo.toml", ".tombi.toml", "track.toml"]:
        (other / settings).unlink()
    (other / ".taplo.toml").write_text("".join(line[:at].rstrip() + "\n" for line in lines))
    (other / "tombi.toml").write_text("".join(line[at:].rstrip() + "\n" for line in lines))
    for folder in [made, other]:
        track(folder, "fmt")
        for tool, command in FORMATTERS.items():
            code, said = run(folder, *command, "records")
            files = sorted(folder.glob("records/**/*.toml"))
            if tool == "taplo":
                code, said = run(folder, *command, *files)
            expect(f"{tool} would lay out records in {folder.name}", code == 0, said)
    # They look at all: a record in another layout is told.
    (other / "records/custody.toml").write_text('title="x"\n')
    for tool, command in FORMATTERS.items():
        code, said = run(other, *command, other / "records/custody.toml")
        expect(f"{tool} takes any layout", code != 0, said)


schemas()
first_line()
layout()
for failure in failures:
    print(f"FAILED: {failure}", file=sys.stderr)
print(f"{verdicts - len(failures)} of {verdicts} verdicts of taplo and tombi as expected")
sys.exit(1 if failures or verdicts < 150 else 0)
