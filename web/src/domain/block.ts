import { kCells, type CellName } from './cells';

/** A block as a spreadsheet copies it, and where its cells belong. Pure. */

/** Rows and columns; cells with line breaks, tabs or quotes are quoted, quotes doubled. */
export function read_block(text: string): string[][] {
  const rows: string[][] = [[]];
  const ends = (at: number): boolean => at >= text.length || text[at] === '\t' || text[at] === '\n' || text[at] === '\r';
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? read_quoted(text, at, ends) : null;
    const end = quoted ? quoted.end : next_end(at, ends);
    rows[rows.length - 1]?.push((quoted ? quoted.value : text.slice(at, end)).trim());
    if (end >= text.length) break;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (text[end] !== '\t') rows.push([]);
    if (at >= text.length && text[end] !== '\t') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

function next_end(from: number, ends: (at: number) => boolean): number {
  let at = from;
  while (!ends(at)) at += 1;
  return at;
}

/** A quote that is not closed before the cell's end is a plain character. */
function read_quoted(text: string, from: number, ends: (at: number) => boolean): { value: string; end: number } | null {
  let value = '';
  for (let at = from + 1; at < text.length; ++at) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[(at += 1)];
    else return ends(at + 1) ? { value, end: at + 1 } : null;
  }
  return null;
}

/** What a column holds. */
export type Column = CellName | 'project' | 'code' | 'kind' | 'part' | null;

/** A row of the ledger that cells can go to. */
export interface Target {
  project: string;
  name: string;
  kind: string;
  part: string;
}

export interface Placed {
  row: number;
  field: CellName;
  value: string;
}

export interface Placing {
  cells: Placed[];
  /** Lines of the block that belong nowhere, counted from 1 as they were pasted. */
  lost: { line: number; text: string }[];
}

/** Words of heads and of kinds, each in the form that `key_of_word` gives. */
export interface Words {
  columns: Map<string, Exclude<Column, null>>;
  kinds: Map<string, string>;
}

/** Without blanks and punctuation, as people mix them up. */
export const key_of_word = (word: string): string => word.normalize('NFKC').replace(/[\s()（）/／*:：·、]/g, '').toLowerCase();

/** The columns that the first line names; null where it is no head: it has to name a cell and who is meant. */
export function head_of(line: string[] | undefined, words: Words): Column[] | null {
  const columns = (line ?? []).map((word) => words.columns.get(key_of_word(word)) ?? null);
  const names_row = columns.some((one) => one === 'project' || one === 'code');
  return names_row && columns.some((one) => (kCells as readonly string[]).includes(one ?? '')) ? columns : null;
}

/** With a head: each line goes where its project and kind say. */
export function place_by_head(block: string[][], head: Column[], targets: readonly Target[], words: Words, kind_shown: string | undefined): Placing {
  const placing: Placing = { cells: [], lost: [] };
  const by_place = new Map<string, number>();
  targets.forEach((one, row) => {
    for (const who of [one.name, one.project]) by_place.set([key_of_word(who), one.kind, one.part].join('\n'), row);
  });
  block.slice(1).forEach((line, index) => {
    const said = (column: Column): string => line[head.indexOf(column)] ?? '';
    const kind = head.includes('kind') ? words.kinds.get(key_of_word(said('kind'))) : kind_shown;
    const row = [said('project'), said('code')].filter(Boolean).map((who) => by_place.get([key_of_word(who), kind ?? '', said('part')].join('\n'))).find((one) => one !== undefined);
    if (row === undefined) placing.lost.push({ line: index + 2, text: line.filter(Boolean).slice(0, 3).join(' · ') });
    else head.forEach((field, column) => put(placing, row, field, line[column]));
  });
  return placing;
}

/** Without a head: from the chosen cell to the right and down. What goes over the edge is lost, and said so. */
export function place_at(block: string[][], at: { row: number; column: number }, rows: number): Placing {
  const placing: Placing = { cells: [], lost: [] };
  block.forEach((line, index) => {
    if (at.row + index >= rows || at.column + line.length > kCells.length) placing.lost.push({ line: index + 1, text: line.filter(Boolean).slice(0, 3).join(' · ') });
    if (at.row + index < rows) line.forEach((value, step) => put(placing, at.row + index, kCells[at.column + step] ?? null, value));
  });
  return placing;
}

/** Blanks say nothing. */
function put(placing: Placing, row: number, field: Column, value: string | undefined): void {
  if (value && field && (kCells as readonly string[]).includes(field)) placing.cells.push({ row, field: field as CellName, value });
}

/** Which cell `/cells/7/value` means. */
export function cell_at(pointer: string | undefined): number | null {
  const found = /^\/cells\/(\d+)/.exec(pointer ?? '');
  return found ? Number(found[1]) : null;
}
