import type { Asker } from '#core/app/request-note.ts';
import type { RequestRow } from '#core/app/request-rows.ts';
import { m } from '#messages';
import { listed } from '#components/words/lists.ts';

export function askerWords(asker: Asker): string {
  const words: Record<Asker, () => string> = {
    page: m.privacy_asker_page,
    dataset: m.privacy_asker_dataset,
    model: m.privacy_asker_model,
    plan: m.privacy_asker_plan,
    fit: m.privacy_asker_fit,
    'service-worker': m.privacy_asker_service_worker,
    'offline-copy': m.privacy_asker_offline_copy,
  };
  return words[asker]();
}

export function askersWords({ askers }: RequestRow): string {
  return listed(askers.map(askerWords));
}

/**
 * Says who answered the requests: the device, the host, both, or neither because they were refused.
 * @param site the host's name
 */
export function answerWords({ byDevice, byHost, refused }: RequestRow, site: string): string {
  if (byDevice > 0 && byHost > 0) return m.privacy_by_both({ site });
  if (byDevice > 0) return m.privacy_by_device();
  return refused > 0 && byHost === 0 ? m.privacy_by_refusal() : m.privacy_by_host({ site });
}
