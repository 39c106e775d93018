"""When a project is in the campaign, whose it is, what it is called. Source: rules 3."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Event:
    seq: int
    on: date
    action: str
    to: str | None = None


@dataclass
class Project:
    name: str
    unit: str
    industry: str | None
    track: str | None
    total: int
    year_plan: int
    joined: date
    born: int  # seq of the commit that brought it
    id: str = ""
    events: list[Event] = field(default_factory=list)

    def known(self, seq):
        """Events by day; on one day, in the order in which they were recorded."""
        return sorted((event for event in self.events if event.seq <= seq), key=lambda event: event.on)

    def is_in(self, d, seq):
        if self.born > seq or d < self.joined:
            return False
        inside = True
        for event in self.known(seq):
            if event.on <= d:
                if event.action in ("suspend", "withdraw", "end", "merge"):
                    inside = False
                elif event.action in ("resume", "join"):
                    inside = True
        return inside

    def unit_on(self, d, seq):
        unit = self.unit
        for event in self.known(seq):
            if event.action == "move" and event.on <= d:
                unit = event.to
        return unit
