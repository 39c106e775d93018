import { afterEach, describe, expect, it } from 'vitest';
import { dekad_name, dekad_tick, instant_of, known_text, long_day, short_day, table_day, table_instant } from '@/domain/days';
import { speak } from '@/i18n';

afterEach(() => speak('zh'));

describe('days', () => {
  it.each([
    ['2023-02-10', '2023年2月10日', '10 February 2023'],
    ['2022-12-01', '2022年12月1日', '1 December 2022'],
    [null, '—', '—'],
    ['about spring', 'about spring', 'about spring'],
  ])('%s is written out', (iso, chinese, english) => {
    expect(long_day(iso)).toBe(chinese);
    speak('en');
    expect(long_day(iso)).toBe(english);
  });

  it('are short where the year is known', () => {
    expect(short_day('2023-02-28')).toBe('2月28日');
    speak('en');
    expect(short_day('2023-02-28')).toBe('28 Feb');
  });

  it.each([
    ['2023-02-D1', '2023年2月上旬', '1–10 February 2023'],
    ['2022-12-D2', '2022年12月中旬', '11–20 December 2022'],
    ['2023-02-D3', '2023年2月下旬', '21–28 February 2023'],
    ['2024-02-D3', '2024年2月下旬', '21–29 February 2024'],
    ['2022-11-D3', '2022年11月下旬', '21–30 November 2022'],
    ['2022-12-D4', '2022-12-D4', '2022-12-D4'],
  ])('the dekad %s has a name', (dekad, chinese, english) => {
    expect(dekad_name(dekad)).toBe(chinese);
    speak('en');
    expect(dekad_name(dekad)).toBe(english);
  });

  it('tick an axis', () => {
    expect(dekad_tick('2022-12-D3')).toBe('12月下');
    speak('en');
    expect(dekad_tick('2022-12-D3')).toBe('21 Dec');
  });

  it('stand in tables as they were sent', () => {
    expect(table_day('2023-02-10')).toBe('2023-02-10');
    expect(table_day('')).toBe('—');
    expect(table_instant('2023-02-10T18:00:00+08:00')).toBe('2023-02-10 18:00');
    expect(table_instant(null)).toBe('—');
  });

  it.each([
    ['2023-02-10', '18:00', '2023-02-10T18:00:00+08:00', '2023年2月10日 18:00', '10 February 2023 18:00'],
    ['2023-02-10', '', '2023-02-10', '2023年2月10日', '10 February 2023'],
  ])('with a time or without: %s %s', (day, time, instant, chinese, english) => {
    expect(instant_of(day, time)).toBe(instant);
    expect(known_text(instant)).toBe(chinese);
    speak('en');
    expect(known_text(instant)).toBe(english);
  });
});
