import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import PlanBrief from '#components/pages/plan/take-away/PlanBrief.svelte';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { samplePlan, sampleRanking, sampleUsual } from '../../../../support/ranking.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(change: Partial<LaunchPlan> = {}): HTMLElement {
  const props = {
    plan: samplePlan(change),
    ranking: sampleRanking(),
    datasetName: 'Demo shop',
  };
  const brief = mount(PlanBrief, { target: document.body, props });
  leave = () => void unmount(brief);
  return document.querySelector<HTMLElement>('.plan-brief')!;
}
const cellsOf = (row: Element | null) =>
  [...(row?.children ?? [])].map(({ textContent }) => textContent.trim());
const textsOf = (within: HTMLElement, selector: string) =>
  [...within.querySelectorAll(selector)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );

describe('the brief of a plan', () => {
  it('sets each outcome beside what is usual, in numbers and marks', () => {
    const brief = shown();
    expect([...brief.querySelectorAll('tbody tr:first-child')].map(cellsOf)).toEqual([
      ['Demand forecast', 'This plan', '120', '78\u2060–\u2060190', ''],
      ['Revenue', 'This plan', '1,370', '888\u2060–\u20602,190', ''],
      ['Profit', 'This plan', '602', '391\u2060–\u2060964', ''],
    ]);
    expect(cellsOf(brief.querySelector('tbody tr:last-child'))).toEqual([
      'Your usual approach',
      '80',
      '52\u2060–\u2060130',
      '',
    ]);
    expect(brief.querySelectorAll('[role="img"]').length).toBe(6);
  });

  it('says the decision, the odds, other plans and where it comes from', () => {
    const brief = shown({ notes: ['no-category'] });
    expect(textsOf(brief, 'h2')).toEqual(['Red mug']);
    expect(brief.textContent).toContain('Launch on Monday 9 March');
    expect(textsOf(brief, 'dd')).toEqual(['4%', '23%', '38 units']);
    expect(textsOf(brief, 'h3')).toEqual([
      'Your usual approach',
      'Other good plans',
      'What to know',
    ]);
    expect(brief.textContent).toContain('On another channel: 9\u00A0Mar · Marketplace');
    expect(brief.textContent).toContain('all launches count as similar');
    expect(textsOf(brief, 'footer')[0]).toMatch(/^Made .+ from “Demo shop” with Debut\.$/);
  });

  it('does not propose what is better not launched', () => {
    const brief = shown({ verdict: { kind: 'loses-money' }, alternatives: [] });
    expect(brief.textContent).toContain('Not recommended');
    expect(brief.textContent).not.toContain('Launch on');
    expect(textsOf(brief, 'h3')).not.toContain('Other good plans');
  });

  it('leaves out money that the data cannot tell', () => {
    const { outcome } = samplePlan();
    const unknown = { ...outcome, revenue: null, profit: null };
    const brief = shown({ outcome: unknown, usual: sampleUsual({ outcome: unknown }) });
    expect(textsOf(brief, '[scope="rowgroup"]')).toEqual(['Demand forecast']);
  });
});
