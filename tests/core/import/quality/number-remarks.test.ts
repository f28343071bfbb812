import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { treatNumbers, type NumberRemark } from '#core/import/quality/number-remarks.ts';
import { numberColumns } from '../../../support/number-columns.ts';
import { textRows } from '../../../support/text-rows.ts';

const rows = textRows(['sold'], [['4'], ['5'], ['600']]);
const mapping = { fields: { units: 'sold' }, attributes: [] };
const numbers = numberColumns({ units: [4, 5, 600] });
const remark: NumberRemark = {
  ...{ kind: 'unit-slip', severity: 'warning', field: 'units', treatment: 'correct' },
  ...{ usually: true, places: [2], instead: [6] },
};

function treated(treatments: Treatments) {
  const log = new IssueLog(treatments);
  const { units } = treatNumbers(numbers, [remark], { rows, mapping, log });
  return { units: [...units], issues: log.issues() };
}

describe('treatNumbers', () => {
  it('changes the cells and says which, as they stood in the file', () => {
    const { units, issues } = treated({});
    expect(units).toEqual([4, 5, 6]);
    expect(issues).toMatchObject([
      { rows: [4], rowCount: 1, samples: ['600'], treatment: { name: 'correct', isOn: true } },
    ]);
    expect([...numbers.units]).toEqual([4, 5, 600]);
  });

  it('leaves them where the seller has switched it off, and says so still', () => {
    const key = findingKey({ kind: 'unit-slip', field: 'units', column: 'sold' });
    const { units, issues } = treated({ [key]: false });
    expect(units).toEqual([4, 5, 600]);
    expect(issues).toMatchObject([{ rowCount: 1, treatment: { isOn: false } }]);
  });
});
