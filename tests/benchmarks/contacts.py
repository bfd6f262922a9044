"""How long it takes to bring many people in, and how much memory: `python -m tests.benchmarks.contacts`.

The files are made here, of invented people: 20,000 is more than most know, 200,000 is somebody else's list.
"""

from __future__ import annotations

import csv
import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rutkit.errors import RutkitError
from rutkit.exchange.linkedin.connections import read_connections
from rutkit.exchange.people import FoundPeople
from rutkit.exchange.vcards import read_vcards
from rutkit.steps.network.people_in import as_contact, plan_people
from rutkit.steps.network.records import Contact
from rutkit.steps.network.same_person import find_pairs
from rutkit.workbook import Workbook

SIZES = (20_000, 200_000)
_SYLLABLES = tuple(map("".join, zip("abcdefghiklmnopqrstuvwxyz", "aeiou" * 5, strict=True)))
_BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist."""

    first: str
    last: str
    company: str
    position: str
    mail: str
    connected: date

    @property
    def link(self) -> str:
        """A profile that does not exist."""
        return f"https://www.linkedin.com/in/{self.mail.partition('@')[0]}"


def invented(count: int, seed: int = 0) -> Iterator[Invented]:
    """People whose names come up as unevenly as real ones do: a few often, most rarely."""
    chance = random.Random(seed)

    def word(syllables: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).title()

    firsts, lasts = [word(2) for _ in range(400)], [word(3) for _ in range(6_000)]
    for number in range(count):
        yield Invented(
            first=firsts[int(len(firsts) * chance.random() ** 2.5)],
            last=lasts[int(len(lasts) * chance.random() ** 2.5)],
            company=f"{lasts[chance.randrange(2_000)]} {chance.choice(('Ltd', 'Inc.', 'Group'))}",
            position=chance.choice(("Engineer", "Head of Sales", "Nurse", "Teacher", "Director, Data")),
            mail=f"person{number}@example.com",
            connected=date(2010, 1, 1) + timedelta(days=chance.randrange(5_000)),
        )


def linkedin_file(count: int) -> bytes:
    """A Connections.csv, with LinkedIn's notes above its header; one in five shows a mail address."""
    file = io.StringIO(newline="")
    file.write('Notes:\r\n"Some of the mail addresses are missing."\r\n\r\n')
    writer = csv.writer(file)
    writer.writerow(
        ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
    )
    for number, one in enumerate(invented(count)):
        mail = "" if number % 5 else one.mail
        day = f"{one.connected:%d %b %Y}"
        writer.writerow((one.first, one.last, one.link, mail, one.company, one.position, day))
    return file.getvalue().encode()


def vcard_file(count: int) -> bytes:
    """A file of vCards, ten lines each."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{one.last};{one.first};;;\r\nFN:{one.first} {one.last}\r\n"
        f"ORG:{one.company}\r\nTITLE:{one.position}\r\nEMAIL;TYPE=INTERNET:{one.mail}\r\nTEL:555 {number:07}\r\n"
        f"NOTE:Met\\, once\r\nEND:VCARD\r\n"
        for number, one in enumerate(invented(count))
    ).encode()


def brought_in(
    make: Callable[[int], bytes], read: Callable[[bytes, str], FoundPeople], count: int
) -> list[str]:
    """What each part of an import takes, a line each, ending in the most memory that was held."""
    data = make(count)
    lines = [f"{len(data) / 1e6:.1f} MB"]
    begin = time.perf_counter()
    before = begin

    def lap(what: str) -> None:
        nonlocal before
        now = time.perf_counter()
        lines.append(f"{what} {now - before:.2f} s")
        before = now

    try:
        found = read(data, "Connections.csv")
    except RutkitError as error:
        lap("refused after")
        lines.append(f"“{error}”")
    else:
        lap("reading")
        with tempfile.TemporaryDirectory() as folder, Workbook.open(Path(folder) / "me.rutkit") as workbook:
            before = time.perf_counter()
            plan = plan_people(map(as_contact, found.people), workbook.all(Contact))
            lap("comparing")
            workbook.add_many(plan.new, label="imported")
            lap("saving")
            lines.append(f"in all {time.perf_counter() - begin:.2f} s")
            before = time.perf_counter()
            again = plan_people(map(as_contact, found.people), workbook.all(Contact))
            lap(f"the same again ({len(again.new)} new)")
            pairs = find_pairs(workbook.all(Contact))
            lap(f"looking for the same person twice ({len(pairs)} pairs)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES_OF_MAXRSS
    return [*lines, f"at most {peak / 1e6:.0f} MB of memory"]


def of_linkedin(count: int) -> list[str]:
    """Bringing in LinkedIn's export."""
    return brought_in(linkedin_file, read_connections, count)


def of_vcards(count: int) -> list[str]:
    """Bringing in vCards."""
    return brought_in(vcard_file, read_vcards, count)


def main(cases: Sequence[Callable[[int], list[str]]] = (of_linkedin, of_vcards)) -> None:
    """Print the figures, each of a process of its own."""
    for case in cases:
        for count in SIZES:
            with ProcessPoolExecutor(max_workers=1) as process:
                lines = process.submit(case, count).result()
            print(f"{case.__name__}, {count:,} people: {'; '.join(lines)}")


if __name__ == "__main__":
    main()
