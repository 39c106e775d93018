/** Geometry of the timetable: days become places between 0 and 1, procedures rows. Pure; knows no colours and no words. */

const kDay = 86_400_000;
const number_of_day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / kDay;
const iso_of = (day: number): string => new Date(day * kDay).toISOString().slice(0, 10);

/** First and last day of the drawing, both drawn whole. */
export interface Span {
  first: string;
  last: string;
}

export interface Open {
  /** Where rows of several projects stand together. */
  project?: string;
  kind: string;
  part: string;
  earliest_start: string;
  earliest_finish: string;
  latest_start: string;
  latest_finish: string;
  slack: number;
  critical: boolean;
  after: { kind: string; part: string }[];
}

/** Where the morning of `day` stands in the span; `evening` its end. Cut at both edges. */
export function place_of(day: string, span: Span, at: 'morning' | 'evening' = 'morning'): number {
  const first = number_of_day(span.first);
  const days = number_of_day(span.last) - first + 1;
  const place = (number_of_day(day) - first + (at === 'evening' ? 1 : 0)) / days;
  return Math.min(1, Math.max(0, place));
}

export type Zoom = 'all' | 'deadlines' | 'month';

/** What is drawn: everything, up to the last deadline, or the next thirty days. It begins on the morning after `as_of`. */
export function span_of(procedures: Open[], deadlines: string[], as_of: string, zoom: Zoom): Span {
  const first = iso_of(number_of_day(as_of) + 1);
  if (zoom === 'month') return { first, last: iso_of(number_of_day(as_of) + 30) };
  const ends = zoom === 'all' ? procedures.flatMap((one) => [one.earliest_finish, one.latest_finish]) : [];
  const last = [...ends, ...deadlines].reduce((latest, day) => (day > latest ? day : latest), first);
  return { first, last };
}

/** The first days of months within the span, for the head of the drawing. */
export function months_of(span: Span): { day: string; place: number }[] {
  const months = [];
  let [year, month] = span.first.split('-').map(Number) as [number, number];
  for (let count = 0; count < 60; ++count) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > span.last) break;
    if (day >= span.first) months.push({ day, place: place_of(day, span) });
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

export interface Bar {
  /** As early as possible: the work itself. */
  work: { from: number; to: number };
  /** From the earliest start to the latest finish: the room it has; shorter than the work when there is none. */
  room: { from: number; to: number };
  /** The last morning on which it may begin; null where that is before the drawing. */
  latest_start: number | null;
}

export function bar_of(procedure: Open, span: Span): Bar {
  return {
    work: { from: place_of(procedure.earliest_start, span), to: place_of(procedure.earliest_finish, span, 'evening') },
    room: { from: place_of(procedure.earliest_start, span), to: place_of(procedure.latest_finish, span, 'evening') },
    latest_start: procedure.latest_start < span.first ? null : place_of(procedure.latest_start, span),
  };
}

/** What has to come first: from the end of one row's work to the beginning of another's. Rows are counted from 0. */
export interface Link {
  from: { place: number; row: number };
  to: { place: number; row: number };
  critical: boolean;
}

export function links_of(procedures: Open[], span: Span): Link[] {
  const row_of = new Map(procedures.map((one, row) => [`${one.project ?? ''}/${one.kind}/${one.part}`, row]));
  return procedures.flatMap((one, row) =>
    one.after.flatMap((before) => {
      const other = row_of.get(`${one.project ?? ''}/${before.kind}/${before.part}`);
      const first = other === undefined ? undefined : procedures[other];
      if (!first || other === undefined) return [];
      return [
        {
          from: { place: bar_of(first, span).work.to, row: other },
          to: { place: bar_of(one, span).work.from, row },
          critical: first.critical && one.critical,
        },
      ];
    }),
  );
}

/** How urgent: what cannot be reached, what has less than a week of work days, all else. Source: rules 7. */
export const urgency_of = (slack: number): 'red' | 'yellow' | 'blue' => (slack < 0 ? 'red' : slack < 5 ? 'yellow' : 'blue');

export type Grouping = 'kind' | 'line';
type Planned<P> = { project: string; name: string; procedures: P[] };

/** The same procedures by kind or by line department. In each group what has to begin first stands first; the tightest group stands first. */
export function groups_of<P extends Open>(projects: readonly Planned<P>[], by: Grouping, line_of: (kind: string) => string) {
  const groups = new Map<string, (P & { project: string; name: string })[]>();
  for (const { project, name, procedures } of projects)
    for (const one of procedures) {
      const code = by === 'kind' ? one.kind : line_of(one.kind);
      groups.set(code, [...(groups.get(code) ?? []), { ...one, project, name }]);
    }
  const first = (a: Open, b: Open): number => a.latest_start.localeCompare(b.latest_start) || a.latest_finish.localeCompare(b.latest_finish);
  return [...groups].map(([code, rows]) => ({
    code,
    rows: rows.sort(first),
    short: rows.filter((row) => row.slack < 0).length,
    /** Less than a week of work days to spare. */
    tight: rows.filter((row) => row.slack >= 0 && row.slack < 5).length,
  })).sort((a, b) => b.short - a.short || b.rows.length - a.rows.length || a.code.localeCompare(b.code));
}
