import type { components } from '@/api/schema';

/** What a line department looks at, in the shape of its page. Pure. */
export type ReviewRow = components['schemas']['ReviewRow'];
export type ReviewCount = components['schemas']['ReviewList']['counts'][number];
export type Standing = ReviewRow['standing'];

export const kStandings: readonly Standing[] = ['waiting', 'disputed', 'confirmed'];

export const key_of = (row: { project: string; kind: string; part: string }): string => `${row.project}/${row.kind}/${row.part}`;

/** What should be looked at one by one, not in bulk. */
export const is_exception = (row: ReviewRow): boolean => row.unverified || row.platform_disputed;

type Sums = Record<Standing, number>;
const nothing = (): Sums => ({ waiting: 0, confirmed: 0, disputed: 0 });

export interface Matrix {
  kinds: string[];
  units: { unit: string; cells: (ReviewCount | null)[]; sums: Sums }[];
  sums: Sums;
}

/** A line a unit, a column a kind, in the order in which both were sent; units with most to do stand first. */
export function matrix_of(counts: readonly ReviewCount[]): Matrix {
  const kinds = [...new Set(counts.map((count) => count.kind))];
  const units = [...new Set(counts.map((count) => count.responsible))].map((unit) => {
    const own = counts.filter((count) => count.responsible === unit);
    return { unit, cells: kinds.map((kind) => own.find((count) => count.kind === kind) ?? null), sums: sum_of(own) };
  });
  units.sort((a, b) => b.sums.waiting + b.sums.disputed - a.sums.waiting - a.sums.disputed);
  return { kinds, units, sums: sum_of(counts) };
}

export function sum_of(counts: readonly ReviewCount[]): Sums {
  return counts.reduce((sums, count) => {
    for (const standing of kStandings) sums[standing] += count[standing];
    return sums;
  }, nothing());
}

/** The position that `/items/3` names. */
export function item_of(pointer: string | undefined): number | null {
  const found = /^\/items\/(\d+)/.exec(pointer ?? '');
  return found ? Number(found[1]) : null;
}
