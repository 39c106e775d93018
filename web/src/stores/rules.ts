import { computed, shallowRef } from 'vue';
import { question, type Answer } from '@/api/client';
import { use_answer } from '@/api/use_answer';
import { rows_at, type Rows } from '@/domain/rows';

type Rule = Answer<'/api/v1/rules'>['rules'][number];

/** The rule behind every figure, once for all pages: its words (口径) and where its rows are. */
const loaded = shallowRef<Map<string, Rule>>(new Map());

export function load_rules() {
  const { body } = use_answer(() => question('/api/v1/rules'));
  return computed(() => {
    if (body.value) loaded.value = new Map(body.value.rules.map((rule) => [rule.id, rule]));
    return loaded.value.size;
  });
}

export const find_rule = (id: string): Rule | undefined => loaded.value.get(id);

export function rows_behind(id: string, place?: Record<string, string>, more?: Record<string, string>): Rows | null {
  return rows_at(loaded.value.get(id)?.rows, place, more);
}
