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
  /** What stands at the upper left of its first page, beside everything else: 份号, 密级, 紧急程度. */
  corner: Block[];
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
  /** `height`: at least so high; 0 as high as its texts. */
  rows: { head: boolean; height: number; cells: Cell[] }[];
}

/** Widths of a table's lines; 0 is none. */
export type Lines = Record<'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV', number>;

export interface Cell {
  span: number;
  rows: number;
  middle: boolean;
  /** What stays free above its text. */
  above: number;
  paragraphs: Paragraph[];
}
