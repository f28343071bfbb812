import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import ModelFacts from '#components/pages/model/ModelFacts.svelte';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const report = {
  trainedAt: 0,
  seconds: 12,
  backend: { name: 'wasm', reason: 'no-webgpu', device: '', fastKernels: true },
  blend: { net: 0.25, ridge: 0.75, trees: 0, analogues: 0, median: 0 },
  parameterCount: 380_000,
  stepsPerSecond: 40,
  storedBytes: 924_000,
} as unknown as TrainingReport;

function facts(given: TrainingReport): Record<string, string> {
  const target = document.createElement('div');
  const shown = mount(ModelFacts, { target, props: { report: given, hasCategories: true } });
  const texts = (tag: string) => [...target.querySelectorAll(tag)].map((each) => each.textContent);
  const values = texts('dd');
  const said = Object.fromEntries(texts('dt').map((name, i) => [name, values[i]!]));
  void unmount(shown);
  return said;
}

it('say how much room the model takes up', () => {
  expect(facts(report)).toMatchObject({ Size: '924 kB' });
  expect(inChinese(() => facts(report))).toMatchObject({ 占用空间: '924 kB' });
});

it('say which net was taken and how many settings were tried', () => {
  const net = { members: 8, width: 128, fit: { epochs: 20 } } as TrainingReport['net'];
  expect(facts({ ...report, net, settingsTried: 5 })).toMatchObject({
    'Neural network':
      '8 networks averaged, width 128, up to 20 epochs for the test and up to 20 for the plans',
    'Settings tried': '5',
  });
  expect(facts({ ...report, net, settingsTried: 0 })).toMatchObject({ 'Settings tried': 'none' });
  expect(inChinese(() => facts({ ...report, net, settingsTried: 5 }))).toMatchObject({
    神经网络: '8 个成员取平均，宽度 128；检验时最多 20 轮，为计划训练时最多 20 轮',
  });
});

it('say nothing of a net where there is none', () => {
  for (const given of [report, { ...report, net: null, settingsTried: 0 }]) {
    expect(Object.keys(facts(given))).not.toContain('Net');
    expect(Object.keys(facts(given))).not.toContain('Settings tried');
  }
});

it('do not feature a net that counts nothing, and name what the forecast rests on instead', () => {
  const net = { members: 8, width: 128, fit: { epochs: 20 } } as TrainingReport['net'];
  const blend = { net: 0, ridge: 0.625, trees: 0.375, analogues: 0, median: 0 };
  const unused = { ...report, net, blend, settingsTried: 5 };
  expect(facts({ ...unused, blend: report.blend })).not.toHaveProperty('Main method');
  const said = facts(unused);
  expect(said).toMatchObject({
    'Main method': 'ridge regression (62.5%)',
    'Neural network':
      'trained, but not used: it did not improve forecasts of earlier launches enough',
  });
  expect(said).not.toHaveProperty('Parameters');
  expect(said).not.toHaveProperty('Steps');
  expect(inChinese(() => facts(unused))).toMatchObject({ 主要方法: '岭回归（62.5%）' });
});

it('do not say its room where a report does not know it', () => {
  const { storedBytes, ...older } = report;
  expect(storedBytes).toBeGreaterThan(0);
  for (const given of [older as TrainingReport, { ...report, storedBytes: 0 }]) {
    expect(Object.keys(facts(given))).not.toContain('Size');
    expect(facts(given)).toMatchObject({ Parameters: '380,000' });
  }
});
