import { readonly, ref } from 'vue';

/**
 * What the service says about changes. Pages load anew whenever `revision` grows; they never trust what an event says,
 * they ask. Where events do not come through (a proxy, too many listeners) the head is asked for once a minute.
 */
const kPollEvery = 60_000;
const kRetryAfter = 30_000;

const counted = ref(0);
const heard = ref<'events' | 'polling' | 'waiting'>('waiting');
let head: number | null = null;
let source: EventSource | null = null;
let poll: ReturnType<typeof setInterval> | undefined;

export const revision = readonly(counted);
export const listening = readonly(heard);

/** The service does not answer; what the pages show is what it said before. */
const lost = ref(false);
export const is_lost = readonly(lost);

/** The newest commit number that was heard of; the first one is where we start, not a change. */
export function hear_of(seq: number): void {
  if (head !== null && seq > head) counted.value += 1;
  if (head === null || seq > head) head = seq;
}

/** Every page asks anew, as after a change: somebody else is signed in. */
export function ask_anew(): void {
  counted.value += 1;
}

export function listen(ask_head: () => Promise<number>): void {
  if (typeof EventSource === 'undefined') {
    start_polling(ask_head);
    return;
  }
  source?.close();
  source = new EventSource('/api/v1/events');
  source.onopen = () => {
    heard.value = 'events';
    stop_polling();
    check_head(ask_head); // What happened while nobody listened.
  };
  source.onmessage = (event) => hear_event(event.data);
  for (const topic of ['ledger', 'published', 'head']) {
    source.addEventListener(topic, (event) => hear_event((event as MessageEvent<string>).data));
  }
  source.onerror = () => {
    check_head(ask_head);
    start_polling(ask_head);
    // A closed source does not come back by itself.
    if (source?.readyState === EventSource.CLOSED) setTimeout(() => listen(ask_head), kRetryAfter);
  };
}

function hear_event(data: string): void {
  try {
    const seq = (JSON.parse(data) as { seq?: unknown }).seq;
    if (typeof seq === 'number') hear_of(seq);
  } catch {
    // Not ours.
  }
}

function check_head(ask_head: () => Promise<number>): void {
  ask_head().then(
    (seq) => {
      lost.value = false;
      hear_of(seq);
    },
    () => (lost.value = true),
  );
}

function start_polling(ask_head: () => Promise<number>): void {
  heard.value = 'polling';
  poll ??= setInterval(() => check_head(ask_head), kPollEvery);
}

function stop_polling(): void {
  clearInterval(poll);
  poll = undefined;
}
