import type { components } from '@/api/schema';

/** Events in the life of a project as people record them. Source: rules 3. Pure. */
type Wish = components['schemas']['LifeWish'];
export type LifeAction = Wish['action'];
export type Further = 'to_unit' | 'to_project' | 'name';

export const kActions: readonly LifeAction[] = ['suspend', 'resume', 'withdraw', 'end', 'join', 'move', 'rename', 'merge', 'split'];

/** What else has to be said, or may be. */
export const kFurther: Record<LifeAction, readonly Further[]> = {
  join: [],
  suspend: [],
  resume: [],
  withdraw: [],
  end: [],
  move: ['to_unit'],
  rename: ['name'],
  merge: ['to_project'],
  split: ['name', 'to_unit'],
};

/** What was typed for another action stays behind. */
export function wish_of(typed: Wish & { to_unit: string; to_project: string; name: string }): Wish {
  const { action, on, reason, approval } = typed;
  const wish: Wish = { action, on, reason: reason?.trim() ?? '', approval: approval?.trim() ?? '' };
  for (const name of kFurther[action]) if (typed[name].trim()) wish[name] = typed[name].trim();
  return wish;
}
