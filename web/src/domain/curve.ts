/** Geometry of the S-curve: days and counts become points of a drawing. Pure; knows no colours and no words. */

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Mark {
  day: string;
  value: number;
}

export interface Point {
  x: number;
  y: number;
}

const kDay = 86_400_000;
const number_of_day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / kDay;

/** Where a day stands between the first (left edge) and the last (right edge). */
export function x_of(day: string, first: string, last: string, frame: Frame): number {
  const span = Math.max(1, number_of_day(last) - number_of_day(first));
  return frame.left + ((number_of_day(day) - number_of_day(first)) / span) * frame.width;
}

export function y_of(value: number, top_value: number, frame: Frame): number {
  return frame.top + frame.height - (value / Math.max(1, top_value)) * frame.height;
}

/** The next round number that is not below `value`, so that the axis ends on a line: 89 → 100, 289 → 300. */
export function round_up(value: number): number {
  const step = grid_step(value);
  return Math.max(step, Math.ceil(value / step) * step);
}

/** Distance of the axis' lines: four to eight of them, at 1, 2 or 5 times a power of ten. */
export function grid_step(value: number): number {
  const raw = Math.max(1, value / 6);
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= raw) ?? 10 * power;
}

export function grid_values(value: number): number[] {
  const step = grid_step(value);
  const top = round_up(value);
  return Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
}

/** `M x y L x y …`, to a tenth. */
export function path_of(points: Point[]): string {
  return points.map((point, index) => `${index ? 'L' : 'M'}${tenth(point.x)} ${tenth(point.y)}`).join(' ');
}

/**
 * Labels of one column, moved apart so that none covers another: at least `gap` between them, none outside the frame,
 * in the order of their values.
 */
export function apart(wanted: number[], gap: number, lowest: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed: number[] = [...wanted];
  order.forEach((index, place) => {
    const before = place ? (placed[order[place - 1] ?? 0] ?? 0) + gap : -Infinity;
    placed[index] = Math.max(wanted[index] ?? 0, before);
  });
  const overflow = Math.max(0, (placed[order[order.length - 1] ?? 0] ?? 0) - lowest);
  return placed.map((value) => value - overflow);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
