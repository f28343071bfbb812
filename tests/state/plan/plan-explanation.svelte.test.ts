import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import {
  PlanExplanationSession,
  type ExplanationJobs,
} from '#state/plan/plan-explanation.svelte.ts';

const action: LaunchAction = {
  ...{ launchDay: 20_520, channel: 'Email', promotion: null, priceFactor: 1 },
  ...{ salePrice: 42, adSpend: null, stockUnits: 160 },
};
const plan = { datasetId: 2, productId: 'n1', action };
const other = { ...plan, productId: 'n2' };
const evidence = { similar: [], productParts: [] } as unknown as PlanExplanation;

describe('PlanExplanationSession', () => {
  it('asks for the evidence of a plan, and keeps it with the plan', async () => {
    const explainPlan = vi.fn<ExplanationJobs['explainPlan']>(() => Promise.resolve(evidence));
    const session = new PlanExplanationSession({ explainPlan });
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
    const session = new PlanExplanationSession({
      explainPlan: (_request, options) => {
        signals.push(options?.signal);
        return new Promise((resolve) => ends.push(resolve));
      },
    });
    const first = session.explain(plan, 'auto');
    const second = session.explain(other, 'auto');
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    ends[1]!(evidence);
    expect(await second).toBe(evidence);
    ends[0]!({ ...evidence, productParts: [] });
    expect(await first).toBeNull();
    expect(session.phase).toEqual({ status: 'done', subject: other, result: evidence });
  });

  it('keeps what went wrong, but not with a plan that was left', async () => {
    const error = new AppError('product-missing', 'gone');
    const session = new PlanExplanationSession({ explainPlan: () => Promise.reject(error) });
    const left = session.explain(plan, 'auto');
    const failed = session.explain(other, 'auto');
    expect(await left).toBeNull();
    expect(await failed).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', subject: other, error });
  });

  it('is idle once cleared, or where the worker stopped by itself', async () => {
    const never = new PlanExplanationSession({ explainPlan: () => new Promise(() => undefined) });
    void never.explain(plan, 'auto');
    never.clear();
    expect(never.phase).toEqual({ status: 'idle' });
    const stopped = new PlanExplanationSession({
      explainPlan: () => Promise.reject(new DOMException('stopped', 'AbortError')),
    });
    expect(await stopped.explain(plan, 'auto')).toBeNull();
    expect(stopped.phase).toEqual({ status: 'idle' });
  });
});
