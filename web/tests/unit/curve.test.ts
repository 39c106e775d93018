import { describe, expect, it } from 'vitest';
import { apart, grid_values, path_of, round_up, x_of, y_of, type Frame } from '@/domain/curve';

const frame: Frame = { left: 10, top: 5, width: 100, height: 50 };

describe('the curve', () => {
  it('puts the first day left, the last one right, a day between in its place', () => {
    expect(x_of('2022-11-30', '2022-11-30', '2023-02-28', frame)).toBe(10);
    expect(x_of('2023-02-28', '2022-11-30', '2023-02-28', frame)).toBe(110);
    expect(x_of('2023-01-14', '2022-11-30', '2023-02-28', frame)).toBe(60);
  });

  it('survives a campaign of one day', () => {
    expect(x_of('2022-11-30', '2022-11-30', '2022-11-30', frame)).toBe(10);
  });

  it('counts from the bottom', () => {
    expect(y_of(0, 200, frame)).toBe(55);
    expect(y_of(200, 200, frame)).toBe(5);
    expect(y_of(0, 0, frame)).toBe(55);
  });

  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [89, [0, 20, 40, 60, 80, 100]],
    [298, [0, 50, 100, 150, 200, 250, 300]],
    [300, [0, 50, 100, 150, 200, 250, 300]],
    [301, [0, 100, 200, 300, 400]],
  ])('up to %i is ruled at round numbers', (value, lines) => {
    expect(grid_values(value)).toEqual(lines);
    expect(round_up(value)).toBe(lines[lines.length - 1]);
  });

  it('is a path', () => {
    expect(path_of([])).toBe('');
    expect(path_of([{ x: 1.04, y: 2 }, { x: 3, y: 4.449 }])).toBe('M1 2 L3 4.4');
  });

  it('moves labels apart, in their order and inside the frame', () => {
    expect(apart([10, 40], 16, 100)).toEqual([10, 40]);
    expect(apart([12, 10], 16, 100)).toEqual([26, 10]);
    expect(apart([98, 99], 16, 100)).toEqual([84, 100]);
  });
});
