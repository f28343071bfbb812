import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import { m } from '#messages';

interface Entry {
  readonly term: string;
  readonly text: string;
}

/** Returns the limitations that no training removes, each explained. */
export function limitsExplained(): readonly Entry[] {
  return [
    { term: m.help_limit_tried(), text: m.help_limit_tried_text() },
    {
      term: m.help_limit_few(),
      text: m.help_limit_few_text({ minimum: String(MIN_LAUNCHES) }),
    },
    { term: m.help_limit_single(), text: m.help_limit_single_text() },
    { term: m.help_limit_reasons(), text: m.help_limit_reasons_text() },
    {
      term: m.help_limit_world(),
      text: m.help_limit_world_text({ page: m.pages_evidence() }),
    },
    { term: m.help_limit_promise(), text: m.help_limit_promise_text() },
  ];
}
