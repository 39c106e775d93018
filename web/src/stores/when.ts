import { computed } from 'vue';
import { useRoute, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';

/**
 * The day that every page speaks of. It stands in the address (`as_of`), so that a link shows tomorrow what it shows
 * today; without it the service's own default holds.
 */
export function use_when() {
  const route = useRoute();
  const as_of = computed(() => first(route.query.as_of));

  /** An address inside the program that keeps the day. Empty values are left out. */
  function to(path: string, query: Record<string, string | null | undefined> = {}): RouteLocationRaw {
    const kept: LocationQueryRaw = {};
    for (const [name, value] of Object.entries({ as_of: as_of.value, ...query })) if (value) kept[name] = value;
    return { path, query: kept };
  }
  return { as_of, to };
}

/** The first of what an address says under one name; undefined where it says nothing. */
export function first(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}
