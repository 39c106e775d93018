import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import figures from '../../../api/examples/figures.json';
import leagues from '../../../api/examples/leagues.json';
import HeldTable, { type HeldRow } from '@/components/HeldTable.vue';
import KeyFigures from '@/components/KeyFigures.vue';
import LeagueTable from '@/components/LeagueTable.vue';
import SCurve from '@/components/SCurve.vue';
import SearchBox from '@/components/SearchBox.vue';
import { speak } from '@/i18n';

let router: Router;

beforeEach(async () => {
  speak('zh');
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }] });
  await router.push('/?as_of=2022-11-30');
});
afterEach(() => vi.unstubAllGlobals());

const mounted = (component: object, props: object) => mount(component as never, { props: props as never, global: { plugins: [router] }, attachTo: document.body });

describe('the key figures', () => {
  const trend = {
    targets: [
      { id: 't1', name: '七成办结', name_en: '', measure: 'projects_finished', deadline: '2023-02-28', needed: 2, remaining: 2, days_left: 90, dekads_left: 9, per_dekad: 1 },
    ],
  };

  it('show counts and rates as they were sent', () => {
    const page = mounted(KeyFigures, { figures, trend });
    const text = page.text().replace(/\s+/g, ' ');
    expect(text).toContain('办结率 0%');
    expect(text).toContain('90 天');
    expect(text).toContain('至 2月28日，还有 9 旬');
    expect(page.findAll('.figure')).toHaveLength(6);
    page.unmount();
  });

  it('do without a target when the campaign has none', () => {
    const page = mounted(KeyFigures, { figures, trend: { targets: [] } });
    expect(page.findAll('.figure')).toHaveLength(3);
    page.unmount();
  });

  it('say that no dekad is left', () => {
    const late = { targets: [{ ...trend.targets[0], dekads_left: 0, per_dekad: null }] };
    const page = mounted(KeyFigures, { figures, trend: late });
    expect(page.text()).toContain('期限前已没有完整的旬');
    page.unmount();
  });
});

describe('what is held where', () => {
  it('lists whoever holds most first and adds up', () => {
    const rows = figures.by_kind.map((row) => ({ code: row.kind, name: row.name, counts: row, rate: row.strict })) as HeldRow[];
    const page = mounted(HeldTable, { rows, rule: 'by_kind', word: 'kind', title: '卡在哪些事项', head: '审批事项' });
    const open = page.findAll('tbody .open').map((cell) => Number(cell.text()));
    expect(open).toEqual([...open].sort((a, b) => b - a));
    expect(Number(page.find('tfoot .number').text())).toBe(open.reduce((sum, count) => sum + count, 0));
    expect(open.reduce((sum, count) => sum + count, 0)).toBe(figures.procedures.strict.denominator - figures.procedures.strict.numerator);
    page.unmount();
  });
});

describe('a ranking', () => {
  const league = leagues.leagues[2] as (typeof leagues.leagues)[number];

  it('has a line above the bottom places and says why somebody stands there', () => {
    const rows = league.rows.map((row, index) => ({ ...row, bottom: index >= league.rows.length - 2, flagged: index === 0, tied: false }));
    const page = mounted(LeagueTable, { league: { ...league, rows, candidates: [rows[rows.length - 1]?.unit] }, assessment: true });
    const lines = page.findAll('tbody tr');
    expect(lines.filter((line) => line.classes('line-above'))).toHaveLength(1);
    expect(lines[lines.length - 2]?.classes()).toContain('line-above');
    expect(lines[lines.length - 1]?.text()).toContain('约谈候选');
    expect(lines[0]?.text()).toContain('数量少，仅供参考');
    page.unmount();
  });

  it('opens to its calculation and keeps the day', () => {
    const page = mounted(LeagueTable, { league, assessment: false });
    const href = page.find('tbody a').attributes('href');
    expect(href).toBe(`/leagues?as_of=2022-11-30&league=${league.id}&unit=${league.rows[0]?.unit}`);
    page.unmount();
  });
});

describe('the curve', () => {
  it('draws each line to its last point and the target at its day', () => {
    const ticks = ['2022-11-30', '2022-12-10', '2022-12-20'].map((day, index) => ({ dekad: `2022-1${index ? 2 : 1}-D${index || 3}`, day }));
    const page = mounted(SCurve, {
      ticks,
      lines: [
        { id: 'plan', label: '现行计划', marks: ticks.map((tick, index) => ({ day: tick.day, value: index * 10 })) },
        { id: 'actual', label: '实际办结', marks: [{ day: '2022-11-30', value: 3 }, { day: '2022-12-10', value: 8 }] },
        { id: 'baseline', label: '最初计划', marks: [] },
      ],
      target: { day: '2022-12-20', value: 14 },
      target_label: '目标 14 个',
      as_of: '2022-12-10',
    });
    expect(page.find('.actual').text()).toContain('实际办结 8');
    expect(page.find('.plan').text()).toContain('现行计划 20');
    expect(page.find('.baseline').exists()).toBe(false);
    expect(page.find('.target').text()).toContain('目标 14 个');
    page.unmount();
  });
});

describe('the search', () => {
  it('comes to whoever types a stroke, but not into a field', async () => {
    const page = mounted(SearchBox, {});
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(page.find('input').element);
    (document.activeElement as HTMLElement).blur();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(field);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(page.find('input').element);
    field.remove();
    page.unmount();
  });

  it('goes to the projects with the day kept', async () => {
    const page = mounted(SearchBox, {});
    await page.find('input').setValue(' hsq ');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(router.currentRoute.value.fullPath).toBe('/projects?as_of=2022-11-30&q=hsq');
    page.unmount();
  });
});
