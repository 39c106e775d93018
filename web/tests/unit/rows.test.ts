import { describe, expect, it } from 'vitest';
import { address_of } from '@/api/client';
import { filters_in, kProcedureFilters, kProjectFilters } from '@/domain/filters';
import { rows_at } from '@/domain/rows';

describe('the rows behind a number', () => {
  it('are on the page of the same name, with the same filters', () => {
    expect(rows_at('/api/v1/projects?counted=true&finished=true')).toEqual({
      path: '/projects',
      query: { counted: 'true', finished: 'true' },
    });
  });

  it('take what is left open from the place of the number', () => {
    expect(rows_at('/api/v1/procedures?counted=true&kind={kind}&state={state}', { kind: 'energy', state: 'finished' })).toEqual({
      path: '/procedures',
      query: { counted: 'true', kind: 'energy', state: 'finished' },
    });
  });

  it('do not ask for what the place does not say; more can be asked', () => {
    expect(rows_at('/api/v1/procedures?kind={kind}&state={state}', { kind: 'energy' }, { state: 'unknown,preparing' })?.query).toEqual({
      kind: 'energy',
      state: 'unknown,preparing',
    });
  });

  it.each([[null], [undefined], ['/elsewhere'], ['/api/v1/figures'], ['/api/v1/projects/{id}']])('are nowhere for %s', (template) => {
    expect(rows_at(template)).toBeNull();
  });
});

describe('addresses', () => {
  it('keep what is asked and drop what is not', () => {
    expect(address_of('/projects', {}, { q: '水库 a&b', as_of: undefined, state: '', limit: 5 })).toBe(
      '/api/v1/projects?q=%E6%B0%B4%E5%BA%93+a%26b&limit=5',
    );
    expect(address_of('/api/v1/projects/{id}', { id: 'P/1' })).toBe('/api/v1/projects/P%2F1');
  });

  it('carry the filters of their own list only', () => {
    const query = { kind: 'energy', finished: 'true', as_of: '2023-02-10', q: ['first', 'second'], state: '' };
    expect(filters_in(query, kProjectFilters)).toEqual({ q: 'first', kind: 'energy', finished: 'true' });
    expect(filters_in(query, kProcedureFilters)).toEqual({ q: 'first', kind: 'energy' });
  });
});
