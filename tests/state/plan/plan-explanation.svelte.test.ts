import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import {
  PlanExplanationSession,
  type ExplanationPorts,
} from '#state/plan/plan-explanation.svelte.ts';

const action: LaunchAction = {
  ...{ launchDay: 20_520, channel: 'Email', promotion: null, priceFactor: 1 },
  ...{ salePrice: 42, adSpend: null, stockUnits: 160 },
};
const plan = { datasetId: 2, productId: 'n1', action };
const other = { ...plan, productId: 'n2' };
const evidence = { similar: [], productParts: [] } as unknown as PlanExplanation;

/** A session on a device where `stored` is the share of looks that was chosen. */
function sessionWith(explainPlan: ExplanationPorts['explainPlan'], stored?: number) {
  let share = stored;
  const session = new PlanExplanationSession({
    explainPlan,
    loadLooksShare: () => Promise.resolve(share),
    saveLooksShare: (chosen) => {
      share = chosen;
      return Promise.resolve();
    },
  });
  return Object.assign(session, { storedShare: () => share });
}

describe('PlanExplanationSession', () => {
  it('asks for the evidence of a plan, and keeps it with the plan', async () => {
    const explainPlan = vi.fn<ExplanationPorts['explainPlan']>(() => Promise.resolve(evidence));
    const session = sessionWith(explainPlan);
    expect(session.phase).toEqual({ status: 'idle' });
    const answer = session.explain(plan, 'wasm');
    expect(session.phase).toEqual({ status: 'running', subject: plan, progress: null });
    expect(await answer).toBe(evidence);
    expect(explainPlan.mock.calls[0]![0]).toEqual({ ...plan, compute: 'wasm' });
    expect(session.phase).toEqual({ status: 'done', subject: plan, result: evidence });
  });

  it('stops the one before for the next, whichever ends first', async () => {
    const ends: ((evidence: PlanExplanation) => void)[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const session = sessionWith((_request, options) => {
      signals.push(options?.signal);
      return new Promise((resolve) => ends.push(resolve));
    });
    const first = session.explain(plan, 'auto');
    await expect.poll(() => signals).toHaveLength(1);
    const second = session.explain(other, 'auto');
    await expect.poll(() => signals).toHaveLength(2);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    ends[1]!(evidence);
    expect(await second).toBe(evidence);
    ends[0]!({ ...evidence, productParts: [] });
    expect(await first).toBeNull();
    expect(session.phase).toEqual({ status: 'done', subject: other, result: evidence });
  });

  it('keeps what went wrong, but not with a plan that was left', async () => {
    const error = new AppError('product-missing', 'gone');
    const session = sessionWith(() => Promise.reject(error));
    const left = session.explain(plan, 'auto');
    const failed = session.explain(other, 'auto');
    expect(await left).toBeNull();
    expect(await failed).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', subject: other, error });
  });

  it('is idle once cleared, or where the worker stopped by itself', async () => {
    const never = sessionWith(() => new Promise(() => undefined));
    void never.explain(plan, 'auto');
    never.clear();
    expect(never.phase).toEqual({ status: 'idle' });
    const stopped = sessionWith(() => Promise.reject(new DOMException('stopped', 'AbortError')));
    expect(await stopped.explain(plan, 'auto')).toBeNull();
    expect(stopped.phase).toEqual({ status: 'idle' });
  });

  it('compares by the share of looks that was chosen, and by another once the slider rests', async () => {
    const explainPlan = vi.fn<ExplanationPorts['explainPlan']>((request) =>
      Promise.resolve({ ...evidence, looksShare: request.looksShare ?? null }),
    );
    const session = sessionWith(explainPlan, 0.2);
    await session.explain(plan, 'wasm');
    void session.compareBy(0.7);
    const rested = session.compareBy(0.8);
    expect(session.phase).toMatchObject({ status: 'done', result: { looksShare: 0.2 } });
    await rested;
    expect(explainPlan.mock.calls.map(([request]) => request)).toEqual([
      { ...plan, compute: 'wasm', looksShare: 0.2 },
      { ...plan, compute: 'wasm', looksShare: 0.8 },
    ]);
    const { productParts } = evidence;
    expect(session.phase).toEqual({
      ...{ status: 'done', subject: plan },
      result: { similar: [], productParts, looksShare: 0.8 },
    });
    expect(session.storedShare()).toBe(0.8);
  });

  it('forgets another comparison with the next plan', async () => {
    const session = sessionWith(() => Promise.resolve(evidence));
    await session.explain(plan, 'wasm');
    const left = session.compareBy(1);
    await session.explain(other, 'wasm');
    await left;
    expect([session.phase.status, session.storedShare()]).toEqual(['done', undefined]);
  });
});
