import { describe, expect, it } from 'vitest';
import {
  delimiterLabel,
  encodingLabel,
  fieldLabel,
  fieldWords,
  roleWords,
} from '#components/words/field-words.ts';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { inChinese } from '../../support/in-chinese.ts';

describe('the name of a field', () => {
  it('differs for each field, in both languages', () => {
    const labels = () => FIELD_NAMES.map((field) => fieldWords(field).label);
    expect(new Set(labels()).size).toBe(FIELD_NAMES.length);
    expect(new Set(inChinese(labels)).size).toBe(FIELD_NAMES.length);
  });

  it('is in the language on screen', () => {
    expect(fieldLabel('unitCost')).toBe('Unit cost');
    expect(inChinese(() => fieldLabel('unitCost'))).toBe('单件成本');
    expect(inChinese(() => fieldLabel(null))).toBe('某一列');
    expect(inChinese(() => roleWords('action').label)).toBe('你的决定');
  });
});

describe('how a file was read', () => {
  it('is said in words', () => {
    expect(encodingLabel('GB18030')).toBe('Chinese (GB18030)');
    expect(delimiterLabel('\t')).toBe('tabs');
    expect(inChinese(() => encodingLabel('gbk'))).toBe('GBK（中文）');
    expect(inChinese(() => delimiterLabel(';'))).toBe('分号');
  });

  it('is shown as it is where there is no word for it', () => {
    expect(encodingLabel('koi8-r')).toBe('koi8-r');
    expect(delimiterLabel('^')).toBe('“^”');
  });
});
