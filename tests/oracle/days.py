"""Dekads and working days. Source: rules 1, 6; the State Council's notices for the days that the tests touch."""

import datetime
from datetime import date, timedelta

DAY = timedelta(days=1)


def day(text):
    return text if isinstance(text, date) else date.fromisoformat(text)


def span(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


# 国办发明电〔2021〕11号, 〔2022〕16号, 〔2023〕7号 and the notice for 2025, from October 2022 on.
OFF = set()
for first, last in [("2022-10-01", "2022-10-07"), ("2022-12-31", "2023-01-02"), ("2023-01-21", "2023-01-27"),
                    ("2023-04-05", "2023-04-05"), ("2023-04-29", "2023-05-03"), ("2023-06-22", "2023-06-24"),
                    ("2023-09-29", "2023-10-06"), ("2024-01-01", "2024-01-01"), ("2024-02-10", "2024-02-17"),
                    ("2024-04-04", "2024-04-06"), ("2024-05-01", "2024-05-05"), ("2024-06-10", "2024-06-10"),
                    ("2024-09-15", "2024-09-17"), ("2024-10-01", "2024-10-07")]:
    OFF.update(span(day(first), day(last)))
MADE_UP = {day(text) for text in (
    "2022-10-08 2022-10-09 2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 "
    "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12").split()}


def works(d):
    return d in MADE_UP or (d not in OFF and d.weekday() < 5)


def on_or_after(d):
    while not works(d):
        d += DAY
    return d


def on_or_before(d):
    while not works(d):
        d -= DAY
    return d


def step(d, count):
    """The `count`-th working day after (before) d."""
    while count > 0:
        d = on_or_after(d + DAY)
        count -= 1
    while count < 0:
        d = on_or_before(d - DAY)
        count += 1
    return d


def between(first, last):
    """Working days after `first` up to `last`; negative when `last` lies before."""
    if last < first:
        return -between(last, first)
    return sum(works(d) for d in span(first + DAY, last))


class Dekad:
    """2022-12-D1 is 1 to 10 December 2022."""

    def __init__(self, year, month, third):
        self.year, self.month, self.third = year, month, third
        self.first = date(year, month, 10 * third - 9)
        self.last = self.first + 9 * DAY if third < 3 else (date(year, month, 28) + 4 * DAY).replace(day=1) - DAY
        self.name = f"{year}-{month:02}-D{third}"
        self.chinese = f"{year}年{month}月{'上中下'[third - 1]}旬"

    def after(self):
        return dekad_of(self.last + DAY)

    def before(self):
        return dekad_of(self.first - DAY)

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


def dekad_of(d):
    return Dekad(d.year, d.month, min((d.day - 1) // 10 + 1, 3))


def dekad(text):
    year, month, third = text.split("-")
    return Dekad(int(year), int(month), int(third[1]))


def last_ended_before(d):
    return dekad_of(d).before()


def instant(d, hour, minute=0, second=0):
    return f"{datetime.datetime(d.year, d.month, d.day, hour, minute, second).isoformat()}+08:00"
