import { language } from '@/i18n';

/** Money comes as a string of whole yuan and is shown in 亿元 or million yuan; nothing is computed with it here. */

/** `yuan` ÷ 10^`digits`, with two decimals, half up; zeros at the end dropped. */
function scaled(yuan: string, digits: number): string {
  const hundredths = (BigInt(yuan) * 100n + 10n ** BigInt(digits) / 2n) / 10n ** BigInt(digits);
  const whole = hundredths / 100n;
  const rest = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : `${whole}`;
}

/** 25.57 亿元 · ¥2,557 million */
export function money(yuan: string | null | undefined): string {
  if (yuan === null || yuan === undefined || !/^\d+$/.test(yuan)) return '—';
  if (language.value === 'zh') return `${scaled(yuan, 8)} 亿元`;
  const [whole = '', rest] = scaled(yuan, 6).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''} million`;
}

/** The same without its unit, for a column that names it. */
export function money_cell(yuan: string | null | undefined): string {
  if (yuan === null || yuan === undefined || !/^\d+$/.test(yuan)) return '—';
  return language.value === 'zh' ? scaled(yuan, 8) : scaled(yuan, 6);
}

/** 780000000 → 7.8, in 亿元 and exactly, as it stands in a field. */
export function hundred_millions(yuan: string): string {
  if (!/^\d+$/.test(yuan)) return yuan;
  const whole = BigInt(yuan) / 100_000_000n;
  const rest = (BigInt(yuan) % 100_000_000n).toString().padStart(8, '0').replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : `${whole}`;
}

const kUnits: Record<string, number> = { '': 8, 亿: 8, 亿元: 8, 万: 4, 万元: 4, 元: 0 };

/** 7.8, 7.8亿元, 78000万元 → 780000000; without a unit 亿元 is meant. What is no amount stays, for the service to refuse. */
export function yuan_of(text: string): string {
  const match = /^(\d[\d,，]*)(?:\.(\d+))?\s*(亿元?|万元?|元)?$/.exec(text.trim());
  if (!match) return text;
  const digits = kUnits[match[3] ?? ''] ?? 0;
  const rest = (match[2] ?? '').replace(/0+$/, '');
  if (rest.length > digits) return text;
  return BigInt((match[1] ?? '').replace(/[,，]/g, '') + rest.padEnd(digits, '0')).toString();
}

/** 312 KB */
export function file_size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** +2.1 · −0.5 · 0, as sent, with a true minus sign. */
export const signed = (change: string | null | undefined): string => (change ? change.replace('-', '−') : '—');
