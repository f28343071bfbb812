import { expect, it } from 'vitest';
import { backendReason, computeWords, phaseLabel } from '#components/ui/feedback/backend-words.ts';
import { TRAINING_PHASES } from '#core/model/training/training-phases.ts';
import type { BackendChoice } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const choice: BackendChoice = { name: 'wasm', device: '', reason: 'no-webgpu', fastKernels: true };

it('says what runs and why in the language on screen', () => {
  expect(backendReason(choice)).toBe('This browser does not offer WebGPU.');
  expect(inChinese(() => backendReason(choice))).toBe('这个浏览器不支持 WebGPU。');
  expect(inChinese(() => computeWords('auto'))).toEqual({
    label: '自动',
    help: '本机上结果正确的最快方式',
  });
});

it('quotes the browser where a faster processor did not start', () => {
  const failed = {
    ...choice,
    name: 'cpu',
    reason: 'wasm-failed',
    failure: 'out of memory',
  } as const;
  expect(backendReason(failed)).toBe(
    'WebAssembly did not start, so training takes much longer. (out of memory)',
  );
});

it('tells the times of a race, as roughly as they are known', () => {
  const race = { webgpuMs: 3.1372, wasmMs: 12.412 };
  const won = { ...choice, name: 'webgpu', reason: 'won-race', race } as const;
  expect(backendReason(won)).toBe(
    'Faster here: 3.1 milliseconds a step, against 12 on WebAssembly.',
  );
  const lost = { ...choice, reason: 'lost-race', race: { webgpuMs: 40, wasmMs: 6.44 } } as const;
  expect(inChinese(() => backendReason(lost))).toBe('本机上更快：每步 6.4 毫秒，GPU 需 40 毫秒。');
});

it('names the steps of a run', () => {
  expect(TRAINING_PHASES.map(phaseLabel)).toEqual([
    'Prepare',
    'Download the language model',
    'Read names',
    'Test what names mean',
    'Test what pictures show',
    'Backtest',
    'Learn',
    'Test on unseen launches',
    'Learn from all',
    'Save',
  ]);
  expect(inChinese(() => TRAINING_PHASES.map(phaseLabel))).toEqual([
    '准备',
    '下载语言模型',
    '读取名称',
    '检验名称含义',
    '检验图片',
    '回测',
    '学习',
    '用最新上新检验',
    '学习全部上新',
    '保存',
  ]);
});
