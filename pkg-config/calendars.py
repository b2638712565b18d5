"""Answers with the days of many calendars, from the package `holidays`; question and answer are JSON."""

import importlib.metadata
import json
import sys

from holidays import country_holidays


def days_of(region, question, first):
    """The days of one region, with the days that are worked instead."""
    country, until = question["country"], question["until"]
    left_out = set(question["without"])
    source = country_holidays(
        country,
        subdiv=region,
        # One year more: its first day may be given on the last day of the year before.
        years=range(first, until + 2),
        categories=question["categories"],
        language="en_US",
    )
    holidays = set()
    for day in source:
        names = source.get_list(day)
        if not first <= day.year <= until or left_out.issuperset(names):
            continue
        if any("estimated" in name for name in names):
            sys.exit(f"{country} {region or ''}: {day} is only estimated, and so is not known until {until}")
        holidays.add(day)
    workdays = {day for day in source.weekend_workdays if first <= day.year <= until}
    return holidays, workdays


def calendar(question, first):
    """The days that are kept in any or in all of the regions; `null` is the country alone."""
    combine = {"any": set.union, "all": set.intersection}[question["keptIn"]]
    parts = [days_of(region, question, first) for region in question["regions"]]
    holidays, workdays = (sorted(day.isoformat() for day in combine(*days)) for days in zip(*parts))
    return {"holidays": holidays, "workdays": workdays}


asked = json.loads(sys.argv[1])
answer = {
    "calendars": [calendar(question, asked["from"]) for question in asked["calendars"]],
    "licence": importlib.metadata.distribution("holidays").read_text("licenses/LICENSE"),
}
print(json.dumps(answer))
