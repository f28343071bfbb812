import { expect, it } from 'vitest';
import {
  delimiterLabel,
  encodingLabel,
  fieldLabel,
  fieldWords,
  roleWords,
} from '#components/words/field-words.ts';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { m } from '#messages';

it('names each field differently, and its role', () => {
  const labels = FIELD_NAMES.map((field) => fieldWords(field).label);
  expect(new Set(labels).size).toBe(FIELD_NAMES.length);
  expect(fieldLabel('unitCost')).toBe(m.forms_field_unit_cost());
  expect(fieldLabel(null)).toBe(m.forms_a_column());
  expect(roleWords('action').label).toBe(m.forms_role_action());
});

it('says in words how a file was read, or shows that as it is where there is no word for it', () => {
  expect(encodingLabel('GB18030')).toBe('Chinese (GB18030)');
  expect(encodingLabel('gbk')).toBe(m.forms_encoding_chinese({ name: 'GBK' }));
  expect(encodingLabel('koi8-r')).toBe('koi8-r');
  expect(delimiterLabel('\t')).toBe(m.forms_delimiter_tab());
  expect(delimiterLabel(';')).toBe(m.forms_delimiter_semicolon());
  expect(delimiterLabel('^')).toBe('“^”');
});
