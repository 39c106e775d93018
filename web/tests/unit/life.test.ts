import { describe, expect, it } from 'vitest';
import { kActions, kFurther, wish_of } from '@/domain/life';

const typed = { action: 'suspend' as const, on: '2023-01-05', reason: ' 资金未落实 ', approval: '会议纪要', to_unit: '150404', to_project: 'P0002', name: '新名' };

describe('an event in the life of a project', () => {
  it('says only what belongs to it', () => {
    expect(wish_of(typed)).toEqual({ action: 'suspend', on: '2023-01-05', reason: '资金未落实', approval: '会议纪要' });
    expect(wish_of({ ...typed, action: 'move' })).toMatchObject({ to_unit: '150404' });
    expect(wish_of({ ...typed, action: 'merge' })).toMatchObject({ to_project: 'P0002' });
    expect(Object.keys(wish_of({ ...typed, action: 'split' })).sort()).toEqual(['action', 'approval', 'name', 'on', 'reason', 'to_unit']);
    expect(wish_of({ ...typed, action: 'split', to_unit: ' ' })).not.toHaveProperty('to_unit');
  });

  it('can be every one that there is', () => {
    expect([...kActions].sort()).toEqual(Object.keys(kFurther).sort());
  });
});
