import { computed, shallowRef } from 'vue';
import { question, type Answer } from '@/api/client';
import { use_answer } from '@/api/use_answer';
import { name_of, say } from '@/i18n';

export type Campaign = Answer<'/api/v1/campaign'>;

const loaded = shallowRef<Campaign | null>(null);

/** The campaign and its words, once for all pages. The shell asks for it; pages read it. */
export const campaign = computed(() => loaded.value);

export function load_campaign() {
  const asked = use_answer(() => question('/api/v1/campaign'));
  const keep = (): void => {
    loaded.value = asked.body.value;
  };
  return { ...asked, keep };
}

/** Units that a project can be the duty of, for a list to choose from: districts and sponsor departments. */
export const responsible_units = computed(() =>
  (loaded.value?.units ?? [])
    .filter((unit) => unit.capacities.some((one) => one === 'district' || one === 'sponsor'))
    .map((unit) => ({ value: unit.code, text: name_of(unit) })),
);

type Word = { code: string; name: string; name_en: string; short_name?: string };

const word = (words: Word[] | undefined, code: string): string => name_of(words?.find((one) => one.code === code)) || code;

/** In Chinese the short name is what everybody says; in English there is only one. */
const short_word = (words: Word[] | undefined, code: string): string => {
  const found = words?.find((one) => one.code === code);
  return say(found?.short_name || found?.name, found?.name_en) || code;
};

export const kind_name = (code: string): string => word(loaded.value?.kinds, code);
export const kind_short = (code: string): string => short_word(loaded.value?.kinds, code);
export const unit_name = (code: string): string => word(loaded.value?.units, code);
export const unit_short = (code: string): string => short_word(loaded.value?.units, code);
export const state_name = (code: string): string => word(loaded.value?.states, code);
export const light_name = (code: string): string => word(loaded.value?.lights, code);
export const authority_name = (code: string | null): string => word(loaded.value?.authorities, code ?? 'missing');
