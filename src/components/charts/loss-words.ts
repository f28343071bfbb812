import type { EpochLoss } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { sentences } from '../words/sentences.ts';
import { formatCount, formatDecimal } from '../words/numbers.ts';

type Checked = EpochLoss & { readonly validation: number };

/** Describes the loss curves of a training; empty before the first epoch (pass in code) is done. */
export function lossSummary(curve: readonly EpochLoss[]): string {
  const checked = checkedPasses(curve);
  const fromAll = curve.slice(checked.length);
  return sentences(unseenWords(checked), learntWords(checked), fromAllWords(checked, fromAll));
}

/**
 * Returns the note of the loss chart, with the epoch that was kept once it is known.
 * @param epochCount epochs of the whole run; the final fit on all launches takes as many as were kept of the checked
 * ones
 */
export function lossNote(curve: readonly EpochLoss[], epochCount: number): string {
  const checked = checkedPasses(curve);
  const kept = epochCount - checked.length;
  const best = lowest(checked);
  const note = m.charts_loss_note();
  if (!best || curve.length === checked.length || kept < 1 || kept > checked.length) return note;
  const words = {
    kept: formatCount(kept),
    best: formatCount(best.epoch),
    least: formatDecimal(best.validation),
  };
  return m.charts_loss_note_kept({
    note,
    kept: kept === best.epoch ? m.charts_loss_kept_lowest(words) : m.charts_loss_kept_last(words),
  });
}

/** Returns the epochs with a validation loss. They come first: the final fit on all launches has no validation set. */
function checkedPasses(curve: readonly EpochLoss[]): readonly Checked[] {
  return curve.filter((pass): pass is Checked => pass.validation !== null);
}

function lowest(checked: readonly Checked[]): Checked | undefined {
  const least = Math.min(...checked.map(({ validation }) => validation));
  return checked.find(({ validation }) => validation === least);
}

function unseenWords(checked: readonly Checked[]): string {
  const [first, last, best] = [checked[0], checked.at(-1), lowest(checked)];
  if (!first || !last || !best) return '';
  const words = {
    first: formatDecimal(first.validation),
    last: formatDecimal(last.validation),
    passes: formatCount(last.epoch),
  };
  const least = formatDecimal(best.validation);
  if (least === words.first) return m.charts_loss_unseen_stayed(words);
  if (best === last) return m.charts_loss_unseen_fell(words);
  return m.charts_loss_unseen_lowest({ ...words, least, best: formatCount(best.epoch) });
}

function learntWords(checked: readonly Checked[]): string {
  const [first, last] = [checked[0], checked.at(-1)];
  if (!first || !last) return '';
  return m.charts_loss_learnt({
    first: formatDecimal(first.training),
    last: formatDecimal(last.training),
    passes: formatCount(last.epoch),
  });
}

function fromAllWords(checked: readonly Checked[], fromAll: readonly EpochLoss[]): string {
  const [first, last] = [fromAll[0], fromAll.at(-1)];
  if (!first || !last) return '';
  const words = { first: formatDecimal(first.training), last: formatDecimal(last.training) };
  const passes = formatCount(fromAll.length);
  return checked.length === 0
    ? m.charts_loss_learnt({ ...words, passes })
    : m.charts_loss_from_all({ ...words, passes });
}
