import { expect, it } from 'vitest';
import { backendReason, computeWords, phaseLabel } from '#components/feedback/backend-messages.ts';
import { TRAINING_PHASES } from '#core/launch/training-phases.ts';
import type { BackendChoice } from '#core/launch/training-report.ts';
import { inChinese } from '../../support/in-chinese.ts';

const choice: BackendChoice = { name: 'wasm', device: '', reason: 'no-webgpu', fastKernels: true };

it('says what runs and why in the language on screen', () => {
  expect(backendReason(choice)).toBe('This browser does not offer WebGPU.');
  expect(inChinese(() => backendReason(choice))).toBe('这个浏览器不提供 WebGPU。');
  expect(inChinese(() => computeWords('auto'))).toEqual({
    label: '自动',
    help: '这里能算对的最快方式',
  });
});

it('names the steps of a run', () => {
  expect(TRAINING_PHASES.map(phaseLabel)).toEqual([
    'Prepare',
    'Fetch the language model',
    'Read names',
    'Look back in time',
    'Learn',
    'Check on unseen launches',
    'Learn from all',
    'Save',
  ]);
  expect(inChinese(() => TRAINING_PHASES.map(phaseLabel))).toEqual([
    '准备',
    '下载语言模型',
    '读取名称',
    '回看过去',
    '学习',
    '用没见过的上新检验',
    '学习全部上新',
    '保存',
  ]);
});
