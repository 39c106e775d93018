import { describe, expect, it } from 'vitest';
import { find_text, speak, t } from '@/i18n';
import { en } from '@/i18n/en';
import { zh, type Key } from '@/i18n/zh';

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();

describe('the words of the pages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('leave the same holes open in both languages', () => {
    const keys = Object.keys(zh) as Key[];
    expect(keys.filter((key) => holes(en[key]).join() !== holes(zh[key]).join())).toEqual([]);
  });

  it('are really in their language', () => {
    const keys = Object.keys(zh) as Key[];
    expect(keys.filter((key) => !en[key].trim() || /[\u4e00-\u9fff]/.test(en[key]))).toEqual([]);
    expect(keys.filter((key) => !zh[key].trim())).toEqual([]);
  });

  it('are filled in, and follow the language', () => {
    speak('zh');
    expect(t('as_of.seq', { seq: 7 })).toBe('台账第 7 号');
    speak('en');
    expect(t('as_of.seq', { seq: 7 })).toBe('commit 7');
    expect(document.documentElement.lang).toBe('en');
    speak('zh');
  });

  it('are not made up where there are none', () => {
    expect(find_text('filter.finished.true')).toBe('全部办结');
    expect(find_text('filter.q.anything')).toBeUndefined();
  });
});
