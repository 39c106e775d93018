import { describe, expect, it } from 'vitest';
import type { EvidenceDocument } from '@/api/evidence';
import { field_name } from '@/domain/changes';
import { documents_about, size_text } from '@/domain/evidence';
import { speak } from '@/i18n';

const paper = (id: string, ...about: [string, string | null, string][]): EvidenceDocument => ({
  id,
  revision: 1,
  about: about.map(([project, kind, part]) => ({ project, kind, part })),
  paper: 'approval',
  number: '',
  issuer: '',
  issued_on: null,
  note: '',
  masked: false,
  may_change: true,
  file_count: 0,
  files: [],
});

describe('papers', () => {
  it('stand at each procedure that they are about, and at the project when they are about none', () => {
    const all = [paper('D1', ['P1', 'energy', ''], ['P2', 'energy', '']), paper('D2', ['P1', null, '']), paper('D3', ['P1', 'energy', '二标段'])];
    expect(documents_about(all, 'P1', 'energy', '').map(({ id }) => id)).toEqual(['D1']);
    expect(documents_about(all, 'P2', 'energy', '').map(({ id }) => id)).toEqual(['D1']);
    expect(documents_about(all, 'P1', '', '').map(({ id }) => id)).toEqual(['D2']);
    expect(documents_about(all, 'P1', 'energy', '二标段').map(({ id }) => id)).toEqual(['D3']);
    expect(documents_about(all, 'P3', 'energy', '')).toEqual([]);
  });

  it('have sizes that people can read', () => {
    expect([0, 1023, 1024, 10 * 1024, 1024 * 1024, 49.6 * 1024 * 1024].map(size_text)).toEqual(['0 B', '1023 B', '1.0 KB', '10 KB', '1.0 MB', '50 MB']);
  });

  it('are named in the history', () => {
    speak('zh');
    expect(field_name('document.D0007')).toBe('文件 D0007');
    expect(field_name('life.suspend')).toBe('暂缓');
    expect(field_name('nothing.known')).toBe('nothing.known');
  });
});
