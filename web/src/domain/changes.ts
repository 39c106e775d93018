import { find_text } from '@/i18n';
import { authority_name, state_name, unit_name } from '@/stores/campaign';
import { money } from './amounts';

/** Changes come with the ledger's own words; here they become those of the office. What is not known is shown as it is. */

const units = (value: string): string => value.split(' ').map(unit_name).join(' ');
const worded = (prefix: string) => (value: string): string => find_text(`${prefix}.${value}`) ?? value;

const kValues: Record<string, (value: string) => string> = {
  state: state_name,
  authority: authority_name,
  not_applicable_reason: worded('reason'),
  track: worded('track'),
  responsible: unit_name,
  industry_department: unit_name,
  approver: unit_name,
  districts: units,
  total_investment: money,
  year_plan: money,
};

/** "document.D0001" is the paper D0001. */
export function field_name(field: string): string {
  const [thing, id] = field.split('.', 2);
  const named = thing === 'document' && id ? `${find_text('field.document')} ${id}` : undefined;
  return find_text(`field.${field}`) ?? named ?? field;
}

/** A value of a field; an empty one stays empty. */
export const field_value = (field: string, value: string): string => (value === '' ? '' : (kValues[field]?.(value) ?? value));
