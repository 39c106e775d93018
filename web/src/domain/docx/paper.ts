import type { CSSProperties } from 'vue';

/** A paper as it is set on pages: sections of one geometry each, with paragraphs and tables. Lengths in points. */
export interface Paper {
  sections: Section[];
}

export interface Section {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  blocks: Block[];
  /** What stands at the bottom of its last page, whatever is above: 版记. */
  foot: Block[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
  type: 'paragraph';
  style: CSSProperties;
  new_page: boolean;
  runs: Run[];
}

/** Text as it stands; a line break is \n, a tab is \t. */
export interface Run {
  text: string;
  style: CSSProperties;
}

export interface Table {
  type: 'table';
  widths: number[];
  lines: Lines;
  rows: { head: boolean; cells: Cell[] }[];
}

/** Widths of a table's lines; 0 is none. */
export type Lines = Record<'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV', number>;

export interface Cell {
  span: number;
  rows: number;
  middle: boolean;
  paragraphs: Paragraph[];
}
