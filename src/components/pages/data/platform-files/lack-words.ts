import { isStoppingLack, type LaunchLack } from '#core/import/derivation/launch-lack.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { tally, countedLaunches } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';
import { knownWay } from './export-guide.ts';

/** Says why there are too few launches, and which export would show more; empty if there are enough. */
export function lackFindings(lack: LaunchLack | null, files: readonly FileFacts[]): Finding[] {
  if (lack === null) return [];
  return [{ icon: isStoppingLack(lack) ? 'wrong' : 'warn', ...wordsOf(lack, files) }];
}

function wordsOf(lack: LaunchLack, files: readonly FileFacts[]): Pick<Finding, 'title' | 'advice'> {
  switch (lack.kind) {
    case 'nothing-counted':
      return {
        title: m.exports_lack_nothing_counted(),
        advice: m.exports_lack_nothing_counted_advice(),
      };
    case 'short-records':
      return {
        title: m.exports_lack_short_records(tally(lack.dayCount)),
        advice: m.exports_lack_short_records_advice({
          before: formatCount(lack.beforeDays),
          after: formatCount(lack.afterDays),
          how: wayOut(files),
        }),
      };
    case 'few-launches':
      return {
        title: m.exports_lack_few_launches({
          launches: countedLaunches(lack.launchCount),
          least: formatCount(lack.leastLaunches),
        }),
        advice: m.exports_lack_few_launches_advice({
          before: formatCount(lack.seenBefore),
          recent: formatCount(lack.tooRecent),
          how: wayOut(files),
        }),
      };
    case 'single-pieces':
      return {
        title: m.exports_lack_single_pieces(),
        advice: m.exports_lack_single_pieces_advice(),
      };
  }
}

/** Says how to export from the platform of the given orders; '' if that is not known. */
function wayOut(files: readonly FileFacts[]): string {
  const orders = files.find(
    ({ found }) => found?.kind === 'order-lines' || found?.kind === 'orders',
  );
  return (orders?.found && knownWay(orders.found.formatId)) ?? '';
}
