import { describe, expect, it, vi } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { AppError } from '#core/base/errors.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import {
  PlanStudySession,
  type AskedStudy,
  type PlanStudyJobs,
} from '#state/plan/plan-study.svelte.ts';
import { planStudy } from '../../support/plan-study.ts';

const asked: AskedStudy = {
  ...{ datasetId: 2, productId: 'new-1', channel: 'Email', promotion: null },
  ...{ compute: 'wasm', earliestDay: 20_500, aim: USUAL_AIM },
};
const study = planStudy();

function answering(answer: () => Promise<PlanStudy>) {
  const job = vi.fn<PlanStudyJobs['studyPlan']>(answer);
  return { job, session: new PlanStudySession({ studyPlan: job }) };
}

describe('PlanStudySession', () => {
  it('runs, and has the study of what was asked for', async () => {
    const { session } = answering(() => Promise.resolve(study));
    const asking = session.ask(asked);
    expect(session.phase).toEqual({ status: 'running', subject: asked, progress: null });
    await asking;
    expect(session.phase).toEqual({ status: 'done', subject: asked, result: study });
  });

  it('asks once for the same, and again for something else', async () => {
    const { job, session } = answering(() => Promise.resolve(study));
    await session.ask(asked);
    await session.ask({ ...asked, aim: { ...USUAL_AIM } });
    expect(job).toHaveBeenCalledTimes(1);
    await session.ask({ ...asked, channel: 'Shop' });
    await session.ask({ ...asked, channel: 'Shop', aim: { ...USUAL_AIM, objective: 'units' } });
    expect(job).toHaveBeenCalledTimes(3);
  });

  it('keeps the latest only, whichever comes first, and stops the others', async () => {
    const answers: ((study: PlanStudy) => void)[] = [];
    const { job, session } = answering(() => new Promise((resolve) => answers.push(resolve)));
    const first = session.ask(asked);
    const second = session.ask({ ...asked, productId: 'new-2' });
    expect(job.mock.calls[0]![1]!.signal!.aborted).toBe(true);
    answers[1]!(study);
    await second;
    answers[0]!(planStudy({ priceIsTold: false }));
    await first;
    expect(session.phase).toMatchObject({
      status: 'done',
      result: study,
      subject: { productId: 'new-2' },
    });
  });

  it('keeps what went wrong, and tries again when asked', async () => {
    const error = new AppError('model-missing', 'none');
    const { job, session } = answering(() => Promise.reject(error));
    await session.ask(asked);
    expect(session.phase).toEqual({ status: 'failed', subject: asked, error });
    await session.ask(asked);
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('forgets what it has, or is about to have', async () => {
    const { job, session } = answering(() => Promise.resolve(study));
    const asking = session.ask(asked);
    session.forget();
    await asking;
    expect(session.phase).toEqual({ status: 'idle' });
    await session.ask(asked);
    expect(job).toHaveBeenCalledTimes(2);
  });
});
