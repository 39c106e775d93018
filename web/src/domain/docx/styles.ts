import type { CSSProperties } from 'vue';

/** Formats of WordprocessingML as CSS: styles by id, with what they are based on, and what stands at the place itself. */

const kNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const child = (parent: Element | null | undefined, name: string): Element | null =>
  Array.from(parent?.children ?? []).find((one) => one.localName === name) ?? null;
export const children = (parent: Element | null | undefined, name: string): Element[] =>
  Array.from(parent?.children ?? []).filter((one) => one.localName === name);
export const value = (element: Element | null | undefined, name = 'val'): string | null =>
  element?.getAttributeNS(kNamespace, name) ?? element?.getAttribute(`w:${name}`) ?? null;
export const points = (twips: string | null): number => Number(twips ?? 0) / 20;

const is_on = (element: Element | null): boolean => element !== null && !['0', 'false', 'none'].includes(value(element) ?? '1');

/** Faces that an office has, then what stands in for them elsewhere. */
const kFaces: [RegExp, string][] = [
  [/小标宋|XBS/, '"方正小标宋简体", FZXiaoBiaoSong-B05S, "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif'],
  [/仿宋|FangSong/, '"仿宋_GB2312", FangSong_GB2312, FangSong, STFangsong, "Fandol Fang", "Noto Serif CJK SC", SimSun, serif'],
  [/楷体|KaiTi/, '"楷体_GB2312", KaiTi_GB2312, KaiTi, STKaiti, "AR PL UKai CN", "Noto Serif CJK SC", serif'],
  [/黑体|SimHei/, 'SimHei, "黑体", STHeiti, "Noto Sans CJK SC", sans-serif'],
  [/宋体|SimSun/, 'SimSun, "宋体", STSong, "Noto Serif CJK SC", serif'],
];

function face(name: string): string {
  return kFaces.find(([pattern]) => pattern.test(name))?.[1] ?? `"${name.replace(/["\\;{}]/g, '')}", serif`;
}

export function run_style(properties: Element | null): CSSProperties {
  const style: CSSProperties = {};
  const name = value(child(properties, 'rFonts'), 'eastAsia');
  if (name) style.fontFamily = face(name);
  const size = value(child(properties, 'sz'));
  if (size) style.fontSize = `${Number(size) / 2}pt`;
  const color = value(child(properties, 'color'));
  if (color && /^[0-9a-f]{6}$/i.test(color)) style.color = `#${color}`;
  const bold = child(properties, 'b');
  if (bold) style.fontWeight = is_on(bold) ? 700 : 400;
  const spacing = value(child(properties, 'spacing'));
  if (spacing) style.letterSpacing = `${points(spacing)}pt`;
  return style;
}

const kAlignments: Record<string, CSSProperties['textAlign']> = {
  both: 'justify',
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
  distribute: 'justify',
};

export function paragraph_style(properties: Element | null): CSSProperties {
  const style: CSSProperties = {};
  const alignment = kAlignments[value(child(properties, 'jc')) ?? ''];
  if (alignment) style.textAlign = alignment;
  if (value(child(properties, 'jc')) === 'distribute') style.textAlignLast = 'justify';
  add_indents(style, child(properties, 'ind'));
  add_spacing(style, child(properties, 'spacing'));
  for (const side of ['top', 'bottom'] as const) {
    const border = child(child(properties, 'pBdr'), side);
    if (!border || value(border) === 'none') continue;
    const color = value(border, 'color');
    const line = `${Number(value(border, 'sz') ?? 4) / 8}pt solid ${color && color !== 'auto' ? `#${color}` : 'currentColor'}`;
    if (side === 'top') Object.assign(style, { borderTop: line, paddingTop: `${value(border, 'space') ?? 0}pt` });
    else Object.assign(style, { borderBottom: line, paddingBottom: `${value(border, 'space') ?? 0}pt` });
  }
  if (is_on(child(properties, 'keepNext'))) style.breakAfter = 'avoid';
  return style;
}

function add_indents(style: CSSProperties, indents: Element | null): void {
  const left = value(indents, 'left') ?? value(indents, 'start');
  const right = value(indents, 'right') ?? value(indents, 'end');
  const hanging = value(indents, 'hanging');
  const first = value(indents, 'firstLine');
  if (left) style.marginLeft = `${points(left)}pt`;
  if (right) style.marginRight = `${points(right)}pt`;
  if (hanging) style.textIndent = `${-points(hanging)}pt`;
  else if (first) style.textIndent = `${points(first)}pt`;
}

function add_spacing(style: CSSProperties, spacing: Element | null): void {
  const line = value(spacing, 'line');
  const rule = value(spacing, 'lineRule');
  if (line) style.lineHeight = rule === 'exact' || rule === 'atLeast' ? `${points(line)}pt` : String(Number(line) / 240);
  const before = value(spacing, 'before');
  const after = value(spacing, 'after');
  if (before) style.paddingTop = `${points(before)}pt`;
  if (after) style.paddingBottom = `${points(after)}pt`;
}

export interface Format {
  paragraph: CSSProperties;
  run: CSSProperties;
}

/** Every paragraph style with what it inherits, by its id; '' is the default. */
export function read_styles(xml: Document): Map<string, Format> {
  const root = xml.documentElement;
  const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr');
  const elements = children(root, 'style').filter((style) => value(style, 'type') === 'paragraph');
  const by_id = new Map(elements.map((style) => [value(style, 'styleId') ?? '', style]));
  const formats = new Map<string, Format>();

  function format_of(id: string, depth: number): Format {
    const style = by_id.get(id);
    const base = value(child(style, 'basedOn'));
    const below = base && depth < 10 ? format_of(base, depth + 1) : { paragraph: {}, run: run_style(defaults) };
    return {
      paragraph: { ...below.paragraph, ...paragraph_style(child(style, 'pPr')) },
      run: { ...below.run, ...run_style(child(style, 'rPr')) },
    };
  }

  for (const id of by_id.keys()) formats.set(id, format_of(id, 0));
  const fallback = elements.find((style) => value(style, 'default') === '1');
  formats.set('', fallback ? format_of(value(fallback, 'styleId') ?? '', 0) : { paragraph: {}, run: run_style(defaults) });
  return formats;
}
