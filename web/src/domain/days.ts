import { language } from '@/i18n';

/** Days and instants as people write them. Days come as YYYY-MM-DD and are never moved between time zones. */

const kMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Day {
  year: number;
  month: number;
  day: number;
}

function parse_day(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

const month_name = (month: number): string => kMonths[month - 1] ?? '';

/** 2023年2月10日 · 10 February 2023 */
export function long_day(iso: string | null | undefined): string {
  const day = iso ? parse_day(iso) : null;
  if (!day) return iso ?? '—';
  return language.value === 'zh'
    ? `${day.year}年${day.month}月${day.day}日`
    : `${day.day} ${month_name(day.month)} ${day.year}`;
}

/** 2月10日 · 10 Feb */
export function short_day(iso: string | null | undefined): string {
  const day = iso ? parse_day(iso) : null;
  if (!day) return iso ?? '—';
  return language.value === 'zh' ? `${day.month}月${day.day}日` : `${day.day} ${month_name(day.month).slice(0, 3)}`;
}

/** 2023-02-10, for columns of a table; a dash where there is none. */
export const table_day = (iso: string | null | undefined): string => (iso ? iso.slice(0, 10) : '—');

/** 2023-02-10 18:00, in the office's own time, which is how it is sent. */
export const table_instant = (instant: string | null | undefined): string =>
  instant ? instant.slice(0, 16).replace('T', ' ') : '—';

/** 2023-02-10 and 18:00 → an instant of the office's time; without a time the day alone, whose end is meant. */
export const instant_of = (day: string, time: string): string => (time ? `${day}T${time.slice(0, 5)}:00+08:00` : day);

/** 2023年2月10日 18:00, without the time where only a day was given. */
export function known_text(instant: string): string {
  const time = /T(\d{2}:\d{2})/.exec(instant)?.[1];
  return long_day(instant) + (time ? ` ${time}` : '');
}

const kThirds = ['上旬', '中旬', '下旬'];

/** 2023-02-D1 → 2023年2月上旬 · 1–10 February 2023 */
export function dekad_name(dekad: string): string {
  const match = /^(\d{4})-(\d{2})-D([123])$/.exec(dekad);
  if (!match) return dekad;
  const [year, month, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (language.value === 'zh') return `${year}年${month}月${kThirds[third - 1]}`;
  return `${days_of(year, month, third)} ${month_name(month)} ${year}`;
}

/** 2月上 · 1 Feb, under an axis. */
export function dekad_tick(dekad: string): string {
  const match = /^\d{4}-(\d{2})-D([123])$/.exec(dekad);
  if (!match) return dekad;
  const [month, third] = [Number(match[1]), Number(match[2])];
  if (language.value === 'zh') return `${month}月${['上', '中', '下'][third - 1]}`;
  return `${['1', '11', '21'][third - 1]} ${month_name(month).slice(0, 3)}`;
}

function days_of(year: number, month: number, third: number): string {
  if (third === 1) return '1–10';
  if (third === 2) return '11–20';
  return `21–${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
