import { afterEach, describe, expect, it } from 'vitest';
import { file_size, hundred_millions, money, money_cell, signed, yuan_of } from '@/domain/amounts';
import { speak } from '@/i18n';

afterEach(() => speak('zh'));

describe('money', () => {
  it.each([
    ['2557000000', '25.57 亿元', '¥2,557 million'],
    ['0', '0 亿元', '¥0 million'],
    ['499999', '0 亿元', '¥0.5 million'],
    ['500000', '0.01 亿元', '¥0.5 million'],
    ['120000000', '1.2 亿元', '¥120 million'],
    ['467552000000', '4675.52 亿元', '¥467,552 million'],
    ['9007199254740993000', '90071992547.41 亿元', '¥9,007,199,254,740.99 million'],
    [null, '—', '—'],
    ['ten', '—', '—'],
  ])('%s yuan', (yuan, chinese, english) => {
    expect(money(yuan)).toBe(chinese);
    speak('en');
    expect(money(yuan)).toBe(english);
  });

  it('stands in a column without its unit', () => {
    expect(money_cell('2557000000')).toBe('25.57');
    speak('en');
    expect(money_cell('2557000000')).toBe('2557');
  });
});

describe('changes and sizes', () => {
  it('keep the text that was sent', () => {
    expect(signed('+2.1')).toBe('+2.1');
    expect(signed('-0.5')).toBe('−0.5');
    expect(signed('0')).toBe('0');
    expect(signed(null)).toBe('—');
  });

  it('are given in the unit that is read', () => {
    expect(file_size(0)).toBe('0 B');
    expect(file_size(34567)).toBe('34 KB');
    expect(file_size(5 * 1024 * 1024)).toBe('5.0 MB');
  });
});

describe('money in a field', () => {
  it.each([
    ['780000000', '7.8'],
    ['100000000', '1'],
    ['1', '0.00000001'],
    ['0', '0'],
    ['a', 'a'],
  ])('%s yuan stand there as %s', (yuan, shown) => {
    expect(hundred_millions(yuan)).toBe(shown);
    expect(yuan_of(shown)).toBe(yuan);
  });

  it.each([
    ['7.8亿元', '780000000'],
    ['7.8亿', '780000000'],
    ['78,000万元', '780000000'],
    ['780000000元', '780000000'],
    [' 3.50 ', '350000000'],
    ['0.123456789', '0.123456789'],
    ['约3亿', '约3亿'],
    ['', ''],
  ])('%s means %s', (text, yuan) => {
    expect(yuan_of(text)).toBe(yuan);
  });
});
