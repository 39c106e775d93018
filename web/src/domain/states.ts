/** States of a procedure in the order of its way through the offices. Source: rules 2. */
export const kStates = [
  'unknown',
  'not_started',
  'preparing',
  'submitted',
  'in_review',
  'returned',
  'handed_up',
  'finished',
  'not_applicable',
] as const;
export type State = (typeof kStates)[number];

/** What is still to be done: neither finished nor not applicable. */
export const kOpenStates: readonly State[] = kStates.slice(0, 7);
