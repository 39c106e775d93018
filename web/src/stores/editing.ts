import { ask, question } from '@/api/client';
import type { components } from '@/api/schema';
import { kCells, type CellName, type Cells } from '@/domain/cells';
import { kMoney, kProjectCells, project_values, type ProjectCell } from '@/domain/project_cells';
import { hundred_millions, yuan_of } from '@/domain/amounts';
import { use_row } from './row_editing';

type Rows = components['schemas']['CellRows'];
const path_of = (project: string): string => `/api/v1/projects/${encodeURIComponent(project)}`;

/** One procedure part under the hands of a clerk. */
export function use_editing(project: string, kind: string, part: string) {
  const address = `${path_of(project)}/procedures/${encodeURIComponent(kind)}`;
  return use_row<CellName>({
    names: kCells,
    draft: `${project}/${kind}/${part}`,
    address,
    ...(part ? { more: { part } } : {}),
    async load() {
      const { rows } = await ask<Rows>(address);
      const found = rows.find((one) => one.part === part);
      return { values: (found?.values ?? {}) as Cells, revision: found?.revision ?? 0 };
    },
    is_ours: (row) => row.kind === kind && row.part === part,
  });
}

/** A project's own data under the hands of a clerk. Its revision is asked for first: what is written in between is a conflict, never lost. */
export function use_project_editing(project: string) {
  return use_row<ProjectCell>({
    names: kProjectCells,
    draft: project,
    address: path_of(project),
    async load() {
      const { revision } = await ask<Rows>(`${path_of(project)}/cells`);
      const page = await ask(question('/api/v1/projects/{id}', {}, { id: project }).address);
      return { values: project_values((page as components['schemas']['ProjectPage']).project), revision };
    },
    is_ours: (row) => row.kind === null && row.project === project,
    shown: (name, value) => (kMoney.includes(name) ? hundred_millions(value) : value),
    sent: (name, value) => (kMoney.includes(name) ? yuan_of(value) : value),
  });
}
