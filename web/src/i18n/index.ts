import { readonly, ref, watchEffect } from 'vue';
import { en } from './en';
import { zh, type Key } from './zh';

/** What the pages say. Chinese is the original; a key that English lacks does not compile. */
export type Language = 'zh' | 'en';

const kRemembered = 'guatu.language';
const tables = { zh, en };

function remembered(): Language {
  try {
    return localStorage.getItem(kRemembered) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // A browser that keeps nothing.
  }
}

const current = ref<Language>(remembered());
export const language = readonly(current);

watchEffect(
  () => {
    document.documentElement.lang = current.value === 'zh' ? 'zh-CN' : 'en';
  },
  { flush: 'sync' },
);

export function speak(next: Language): void {
  current.value = next;
  try {
    localStorage.setItem(kRemembered, next);
  } catch {
    // It holds until the page is left.
  }
}

/** The text of `key`, with {name} replaced by its value. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return tables[current.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The same for keys that are put together from data; undefined where there is none. */
export function find_text(key: string): string | undefined {
  return tables[current.value][key as Key];
}

/** One of two texts that the service sent. */
export function say(zh_text: string | null | undefined, en_text: string | null | undefined): string {
  return (current.value === 'zh' ? zh_text : en_text) || zh_text || en_text || '';
}

/** The name of whatever has one in both languages. */
export function name_of(thing: { name?: string | null; name_en?: string | null } | null | undefined): string {
  return say(thing?.name, thing?.name_en);
}
