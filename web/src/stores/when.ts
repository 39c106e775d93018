import { computed } from 'vue';
import { useRoute, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import { campaign } from './campaign';

/**
 * The two times that every page speaks of: the day (`as_of`), and when what is shown was known (`known_at`; without it,
 * now). They stand in the address, so that a link shows tomorrow what it shows today; without a day the service's own
 * default holds.
 */
export function use_when() {
  const route = useRoute();
  const as_of = computed(() => first(route.query.as_of));
  const known_at = computed(() => first(route.query.known_at));

  /** Both times as a question to the service takes them. What was known then had another newest day; the line above names ours. */
  const when = computed(() => ({
    as_of: as_of.value ?? (known_at.value ? campaign.value?.default_as_of : undefined),
    known_at: known_at.value,
  }));

  /** An address inside the program that keeps both times. Empty values are left out. */
  function to(path: string, query: Record<string, string | null | undefined> = {}): RouteLocationRaw {
    const kept: LocationQueryRaw = {};
    for (const [name, value] of Object.entries({ as_of: as_of.value, known_at: known_at.value, ...query })) if (value) kept[name] = value;
    return { path, query: kept };
  }

  /** What `to` adds to a plain address. */
  const words = computed(() => {
    const kept = new URLSearchParams();
    if (as_of.value) kept.set('as_of', as_of.value);
    if (known_at.value) kept.set('known_at', known_at.value);
    const text = kept.toString();
    return text && `?${text}`;
  });
  return { as_of, known_at, when, to, words };
}

/** The first of what an address says under one name; undefined where it says nothing. */
export function first(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}
