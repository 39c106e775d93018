import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { hear_of, revision } from '@/stores/live';
import { as_refusal, ask, Refusal, type Question } from './client';

export interface Asked<Body> {
  body: ShallowRef<Body | null>;
  refusal: ShallowRef<Refusal | null>;
  loading: ShallowRef<boolean>;
}

/**
 * The answer to a question that follows what the page shows: asked again when `wanted` gives another address or the
 * journal grew. What stands on the page stays until the new answer is there; it goes when another question is refused, so that
 * nobody reads old figures under a new day. No question (null): no answer.
 */
export function use_answer<Body>(wanted: () => Question<Body> | null): Asked<Body> {
  const body: ShallowRef<Body | null> = shallowRef(null);
  const refusal: ShallowRef<Refusal | null> = shallowRef(null);
  const loading = shallowRef(false);
  let flight: AbortController | null = null;
  let answered = '';

  async function load(address: string | undefined): Promise<void> {
    flight?.abort();
    if (!address) {
      body.value = null;
      return;
    }
    const mine = new AbortController();
    flight = mine;
    loading.value = true;
    try {
      const answer = await ask<Body>(address, { signal: mine.signal });
      if (flight !== mine) return;
      body.value = answer;
      answered = address;
      refusal.value = null;
      if (!is_of_the_past(address)) hear_of((answer as { seq?: number }).seq ?? 0);
    } catch (cause) {
      if (flight !== mine || (cause as Error).name === 'AbortError') return;
      if (answered !== address) body.value = null;
      refusal.value = as_refusal(cause);
    } finally {
      if (flight === mine) loading.value = false;
    }
  }

  watch([() => wanted()?.address, revision], ([address]) => void load(address), { immediate: true });
  onScopeDispose(() => flight?.abort());
  return { body, refusal, loading };
}

/** What was known at an earlier time says nothing about the head. */
const is_of_the_past = (address: string): boolean => address.includes('known_at=');
