import { authority_name, kind_name, light_name, state_name, unit_name } from '@/stores/campaign';
import { find_text, t } from '@/i18n';
import { first } from '@/stores/when';

/** The filters that a list keeps in the address, under the service's own names. */
const kShared = ['q', 'responsible', 'district', 'sponsor', 'kind', 'state', 'authority', 'scope', 'approver', 'light', 'overdue', 'unverified', 'disputed', 'held_above', 'counted'] as const;
export const kProjectFilters = [...kShared, 'finished', 'meets', 'gained', 'carried', 'held_at', 'held_by', 'fault'] as const;
export const kProcedureFilters = [...kShared, 'project', 'applicable', 'open'] as const;

export type FilterName = (typeof kProjectFilters)[number] | (typeof kProcedureFilters)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** What an address asks for; words that are no filter of this list are not passed on. */
export function filters_in(query: Record<string, unknown>, names: readonly FilterName[]): Filters {
  const filters: Filters = {};
  for (const name of names) {
    const value = first(query[name]);
    if (value !== undefined) filters[name] = value;
  }
  return filters;
}

const name_of_value: Partial<Record<FilterName, (value: string) => string>> = {
  responsible: unit_name,
  district: unit_name,
  sponsor: unit_name,
  approver: unit_name,
  held_by: unit_name,
  kind: kind_name,
  held_at: kind_name,
  state: state_name,
  authority: authority_name,
  light: light_name,
};

/** A filter in words: 状态：未启动、正在组卷; for a yes or no only what is asked: 未办结. */
export function filter_text(name: FilterName, value: string): string {
  const whole = find_text(`filter.${name}.${value}`);
  if (whole) return whole;
  const named = name_of_value[name];
  const values = named ? value.split(',').map(named).join(t('comma')) : value;
  return `${t(`filter.${name}`)}${t('colon')}${values}`;
}
