"""The demo's step 7: the people around somebody invented. All of them are invented too, as are their employers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.network.messages import STARTERS, fill
from rutkit.steps.network.records import (
    Cadence,
    Channel,
    Contact,
    DifferentPeople,
    Exchange,
    MessageDraft,
    MessageTemplate,
    Relation,
    Touch,
    WritingChoices,
)

_LISTED = 54
"""How many days ago the people were brought in."""

_PEOPLE: tuple[tuple[str, Relation, str, str, int, int | None], ...] = (
    ("Robin Fennel", "former coworker", "Marmalade Bank", "Service desk analyst", 4, 400),
    ("Imogen Sparrow", "former coworker", "Hedgehog Telecom Ltd.", "Support team lead", 2, 1_500),
    ("Tobias Marrow", "former coworker", "Copper Snail Energy", "Technical writer", 2, 2_100),
    ("Wilhelmina Crane", "former coworker", "Brass Button Software", "Customer success manager", 3, 1_900),
    ("Jasper Quill", "former coworker", "Otter & Sons Online", "Course editor", 1, 2_600),
    ("Petra Bramble", "colleague", "Pelican & Daughters", "Product owner", 3, 1_700),
    ("Ambrose Tuttle", "colleague", "Pelican & Daughters", "Field engineer", 2, 1_300),
    ("Lotte Vole", "colleague", "Pelican & Daughters", "Night queue", 3, 700),
    ("Cedric Plum", "colleague", "Pelican & Daughters", "Logistics planner", 2, 900),
    ("Nadia Wren", "association", "Puddle Insurance", "Head of service desk", 2, 230),
    ("Osric Hale", "association", "Nine Owls Hosting", "Service manager", 1, 230),
    ("Beatrix Loom", "association", "Moonbeam Umbrellas", "Customer service manager", 2, 140),
    ("Fergus Tansy", "association", "Teacup Robotics, Inc.", "Technical support manager", 1, 90),
    ("Clementine Dove", "friend", "Left Sock Retail", "Buyer", 4, 3_200),
    ("Rufus Pike", "friend", "The town library", "Librarian", 4, 3_900),
    ("Saskia Reed", "friend", "Fog & Lighthouse Travel", "Tour planner", 3, 2_800),
    ("Leopold Finch", "friend", "", "Carpenter", 3, 4_100),
    ("Agatha Moss", "friend", "Harbor Evening School", "Teacher", 2, 1_400),
    ("My sister", "family", "", "Nurse", 4, None),
    ("Uncle Barnaby", "family", "Acorn Ferry Lines", "Purser, retired", 3, None),
    ("Cousin Philippa", "family", "Paper Boat Logistics", "Dispatcher", 3, None),
    ("Horatio Bell", "other", "Quiet Drum Instruments", "Workshop manager", 1, 1_250),
    ("Minerva Stoat", "other", "Buttercup Dental Software", "Trainer", 2, 1_800),
    ("Dr. Cosmo Teasel", "other", "The practice on Mill Lane", "Doctor", 1, None),
)
"""Name, how they are known, company, role, closeness, and how many days ago the two connected."""

_WE: Exchange = "we caught up"
_TOUCHES: tuple[tuple[str, int, Channel, tuple[Exchange, ...], str], ...] = (
    ("Imogen Sparrow", 1_290, "mail", (_WE,), "Her farewell, and mine to her"),
    ("Tobias Marrow", 1_420, "in person", (_WE,), "His last day"),
    ("Jasper Quill", 1_180, "message", (_WE,), "The course that he edits"),
    ("Saskia Reed", 395, "in person", (_WE,), "Her birthday"),
    ("Clementine Dove", 210, "call", (_WE,), "Her move"),
    ("Robin Fennel", 226, "in person", ("I asked",), "How it is outside"),
    ("Wilhelmina Crane", 200, "mail", ("I gave",), "Sent her my list of test questions"),
    ("Uncle Barnaby", 180, "letter", ("I gave", _WE), "Photographs of the old ferry"),
    ("Lotte Vole", 160, "in person", ("I gave",), "Covered two of her nights"),
    ("Nadia Wren", 150, "in person", (_WE,), "Met at the association’s spring evening"),
    ("Osric Hale", 150, "in person", (_WE,), "The same evening"),
    ("Beatrix Loom", 128, "in person", ("I gave",), "Told her of the night queue, at her request"),
    ("My sister", 96, "call", ("I asked",), "The sums"),
    ("Rufus Pike", 84, "in person", ("I asked",), "Books on spreadsheets"),
    ("Agatha Moss", 75, "mail", ("I asked",), "Which evening course is any good"),
    ("Leopold Finch", 66, "in person", ("I gave",), "Held the other end of a beam"),
    ("Robin Fennel", 52, "in person", (_WE,), "Lunch at the harbor"),
    ("My sister", 47, "call", (_WE,), "Sunday"),
    ("Petra Bramble", 45, "in person", ("I gave",), "Read her draft before the steering meeting"),
    ("Nadia Wren", 40, "mail", ("I asked",), "Twenty minutes about her service desk"),
    ("Wilhelmina Crane", 38, "call", ("I asked", "I gave"), "What customer success is; her broken macro"),
    ("Nadia Wren", 33, "call", ("I asked",), "Those twenty minutes, which became fifty"),
    ("Cousin Philippa", 29, "message", (_WE,), "Who moves boats in winter"),
    ("Clementine Dove", 26, "message", ("I gave",), "A name for her shelf problem"),
    ("Ambrose Tuttle", 22, "in person", (_WE,), "Coffee by the test bench"),
    ("My sister", 19, "call", (_WE,), "Sunday"),
    ("Rufus Pike", 15, "in person", ("I gave",), "Two boxes for the book sale"),
    ("Beatrix Loom", 13, "mail", ("I asked",), "What her team looks for"),
    ("Robin Fennel", 9, "message", ("I gave",), "The article on queues"),
    ("Lotte Vole", 8, "in person", (_WE,), "Her plans"),
)
"""With whom, how many days ago, how, what it was, and what was said."""

_NEXT = {
    ("Nadia Wren", 33): ("Thank her, and say what I did with it", -3),
    ("Beatrix Loom", 13): ("Send the two numbers", 4),
}
"""By person and days ago: what comes next, and how many days ago, or ahead, that is due."""


def network(today: date) -> list[Record]:
    """The people, the times in touch, how often these are to be, a template, and a message that is being written."""
    people = {contact.name: contact for contact in _people(today)}
    return [
        *(written_on(days_ago(today, _LISTED), contact) for contact in people.values()),
        *_touches(people, today),
        *(written_on(days_ago(today, _LISTED - 1), record) for record in _choices(people)),
        written_on(days_ago(today, 1), _message(people["Imogen Sparrow"])),
    ]


def _people(today: date) -> Iterator[Contact]:
    for name, relation, company, position, closeness, ago in _PEOPLE:
        plain = Contact(
            name=name,
            relation=relation,
            company=company,
            position=position,
            closeness=closeness,
            connected=None if ago is None else days_ago(today, ago),
        )
        yield plain.model_copy(update=_MORE.get(name, {}))


_MORE: dict[str, dict[str, object]] = {
    "Robin Fennel": {
        "mail": "robin@example.org",
        "tags": ("lunch",),
        "how_to_help": "Read the first chapter of the novel.",
    },
    "Imogen Sparrow": {"mail": "imogen@example.org", "notes": "Taught me how to say no to a customer."},
    "Nadia Wren": {
        "mail": "nadia@example.org",
        "place": "Pennyfield",
        "how_to_help": "She looks for somebody to talk on test benches.",
    },
    "Beatrix Loom": {"mail": "beatrix@example.org", "place": "Harborough"},
    "Wilhelmina Crane": {"mail": "wilhelmina@example.org"},
    "My sister": {"ideal_days": 14, "longest_days": 40, "phone": "Sundays"},
    "Dr. Cosmo Teasel": {"asking": "not this one"},
    "Cedric Plum": {"notes": "Tells everything to everybody. Not yet."},
}


def _touches(people: dict[str, Contact], today: date) -> Iterator[Touch]:
    for name, ago, channel, exchange, said in _TOUCHES:
        step, due = _NEXT.get((name, ago), ("", None))
        touch = Touch(
            contact=people[name].id,
            day=days_ago(today, ago),
            channel=channel,
            exchange=exchange,
            said=said,
            next_step=step,
            next_on=None if due is None else days_ago(today, due),
        )
        yield written_on(days_ago(today, min(ago, _LISTED - 1)), touch)


def _choices(people: dict[str, Contact]) -> Iterator[Record]:
    yield Cadence(group="friend", ideal_days=60, longest_days=180)
    yield Cadence(group="former coworker", ideal_days=120, longest_days=400)
    yield Cadence(group="association", ideal_days=45, longest_days=120)
    yield WritingChoices(people_a_week=4, signature="Alex")
    yield MessageTemplate(
        name="A line with an article",
        occasion="reconnecting",
        subject="This made me think of you",
        text="Hi {first name},\n\nthis made me think of you and of {company}: [the link]. No need to answer.\n\n{me}",
    )
    one, other = sorted((people["Horatio Bell"].id, people["Minerva Stoat"].id))
    yield DifferentPeople(one=one, other=other)


def _message(contact: Contact) -> MessageDraft:
    starter = STARTERS[0]
    filled = fill(starter, contact, signature="Alex")
    return MessageDraft(
        contact=contact.id, occasion=starter.occasion, subject=filled.subject, text=filled.text
    )
