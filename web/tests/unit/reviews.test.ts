import { describe, expect, it } from 'vitest';
import { is_exception, item_of, matrix_of, sum_of, type ReviewCount, type ReviewRow } from '@/domain/reviews';

const count = (kind: string, responsible: string, waiting: number, confirmed = 0, disputed = 0): ReviewCount => ({ kind, responsible, waiting, confirmed, disputed });

describe('what there is to review', () => {
  it('is a line a unit and a column a kind, those with most to do first', () => {
    const matrix = matrix_of([count('energy', 'a', 1, 2), count('energy', 'b', 0, 9, 3), count('water', 'a', 1)]);
    expect(matrix.kinds).toEqual(['energy', 'water']);
    expect(matrix.units.map(({ unit }) => unit)).toEqual(['b', 'a']);
    expect(matrix.units[0]?.cells).toEqual([count('energy', 'b', 0, 9, 3), null]);
    expect(matrix.units[1]?.sums).toEqual({ waiting: 2, confirmed: 2, disputed: 0 });
    expect(matrix.sums).toEqual({ waiting: 2, confirmed: 11, disputed: 3 });
  });

  it('can be nothing', () => {
    expect(matrix_of([])).toEqual({ kinds: [], units: [], sums: { waiting: 0, confirmed: 0, disputed: 0 } });
    expect(sum_of([])).toEqual({ waiting: 0, confirmed: 0, disputed: 0 });
  });

  it.each([
    [{ unverified: false, platform_disputed: false }, false],
    [{ unverified: true, platform_disputed: false }, true],
    [{ unverified: false, platform_disputed: true }, true],
  ])('%j is an exception: %s', (row, wanted) => {
    expect(is_exception(row as ReviewRow)).toBe(wanted);
  });

  it.each([
    ['/items/3', 3],
    ['/items/12/text', 12],
    ['/cells/3', null],
    [undefined, null],
  ])('a pointer %s means item %s', (pointer, wanted) => {
    expect(item_of(pointer)).toBe(wanted);
  });
});
