import type { CSSProperties } from 'vue';
import type { Block, Cell, Lines, Paper, Paragraph, Run, Section, Table } from './paper';
import { child, children, paragraph_style, points, read_styles, run_style, value, type Format } from './styles';
import { read_texts } from './unzip';

/** A .docx, as the bytes that were published, understood as far as our papers go: text, tables, page geometry. */
export function read_paper(bytes: Uint8Array): Paper {
  const texts = read_texts(bytes, ['word/document.xml', 'word/styles.xml']);
  const text = texts.get('word/document.xml');
  const styles = texts.get('word/styles.xml');
  if (!text) throw new Error('no document in it');
  return paper_of(parse(text), styles ? read_styles(parse(styles)) : new Map());
}

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');

export function paper_of(xml: Document, formats: Map<string, Format>): Paper {
  const body = child(xml.documentElement, 'body');
  const sections: Section[] = [];
  let inside: Element[] = [];
  for (const element of Array.from(body?.children ?? [])) {
    if (element.localName !== 'sectPr') inside.push(element);
    const ends = element.localName === 'sectPr' ? element : child(child(element, 'pPr'), 'sectPr');
    if (!ends) continue;
    sections.push(section_of(ends, blocks_of(inside, formats), blocks_of(inside.flatMap(in_foot_box), formats), blocks_of(inside.flatMap(in_corner_box), formats)));
    inside = [];
  }
  return { sections: sections.filter((section) => section.blocks.length) };
}

function blocks_of(elements: Element[], formats: Map<string, Format>): Block[] {
  return elements.flatMap((element): Block[] => {
    if (element.localName === 'tbl') return [table_of(element, formats)];
    return element.localName === 'p' ? [paragraph_of(element, formats)] : [];
  });
}

/** What is in a text box that hangs at the bottom of the text area. */
function in_foot_box(element: Element): Element[] {
  const anchor = element.getElementsByTagName('wp:anchor')[0];
  const hangs = anchor?.getElementsByTagName('wp:positionV')[0]?.textContent?.trim() === 'bottom';
  return hangs ? Array.from(anchor?.getElementsByTagName('w:txbxContent')[0]?.children ?? []) : [];
}

/** What is in a text box that stands at the upper left corner of the text area. */
function in_corner_box(element: Element): Element[] {
  const anchor = element.getElementsByTagName('wp:anchor')[0];
  const at_edge = (axis: string): boolean => {
    const place = anchor?.getElementsByTagName(`wp:position${axis}`)[0];
    return place?.getAttribute('relativeFrom') === 'margin' && place.textContent?.trim() === '0';
  };
  const written = (one: Element): boolean => one.localName !== 'p' || one.textContent !== '';
  return at_edge('H') && at_edge('V') ? Array.from(anchor?.getElementsByTagName('w:txbxContent')[0]?.children ?? []).filter(written) : [];
}

function section_of(properties: Element, blocks: Block[], foot: Block[], corner: Block[]): Section {
  const size = child(properties, 'pgSz');
  const margins = child(properties, 'pgMar');
  const margin = (side: string): number => Math.abs(points(value(margins, side)));
  return {
    width: points(value(size, 'w')),
    height: points(value(size, 'h')),
    top: margin('top'),
    right: margin('right'),
    bottom: margin('bottom'),
    left: margin('left'),
    blocks,
    foot,
    corner,
  };
}

function paragraph_of(element: Element, formats: Map<string, Format>): Paragraph {
  const properties = child(element, 'pPr');
  const format = formats.get(value(child(properties, 'pStyle')) ?? '') ?? formats.get('') ?? { paragraph: {}, run: {} };
  return {
    type: 'paragraph',
    style: { ...format.run, ...format.paragraph, ...paragraph_style(properties) },
    new_page: child(properties, 'pageBreakBefore') !== null,
    runs: children(element, 'r').map((run) => run_of(run, {})).filter((run) => run.text !== ''),
  };
}

function run_of(element: Element, inherited: CSSProperties): Run {
  let text = '';
  for (const part of Array.from(element.children)) {
    if (part.localName === 't') text += part.textContent ?? '';
    else if (part.localName === 'tab') text += '\t';
    else if (part.localName === 'br' && value(part, 'type') !== 'page') text += '\n';
  }
  return { text, style: { ...inherited, ...run_style(child(element, 'rPr')) } };
}

function table_of(element: Element, formats: Map<string, Format>): Table {
  const widths = children(child(element, 'tblGrid'), 'gridCol').map((column) => points(value(column, 'w')));
  const rows = children(element, 'tr').map((row) => ({
    head: child(child(row, 'trPr'), 'tblHeader') !== null,
    height: points(value(child(child(row, 'trPr'), 'trHeight'))),
    cells: children(row, 'tc').map((cell) => cell_of(cell, formats)),
  }));
  return { type: 'table', widths, lines: lines_of(child(child(element, 'tblPr'), 'tblBorders')), rows: merge_down(rows) };
}

function lines_of(borders: Element | null): Lines {
  const width = (side: keyof Lines): number => {
    const border = child(borders, side);
    return border && !['nil', 'none'].includes(value(border) ?? '') ? Number(value(border, 'sz') ?? 4) / 8 : 0;
  };
  return { top: width('top'), bottom: width('bottom'), left: width('left'), right: width('right'), insideH: width('insideH'), insideV: width('insideV') };
}

interface ReadCell extends Cell {
  merge: 'start' | 'on' | null;
}

function cell_of(element: Element, formats: Map<string, Format>): ReadCell {
  const properties = child(element, 'tcPr');
  const merge = child(properties, 'vMerge');
  return {
    span: Number(value(child(properties, 'gridSpan')) ?? 1),
    rows: 1,
    middle: value(child(properties, 'vAlign')) === 'center',
    above: points(value(child(child(properties, 'tcMar'), 'top'), 'w')),
    paragraphs: children(element, 'p').map((paragraph) => paragraph_of(paragraph, formats)),
    merge: merge ? (value(merge) === 'restart' ? 'start' : 'on') : null,
  };
}

/** Cells that go on from the row above become rows of the cell in which they began. */
function merge_down(rows: { head: boolean; height: number; cells: ReadCell[] }[]): Table['rows'] {
  const open = new Map<number, ReadCell>();
  return rows.map((row) => {
    let column = 0;
    const cells: Cell[] = [];
    for (const cell of row.cells) {
      const above = open.get(column);
      if (cell.merge === 'on' && above) above.rows += 1;
      else {
        cells.push(cell);
        if (cell.merge === 'start') open.set(column, cell);
        else open.delete(column);
      }
      column += cell.span;
    }
    return { head: row.head, height: row.height, cells };
  });
}
