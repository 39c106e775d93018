/** The cells of a procedure that people fill in, in the order of the form. Source: contract 4; rules 2. */

export const kCells = [
  'state',
  'not_applicable_reason',
  'authority',
  'approver',
  'planned_on',
  'submitted_on',
  'accepted_on',
  'handed_up_on',
  'finished_on',
  'document_number',
  'receipt',
  'responsible_person',
  'overdue_reason',
  'note',
] as const;
export type CellName = (typeof kCells)[number];
export type Cells = Partial<Record<CellName, string>>;

/** What can be reported; 补正 and 退件 are told apart when they are reported. */
export const kReportedStates = ['not_started', 'preparing', 'submitted', 'in_review', 'handed_up', 'correction_asked', 'rejected', 'finished', 'not_applicable'] as const;
export const kReasons = ['not_involved', 'exempt', 'existing_approval', 'merged_processing', 'regional_assessment'] as const;
export const kLevels = ['state', 'region', 'city', 'county'] as const;

/** What was typed and says something else than what stands there. Blanks say nothing: they never erase. */
export function changed_cells<Name extends string = CellName>(
  typed: Partial<Record<Name, string>>,
  standing: Partial<Record<Name, string>>,
  names: readonly Name[] = kCells as readonly string[] as readonly Name[],
): Partial<Record<Name, string>> {
  const changed: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = typed[name]?.trim();
    if (value && value !== (standing[name] ?? '')) changed[name] = value;
  }
  return changed;
}

/** The cell that a pointer into the request means: `/finished_on` → `finished_on`. */
export const cell_of = <Name extends string = CellName>(
  pointer: string | undefined,
  names: readonly Name[] = kCells as readonly string[] as readonly Name[],
): Name | undefined => names.find((name) => pointer === `/${name}` || pointer?.endsWith(`/${name}`));
