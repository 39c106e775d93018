import { describe, expect, it } from 'vitest';
import { groups_of, bar_of, links_of, months_of, place_of, span_of, urgency_of, type Open } from '@/domain/gantt';

const span = { first: '2023-01-01', last: '2023-01-10' };
const open = (kind: string, more: Partial<Open> = {}): Open => ({
  kind,
  part: '',
  earliest_start: '2023-01-02',
  earliest_finish: '2023-01-03',
  latest_start: '2023-01-05',
  latest_finish: '2023-01-06',
  slack: 3,
  critical: false,
  after: [],
  ...more,
});

describe('a day in the drawing', () => {
  it.each([
    ['2023-01-01', 'morning', 0],
    ['2023-01-01', 'evening', 0.1],
    ['2023-01-10', 'evening', 1],
    ['2022-12-01', 'morning', 0],
    ['2023-02-01', 'evening', 1],
  ] as const)('%s %s stands at %d', (day, at, place) => {
    expect(place_of(day, span, at)).toBeCloseTo(place);
  });
});

describe('the span', () => {
  const late = open('land', { latest_finish: '2023-04-20' });
  it.each([
    ['deadlines', '2023-03-31'],
    ['month', '2023-02-19'],
    ['all', '2023-04-20'],
  ] as const)('of %s ends on %s', (zoom, last) => {
    expect(span_of([late], ['2023-02-28', '2023-03-31'], '2023-01-20', zoom)).toEqual({ first: '2023-01-21', last });
  });

  it('begins and ends on the same day when every deadline is past', () => {
    expect(span_of([], ['2023-02-28'], '2023-04-01', 'deadlines')).toEqual({ first: '2023-04-02', last: '2023-04-02' });
  });

  it('has its months over the turn of a year', () => {
    expect(months_of({ first: '2022-12-15', last: '2023-02-01' }).map(({ day }) => day)).toEqual(['2023-01-01', '2023-02-01']);
  });
});

describe('a procedure', () => {
  it('is drawn from morning to evening, with its room and the last morning to begin', () => {
    const bar = bar_of(open('land'), span);
    expect(bar.work).toEqual({ from: 0.1, to: 0.3 });
    expect(bar.room).toEqual({ from: 0.1, to: 0.6 });
    expect(bar.latest_start).toBeCloseTo(0.4);
  });

  it('that should have begun before the drawing has no such morning', () => {
    expect(bar_of(open('land', { latest_start: '2022-12-20' }), span).latest_start).toBeNull();
  });

  it.each([
    [-1, 'red'],
    [0, 'yellow'],
    [4, 'yellow'],
    [5, 'blue'],
  ] as const)('with %d days to spare is %s', (slack, urgency) => {
    expect(urgency_of(slack)).toBe(urgency);
  });

  it('is linked to what comes before it, not to what is done already', () => {
    const rows = [open('land', { critical: true }), open('permit', { earliest_start: '2023-01-04', critical: true, after: [{ kind: 'land', part: '' }, { kind: 'done', part: '' }] })];
    expect(links_of(rows, span)).toEqual([{ from: { place: expect.closeTo(0.3), row: 0 }, to: { place: expect.closeTo(0.3), row: 1 }, critical: true }]);
  });
});

describe('procedures of all projects together', () => {
  const one = (kind: string, latest_start: string, slack: number, after: { kind: string; part: string }[] = []) => ({
    kind,
    part: '',
    earliest_start: '2023-01-01',
    earliest_finish: '2023-01-05',
    latest_start,
    latest_finish: '2023-02-01',
    slack,
    critical: false,
    after,
  });
  const projects = [
    { project: 'P1', name: '甲', procedures: [one('energy', '2023-01-09', 3), one('water', '2023-01-02', -1, [{ kind: 'energy', part: '' }])] },
    { project: 'P2', name: '乙', procedures: [one('energy', '2023-01-03', 9)] },
  ];

  it('stand by kind, what has to begin first before the rest, the tightest kind first', () => {
    const groups = groups_of(projects, 'kind', () => '');
    expect(groups.map(({ code, short, tight }) => [code, short, tight])).toEqual([['water', 1, 0], ['energy', 0, 1]]);
    expect(groups[1]?.rows.map(({ project }) => project)).toEqual(['P2', 'P1']);
  });

  it('stand by line department, and each is linked with what comes first in its own project only', () => {
    const [group] = groups_of(projects, 'line', () => 'fgw');
    expect(group?.rows.map(({ project, kind }) => `${project} ${kind}`)).toEqual(['P1 water', 'P2 energy', 'P1 energy']);
    const links = links_of(group?.rows ?? [], { first: '2023-01-01', last: '2023-02-28' });
    expect(links.map(({ from, to }) => [from.row, to.row])).toEqual([[2, 0]]);
  });
});
