"""Step 7 on the screen: a table of people of which somebody says which column is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rutkit.exchange.errors import TableError
from rutkit.exchange.importing import ChangedRow, ImportPlan, SkippedRow
from rutkit.exchange.linkedin.connections import NAMES
from rutkit.exchange.tables import Table, read_table
from rutkit.steps.network.people_in import described, plan_people
from rutkit.steps.network.people_tables import (
    NOBODY,
    refusal,
    refuse_too_many,
    suggest_columns,
    with_a_name,
    with_whole_names,
)
from rutkit.steps.network.records import Contact
from rutkit.widgets.importing import TableImport


class PeopleTable(TableImport[Contact]):
    """The import of a table, but for those who are known already by what people are known by."""

    def read(self, content: bytes, filename: str) -> None:
        """Read a file, with LinkedIn’s notes above its header if they are there, and show who is in it.

        Raises:
            TableError: it cannot be read, or has more people than can be taken in.
        """
        try:
            table = read_table(content, filename, header=NAMES)
        except TableError as error:
            raise TableError(refusal(str(error))) from None
        self.load(table, filename)

    def load(self, table: Table, filename: str) -> None:
        """Show who is in a table.

        Raises:
            TableError: it has more people than can be taken in.
        """
        refuse_too_many(table, filename)
        super().load(with_whole_names(table), filename)

    def suggest(self, table: Table) -> Mapping[str, str | None]:
        """For each field the column that most likely fills it."""
        return suggest_columns(table)

    def plan(self, table: Table) -> ImportPlan[Contact]:
        """Who would come of the table now, with who is in the workbook now."""
        plan = super().plan(table)
        passed_over = {each.row_number for each in (*plan.skipped, *plan.duplicates)}
        numbers = (number for number in table.row_numbers if number not in passed_over)
        rows = list(zip(numbers, map(with_a_name, plan.records), strict=True))
        nobody = [SkippedRow(number, NOBODY) for number, contact in rows if not contact.name]
        incoming = plan_people(
            [contact for _, contact in rows if contact.name], self.page.workbook.all(Contact)
        )
        there = {contact.id for contact in incoming.there}
        known = [
            SkippedRow(number, f"{contact.called} is here already.")
            for number, contact in rows
            if contact.id in there
        ]
        return replace(
            plan,
            records=incoming.new,
            skipped=_in_order(*plan.skipped, *nobody),
            duplicates=_in_order(*plan.duplicates, *known),
            changed=tuple(
                ChangedRow(each.before.called, described(each), each.after) for each in incoming.changed
            ),
        )


def _in_order(*rows: SkippedRow) -> tuple[SkippedRow, ...]:
    return tuple(sorted(rows, key=lambda each: each.row_number))
