"""Step 7 on the screen: a table of people of which somebody says which column is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rutkit.exchange.importing import ImportPlan, SkippedRow
from rutkit.exchange.tables import Table
from rutkit.steps.network.people_in import plan_people
from rutkit.steps.network.people_tables import suggest_columns
from rutkit.steps.network.records import Contact
from rutkit.widgets.importing import TableImport


class PeopleTable(TableImport[Contact]):
    """The import of a table, but for those who are known already by what people are known by."""

    def suggest(self, table: Table) -> Mapping[str, str | None]:
        """For each field the column that most likely fills it."""
        return suggest_columns(table)

    def plan(self, table: Table) -> ImportPlan[Contact]:
        """Who would come of the table now, with who is in the workbook now."""
        plan = super().plan(table)
        incoming = plan_people(plan.records, self.page.workbook.all(Contact))
        there = {contact.id for contact in incoming.there}
        passed_over = {each.row_number for each in (*plan.skipped, *plan.duplicates)}
        numbers = (number for number in table.row_numbers if number not in passed_over)
        known = [
            SkippedRow(number, f"{contact.called} is here already.")
            for number, contact in zip(numbers, plan.records, strict=True)
            if contact.id in there
        ]
        duplicates = sorted((*plan.duplicates, *known), key=lambda each: each.row_number)
        return replace(plan, records=incoming.new, duplicates=tuple(duplicates))
