"""A resume as one HTML file that prints well and asks nobody for anything."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from rutkit.exchange.resume_documents.sheet import Sheet, SheetEntry, SheetSection

_PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
@page {{ size: auto; margin: 18mm 20mm; }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #1b1b1b;
  font: 11pt/1.45 Calibri, Carlito, "Segoe UI", Helvetica, Arial, sans-serif; }}
h1 {{ margin: 0; font-size: 20pt; line-height: 1.2; }}
h2 {{ margin: 1.2em 0 .4em; padding-bottom: .15em; border-bottom: 1px solid #888; font-size: 12.5pt;
  break-after: avoid; }}
h3 {{ margin: .7em 0 0; font-size: 11pt; break-after: avoid; }}
p {{ margin: .2em 0; }}
ul {{ margin: .25em 0 .25em 1.2em; padding: 0; }}
li {{ break-inside: avoid; }}
a {{ color: inherit; }}
.label {{ font-size: 12.5pt; }}
.beneath, .contacts {{ color: #444; }}
header {{ margin-bottom: .7em; }}
.text {{ white-space: pre-line; }}
@media print {{ body {{ max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }} }}
</style>
</head>
<body>
<header>
<h1>{name}</h1>
{label}{contacts}</header>
<main>
{summary}{sections}</main>
</body>
</html>
""")


def print_page(sheet: Sheet) -> bytes:
    """The file. Everything that somebody wrote is escaped; links are made of web and mail addresses alone."""
    name = sheet.name or "Resume"
    return (
        _PAGE.format(
            title=name if name == "Resume" else f"{name}: resume",
            name=name,
            label=_paragraph("label", sheet.label),
            contacts=_contacts(sheet.contacts),
            summary=_paragraph("text", sheet.summary),
            sections=Markup("").join(map(_section, sheet.sections)),
        )
    ).encode()


def _section(section: SheetSection) -> Markup:
    return Markup("<section>\n<h2>{title}</h2>\n{entries}</section>\n").format(
        title=section.title, entries=Markup("").join(map(_entry, section.entries))
    )


def _entry(entry: SheetEntry) -> Markup:
    if entry.is_short:
        if not (entry.title and entry.text):
            return _paragraph("text", entry.title or entry.text)
        return Markup('<p class="text"><strong>{title}:</strong> {text}</p>\n').format(
            title=entry.title, text=entry.text
        )
    beneath = ", ".join(part for part in (entry.beneath, entry.when) if part)
    lines = Markup("").join(Markup("<li>{line}</li>\n").format(line=line) for line in entry.lines)
    return Markup("<h3>{title}</h3>\n{beneath}{text}{lines}").format(
        title=entry.title,
        beneath=_paragraph("beneath", beneath),
        text=_paragraph("text", entry.text),
        lines=Markup("<ul>\n{lines}</ul>\n").format(lines=lines) if lines else Markup(""),
    )


def _contacts(contacts: tuple[str, ...]) -> Markup:
    if not contacts:
        return Markup("")
    return Markup('<p class="contacts">{contacts}</p>\n').format(
        contacts=Markup(" · ").join(map(_linked, contacts))
    )


def _linked(contact: str) -> Markup:
    if re.fullmatch(r"[^@\s:/?]+@[^@\s:/?]+", contact):
        return Markup('<a href="mailto:{contact}">{contact}</a>').format(contact=contact)
    if contact.lower().startswith(("https://", "http://")):
        return Markup('<a href="{contact}">{contact}</a>').format(contact=contact)
    return escape(contact)


def _paragraph(kind: str, text: str) -> Markup:
    return Markup('<p class="{kind}">{text}</p>\n').format(kind=kind, text=text) if text else Markup("")
