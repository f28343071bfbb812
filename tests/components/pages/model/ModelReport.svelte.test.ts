import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import ModelReport from '#components/pages/model/ModelReport.svelte';
import type { StopPoint } from '#core/model/training/stop-point.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { trainingRun } from '../../../support/training-run.ts';

function textOf(stopped?: readonly StopPoint[]): string {
  const { report } = trainingRun({ report: { ...(stopped && { stopped }) } });
  const props = { report, runsHref: '', hasCategories: true };
  const shown = mount(ModelReport, { target: document.body, props });
  const text = document.body.textContent.replace(/\s+/g, ' ');
  void unmount(shown);
  return text;
}

it('says of a training that was stopped what was kept, in both languages', () => {
  const stopped: StopPoint[] = [
    { part: 'settings', done: 6, total: 20 },
    { part: 'launches', done: 64, total: 100 },
  ];
  const text = textOf(stopped);
  expect(text).toContain(
    'You stopped this training early. The search for settings ended after 6 of 20 trials;',
  );
  expect(text).toContain('learnt from 64 of 100 launches');
  expect(text).not.toContain('Debut then learnt from all of them');
  expect(inChinese(() => textOf(stopped))).toContain(
    '你提前停止了这次训练。 设置搜索在 20 次试训中完成 6 次后结束，保留了其中最好的设置。',
  );
});

it('says nothing of it where the training was whole', () => {
  const text = textOf();
  expect(text).not.toContain('early');
  expect(text).toContain('Debut then learnt from all of them');
});
