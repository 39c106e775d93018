import type { CellName } from '@/domain/cells';
import { find_text } from '@/i18n';
import { authority_name, state_name } from './campaign';

/** A value of a cell as people read it: codes become words, everything else stands as it is. */
export function cell_words(field: CellName, value: string | undefined): string {
  if (!value) return '';
  if (field === 'state') return find_text(`cell.state.${value}`) ?? state_name(value);
  if (field === 'authority') return authority_name(value);
  if (field === 'not_applicable_reason') return find_text(`cell.reason.${value}`) ?? value;
  return value;
}
