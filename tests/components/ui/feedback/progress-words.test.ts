import { expect, it } from 'vitest';
import { fileProgressWords, progressDetail } from '#components/ui/feedback/progress-words.ts';
import { m } from '#messages';

const importing = { status: 'importing', name: 'shop.csv', progress: null } as const;
const counted = { phase: 'read', done: 1200, total: 2000 };

it('says what is done with a file', () => {
  expect(fileProgressWords(importing)).toEqual({
    title: m.feedback_importing_file({ name: 'shop.csv' }),
    detail: m.feedback_part_other(),
  });
  const progress = { phase: 'read', done: 12_000_000, total: 98_000_000 };
  const reading = { ...importing, status: 'reading', progress, secondsLeft: 20 } as const;
  expect(fileProgressWords(reading)).toEqual({
    title: m.feedback_reading_file({ name: 'shop.csv' }),
    detail: 'Reading the rows · 12 MB of 98 MB · about 20 s left',
  });
  const small = fileProgressWords({ ...importing, progress: counted });
  expect(small.detail).toBe(m.feedback_part_read());
});

it('says how far it is, where that can be counted', () => {
  expect(progressDetail(counted, 'Wait')).toBe('1,200 of 2,000');
  expect(progressDetail({ ...counted, phase: 'fetch' }, 'Wait')).toBe(
    m.feedback_progress_of({ done: '1.2 kB', total: '2 kB' }),
  );
  expect(progressDetail(null, 'Wait')).toBe('Wait');
});
