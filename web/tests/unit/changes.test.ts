import { afterEach, describe, expect, it } from 'vitest';
import { field_name, field_value } from '@/domain/changes';
import { speak } from '@/i18n';

afterEach(() => speak('zh'));

describe('a change', () => {
  it.each([
    ['not_applicable_reason', 'exempt', '不涉及理由', '豁免', 'exempt'],
    ['total_investment', '120000000', '总投资', '1.2 亿元', '¥120 million'],
    ['track', 'filing', '立项方式', '备案', 'filing'],
    ['finished_on', '2023-02-05', '办结时间', '2023-02-05', '2023-02-05'],
    ['life.move', '2023-02-05 150402', '划转', '2023-02-05 150402', '2023-02-05 150402'],
  ])('of %s is told in the words of the office', (field, value, name, chinese, english) => {
    expect(field_name(field)).toBe(name);
    expect(field_value(field, value)).toBe(chinese);
    speak('en');
    expect(field_value(field, value)).toBe(english);
  });

  it('shows what it does not know as it is, and nothing as nothing', () => {
    expect(field_name('colour')).toBe('colour');
    expect(field_value('colour', 'red')).toBe('red');
    expect(field_value('state', '')).toBe('');
    expect(field_value('not_applicable_reason', 'elsewhere')).toBe('elsewhere');
  });
});
