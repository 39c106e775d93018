import { computed, shallowRef, watch } from 'vue';
import { as_refusal, ask, Refusal, type Question } from './client';
import { use_answer } from './use_answer';

interface Page {
  total: number;
  next_cursor: string | null;
}

/** A list that comes in pages: the first by itself, the others when somebody asks for more. */
export function use_pages<Body extends Page>(wanted: (cursor?: string) => Question<Body>) {
  const { body: first, refusal, loading } = use_answer(() => wanted());
  const later = shallowRef<Body[]>([]);
  const later_refusal = shallowRef<Refusal | null>(null);
  const fetching = shallowRef(false);

  // A new first page is a new list.
  watch(first, () => (later.value = []));

  const pages = computed(() => (first.value ? [first.value, ...later.value] : []));
  const next = computed(() => pages.value[pages.value.length - 1]?.next_cursor ?? null);

  async function more(): Promise<void> {
    const cursor = next.value;
    const list = first.value;
    if (!cursor || fetching.value) return;
    fetching.value = true;
    try {
      const page = await ask<Body>(wanted(cursor).address);
      if (list === first.value) later.value = [...later.value, page];
      later_refusal.value = null;
    } catch (cause) {
      later_refusal.value = as_refusal(cause);
    } finally {
      fetching.value = false;
    }
  }

  return { first, pages, next, more, refusal: computed(() => refusal.value ?? later_refusal.value), loading, fetching };
}
