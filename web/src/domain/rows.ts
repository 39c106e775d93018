import type { LocationQueryRaw } from 'vue-router';

/**
 * Where the rows behind a number are shown. The service says it once for each rule, as the address of the rows with
 * {kind}, {state} … left open; the page of the same name takes the same filters.
 */
export interface Rows {
  path: string;
  query: LocationQueryRaw;
}

const kService = '/api/v1';

/**
 * `template` filled in from `place`, with `more` filters on top. A filter whose word is left open asks for nothing and
 * is dropped. Null when there are no rows, or when no page shows them.
 */
export function rows_at(
  template: string | null | undefined,
  place: Record<string, string> = {},
  more: Record<string, string> = {},
): Rows | null {
  if (!template?.startsWith(kService)) return null;
  const [whole = '', words = ''] = template.slice(kService.length).split('?');
  const path = filled(whole, place);
  if (path === null || !/^\/(projects|procedures|leagues)(\/|$)/.test(path)) return null;
  const query: LocationQueryRaw = {};
  for (const [name, value] of new URLSearchParams(words)) {
    const text = filled(value, place);
    if (text !== null && text !== '') query[name] = text;
  }
  return { path, query: { ...query, ...more } };
}

function filled(text: string, place: Record<string, string>): string | null {
  let complete = true;
  const result = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (place[name] === undefined) complete = false;
    return place[name] ?? '';
  });
  return complete ? result : null;
}
