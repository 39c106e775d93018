import type { components } from '@/api/schema';

/** A project's own data that people fill in, in the order of the form. Source: contract 4. */
export const kProjectCells = [
  'code',
  'industry_department',
  'owner',
  'credit_code',
  'field',
  'track',
  'total_investment',
  'year_plan',
  'planned_start',
  'leader',
  'contact',
  'phone',
  'content',
  'progress',
  'problems',
  'measures',
  'note',
] as const;
export type ProjectCell = (typeof kProjectCells)[number];

export const kMoney: readonly ProjectCell[] = ['total_investment', 'year_plan'];
export const kTracks = ['approval', 'sanction', 'filing'] as const;
/** Texts of more than a line. */
export const kLong: readonly ProjectCell[] = ['content', 'progress', 'problems', 'measures', 'note'];

/** What stands in the fields. A phone number is shown with its middle covered, so its field begins empty. */
export function project_values(project: components['schemas']['ProjectPage']['project']): Partial<Record<ProjectCell, string>> {
  const values: Partial<Record<ProjectCell, string>> = { industry_department: project.industry ?? '' };
  for (const name of kProjectCells) if (name !== 'industry_department' && name !== 'phone') values[name] = project[name] ?? '';
  return values;
}
