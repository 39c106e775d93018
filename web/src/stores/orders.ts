import { shallowRef } from 'vue';
import { as_refusal, type Refusal } from '@/api/client';

/** An order under way: busy while it runs, its refusal afterwards; `run` says whether it was carried out. */
export function use_order() {
  const busy = shallowRef(false);
  const refusal = shallowRef<Refusal | null>(null);

  async function run(step: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    refusal.value = null;
    try {
      await step();
      return true;
    } catch (cause) {
      refusal.value = as_refusal(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, refusal, run };
}
