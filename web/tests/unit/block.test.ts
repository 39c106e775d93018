import { describe, expect, it } from 'vitest';
import { cell_at, head_of, key_of_word, place_at, place_by_head, read_block, type Column, type Words } from '@/domain/block';

const words: Words = {
  columns: new Map<string, Exclude<Column, null>>([['项目名称', 'project'], ['审批事项', 'kind'], ['子项', 'part'], ['状态', 'state'], ['办结时间', 'finished_on']]),
  kinds: new Map([['节能审查', 'energy'], ['环评', 'environment']]),
};
const targets = [
  { project: 'P1', name: '甲 项目（一期）', kind: 'energy', part: '' },
  { project: 'P1', name: '甲 项目（一期）', kind: 'environment', part: '' },
  { project: 'P2', name: '乙项目', kind: 'energy', part: '' },
];

describe('a block as a spreadsheet copies it', () => {
  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a\t\tb', [['a', '', 'b']]],
    ['"a\nb"\t"c\td"', [['a\nb', 'c\td']]],
    ['"he said ""no"""\tx', [['he said "no"', 'x']]],
    ['"open\tx', [['"open', 'x']]],
    ['a "b" c\tx', [['a "b" c', 'x']]],
    ['a\t\n', [['a', '']]],
    ['\n\n', []],
    ['', []],
  ])('%j is %j', (text, table) => {
    expect(read_block(text)).toEqual(table);
  });

  it('reads every table that was written as one', () => {
    const cells = ['', 'a', 'x y', 'a"b', '"', 'a\tb', 'a\nb', '""'];
    for (const first of cells)
      for (const second of cells) {
        const text = [first, second, 'end'].map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t');
        expect(read_block(`${text}\r\n`)).toEqual([[first, second, 'end']]);
      }
  });
});

describe('where its cells belong', () => {
  const head = head_of(['项目名称', '审批事项', '状态', '别的'], words) as Column[];

  it('is named by a head', () => {
    expect(head).toEqual(['project', 'kind', 'state', null]);
    expect(head_of(['甲项目', '办结'], words)).toBeNull();
    expect(head_of(['项目名称', '别的'], words)).toBeNull();
    expect(head_of(undefined, words)).toBeNull();
  });

  it('follows project and kind, however they are spaced; what belongs nowhere is named by its line', () => {
    const block = [['', '', '', ''], ['乙项目', '节能审查', '办结', 'x'], ['甲项目 (一期)', '环 评', '在办', ''], ['丙项目', '环评', '办结', ''], ['甲项目(一期)', '节能审查', '', '']];
    const placing = place_by_head(block, head, targets, words, undefined);
    expect(placing.cells).toEqual([{ row: 2, field: 'state', value: '办结' }, { row: 1, field: 'state', value: '在办' }]);
    expect(placing.lost).toEqual([{ line: 4, text: '丙项目 · 环评 · 办结' }]);
  });

  it('takes the kind that is shown where the block names none', () => {
    const without = head_of(['项目名称', '办结时间'], words) as Column[];
    const block = [[], ['P2', '2023-01-05']];
    expect(place_by_head(block, without, targets, words, 'energy').cells).toEqual([{ row: 2, field: 'finished_on', value: '2023-01-05' }]);
    expect(place_by_head(block, without, targets, words, undefined).lost).toHaveLength(1);
  });

  it('without a head goes from the chosen cell, and says what goes over the edge', () => {
    const placing = place_at([['a', ''], ['', 'b'], ['c', 'd']], { row: 1, column: 12 }, 3);
    expect(placing.cells).toEqual([{ row: 1, field: 'overdue_reason', value: 'a' }, { row: 2, field: 'note', value: 'b' }]);
    expect(placing.lost).toEqual([{ line: 3, text: 'c · d' }]);
    expect(place_at([['a', 'b']], { row: 0, column: 13 }, 3)).toEqual({ cells: [{ row: 0, field: 'note', value: 'a' }], lost: [{ line: 1, text: 'a · b' }] });
  });

  it.each([
    ['甲 项目（一期）', '甲项目一期'],
    ['Project Approval', 'projectapproval'],
  ])('%s is looked for as %s', (word, key) => {
    expect(key_of_word(word)).toBe(key);
  });

  it.each([
    ['/cells/7/value', 7],
    ['/note', null],
  ])('a pointer %s means %s', (pointer, place) => {
    expect(cell_at(pointer)).toBe(place);
  });
});
