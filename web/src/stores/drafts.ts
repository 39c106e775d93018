/**
 * What was typed and is not in the ledger yet. It stays in this browser until it was sent, through a lost connection, a closed
 * tab and a session that ran out; only the account that typed it sees it again.
 */
export interface Draft {
  typed: Record<string, string | undefined>;
  /** The row as the writer saw it. */
  revision: number;
  /** The same for every try, so that a write whose answer was lost is not written twice. */
  key: string;
  reason: string;
}

const name_of = (account: string, row: string): string => `guatu.draft/${account}/${row}`;

export function keep_draft(account: string, row: string, draft: Draft): void {
  try {
    localStorage.setItem(name_of(account, row), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: it holds while the page is open.
  }
}

export function find_draft(account: string, row: string): Draft | null {
  try {
    const text = localStorage.getItem(name_of(account, row));
    const draft = text ? (JSON.parse(text) as Partial<Draft>) : null;
    return draft?.typed && typeof draft.revision === 'number' && draft.key ? { reason: '', ...draft } as Draft : null;
  } catch {
    return null;
  }
}

export function drop_draft(account: string, row: string): void {
  try {
    localStorage.removeItem(name_of(account, row));
  } catch {
    // Nothing was kept.
  }
}
