import { describe, expect, it } from 'vitest';
import { paper_of } from '@/domain/docx/read_paper';
import type { Paragraph, Table } from '@/domain/docx/paper';
import { read_styles } from '@/domain/docx/styles';
import { strToU8, zipSync } from 'fflate';
import { read_texts } from '@/domain/docx/unzip';

const kNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const xml = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
const document_of = (body: string): Document => xml(`<w:document ${kNamespace}><w:body>${body}</w:body></w:document>`);
const kStyles = xml(`<w:styles ${kNamespace}>
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="a"/><w:pPr><w:spacing w:before="579" w:line="579" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>
    <w:rPr><w:color w:val="FF0000"/><w:sz w:val="60"/></w:rPr></w:style>
</w:styles>`);
const kSection = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/></w:sectPr>';

describe('a paper', () => {
  const formats = read_styles(kStyles);

  it('has the geometry of its sections', () => {
    const paper = paper_of(document_of(`<w:p><w:r><w:t>正文</w:t></w:r></w:p>${kSection}`), formats);
    expect(paper.sections).toHaveLength(1);
    expect(paper.sections[0]).toMatchObject({ width: 595.3, height: 841.9, top: 104.9, left: 79.35, right: 73.7, bottom: 99.2 });
  });

  it('has a section for each that ends inside it, none for an empty one', () => {
    const ends = `<w:p><w:pPr>${kSection}</w:pPr></w:p>`;
    const paper = paper_of(document_of(`<w:p/>${ends}<w:p/>${kSection}`), formats);
    expect(paper.sections.map((section) => section.blocks.length)).toEqual([2, 1]);
    expect(paper_of(document_of(`<w:p/>${ends}${kSection}`), formats).sections).toHaveLength(1);
  });

  it('takes formats from the style, what it is based on, and the place itself', () => {
    const body = `<w:p><w:pPr><w:pStyle w:val="Head"/><w:jc w:val="right"/></w:pPr><w:r><w:t>红头</w:t></w:r></w:p>${kSection}`;
    const paragraph = paper_of(document_of(body), formats).sections[0]?.blocks[0] as Paragraph;
    expect(paragraph.style).toMatchObject({ textAlign: 'right', color: '#FF0000', fontSize: '30pt', lineHeight: '28.95pt', paddingTop: '28.95pt' });
    expect(paragraph.style.fontFamily).toContain('FangSong');
    expect(paragraph.runs.map((run) => run.text)).toEqual(['红头']);
  });

  it('keeps tabs and breaks, and drops fields and empty runs', () => {
    const body = `<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>${kSection}`;
    const paragraph = paper_of(document_of(body), formats).sections[0]?.blocks[0] as Paragraph;
    expect(paragraph.runs.map((run) => run.text)).toEqual(['甲\t乙\n']);
  });

  it('has in its corner what stands at the upper left of the text, without empty lines', () => {
    const axis = (name: string, from: string, offset: string): string => `<wp:position${name} relativeFrom="${from}"><wp:posOffset>${offset}</wp:posOffset></wp:position${name}>`;
    const box = (from: string, offset: string): string => `<w:p><w:r><w:drawing><wp:anchor xmlns:wp="urn:drawing">${axis('H', from, '0')}${axis('V', from, offset)}
      <w:txbxContent><w:p><w:r><w:t>000012</w:t></w:r></w:p><w:p><w:r><w:t>机密★1年</w:t></w:r></w:p><w:p/></w:txbxContent></wp:anchor></w:drawing></w:r></w:p>`;
    const corner = (from: string, offset: string): string[] | undefined =>
      paper_of(document_of(`${box(from, offset)}${kSection}`), formats).sections[0]?.corner.map((one) => (one as Paragraph).runs[0]?.text ?? '');
    expect(corner('margin', '0')).toEqual(['000012', '机密★1年']);
    expect(corner('page', '0')).toEqual([]);
    expect(corner('margin', '5')).toEqual([]);
  });

  it('spreads what is distributed, and keeps the height of rows and the room above texts', () => {
    const cell = '<w:tc><w:tcPr><w:tcMar><w:top w:w="1158"/></w:tcMar></w:tcPr><w:p><w:pPr><w:jc w:val="distribute"/></w:pPr><w:r><w:t>甲局</w:t></w:r></w:p></w:tc>';
    const body = `<w:tbl><w:tr><w:trPr><w:trHeight w:val="2551" w:hRule="atLeast"/></w:trPr>${cell}</w:tr></w:tbl><w:p/>${kSection}`;
    const table = paper_of(document_of(body), formats).sections[0]?.blocks[0] as Table;
    expect(table.rows[0]).toMatchObject({ height: 127.55 });
    expect(table.rows[0]?.cells[0]).toMatchObject({ above: 57.9 });
    expect(table.rows[0]?.cells[0]?.paragraphs[0]?.style).toMatchObject({ textAlign: 'justify', textAlignLast: 'justify' });
  });

  it('has at its foot what hangs at the bottom of the text area, with the lines that it has', () => {
    const border = (side: string, size: number): string => `<w:${side} w:val="${size ? 'single' : 'nil'}" w:sz="${size}"/>`;
    const table = `<w:tbl><w:tblPr><w:tblBorders>${border('top', 8)}${border('left', 0)}${border('bottom', 6)}</w:tblBorders></w:tblPr>
      <w:tr><w:tc><w:p><w:r><w:t>抄送</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
    const box = (where: string): string => `<w:p><w:r><w:drawing><wp:anchor xmlns:wp="urn:drawing"><wp:positionV><wp:align>${where}</wp:align></wp:positionV>
      <w:txbxContent>${table}</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>`;
    const [section] = paper_of(document_of(`<w:p/>${box('bottom')}${kSection}`), formats).sections;
    expect(section?.foot).toHaveLength(1);
    expect((section?.foot[0] as Table).lines).toEqual({ top: 1, bottom: 0.75, left: 0, right: 0, insideH: 0, insideV: 0 });
    expect(section?.blocks).toHaveLength(2);
    expect(paper_of(document_of(`<w:p/>${box('top')}${kSection}`), formats).sections[0]?.foot).toEqual([]);
  });

  it('joins cells across and down', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const body = `<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('头', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('1')}</w:tr>
      <w:tr>${cell('', '<w:vMerge/>')}${cell('2')}</w:tr></w:tbl>${kSection}`;
    const table = paper_of(document_of(body), formats).sections[0]?.blocks[0] as Table;
    expect(table.widths).toEqual([100, 50]);
    expect(table.rows.map((row) => row.head)).toEqual([true, false, false]);
    expect(table.rows.map((row) => row.cells.map((one) => [one.span, one.rows]))).toEqual([[[2, 1]], [[1, 2], [1, 1]], [[1, 1]]]);
  });
});

describe('a zip', () => {
  it.each([[6], [0]] as const)('gives back its file (level of packing: %s)', (level) => {
    const zip = zipSync({ 'word/document.xml': strToU8('<公文/>') }, { level });
    expect(read_texts(zip, ['word/document.xml', 'word/styles.xml'])).toEqual(new Map([['word/document.xml', '<公文/>']]));
  });

  it('is refused when it is none', () => {
    expect(() => read_texts(strToU8('a plain text that is long enough'), ['word/document.xml'])).toThrow('not a zip');
  });

  it('is not unpacked when it is too large', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(17 * 1024 * 1024) });
    expect(() => read_texts(bomb, ['word/document.xml'])).toThrow('word/document.xml is too large');
    expect(read_texts(bomb, ['word/styles.xml'])).toEqual(new Map());
  });
});
