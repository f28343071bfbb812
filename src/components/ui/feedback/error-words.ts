import { MOST_COLUMNS } from '#core/import/csv/most-columns.ts';
import { AppError, type ErrorDetails, type UsualErrorCode } from '#core/base/errors.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import { ownValue } from '#core/base/lookup.ts';
import { m } from '#messages';
import { countedLaunches } from '#components/words/counts.ts';
import { quotedNames } from '#components/words/lists.ts';
import { formatCount, formatFileSize } from '#components/words/numbers.ts';
import { formatDay } from '#components/words/dates.ts';

export interface ErrorWords {
  readonly title: string;
  /** What was expected, what to do, and what is safe. */
  readonly advice: string;
}

type Words = (details: ErrorDetails) => ErrorWords;

const safe = () => ({ safe: m.feedback_stored_is_safe() });

const MESSAGES: Readonly<Record<UsualErrorCode, Words>> = {
  'file-empty': () => ({
    title: m.feedback_file_empty_title(),
    advice: m.feedback_file_empty_advice(safe()),
  }),
  'file-not-text': () => ({
    title: m.feedback_file_not_text_title(),
    advice: m.feedback_file_not_text_advice(safe()),
  }),
  'file-unreadable': () => ({
    title: m.feedback_file_unreadable_title(),
    advice: m.feedback_file_unreadable_advice(safe()),
  }),
  'file-damaged': () => ({
    title: m.feedback_file_damaged_title(),
    advice: m.feedback_file_damaged_advice(safe()),
  }),
  'file-locked': () => ({
    title: m.feedback_file_locked_title(),
    advice: m.feedback_file_locked_advice(safe()),
  }),
  'file-too-large': ({ mostBytes = 0 }) => ({
    title: m.feedback_file_too_large_title(),
    advice: m.feedback_file_too_large_advice({
      most: formatFileSize(Number(mostBytes)),
      ...safe(),
    }),
  }),
  'packing-unknown': ({ packing = '' }) => ({
    title: m.feedback_packing_unknown_title(),
    advice: m.feedback_packing_unknown_advice({ packing, ...safe() }),
  }),
  'record-too-long': ({ row = 0, mostBytes = 0 }) => ({
    title: m.feedback_record_too_long_title({ row: formatCount(Number(row)) }),
    advice: m.feedback_record_too_long_advice({
      most: formatFileSize(Number(mostBytes)),
      ...safe(),
    }),
  }),
  'table-too-large': ({ row = 0 }) => ({
    title: m.feedback_table_too_large_title(),
    advice: m.feedback_table_too_large_advice({ row: formatCount(Number(row)), ...safe() }),
  }),
  'old-workbook': () => ({
    title: m.feedback_old_workbook_title(),
    advice: m.feedback_old_workbook_advice(safe()),
  }),
  'no-table-inside': () => ({
    title: m.feedback_no_table_inside_title(),
    advice: m.feedback_no_table_inside_advice(safe()),
  }),
  'header-not-found': () => ({
    title: m.feedback_header_not_found_title(),
    advice: m.feedback_header_not_found_advice(safe()),
  }),
  'too-many-columns': ({ found = 0 }) => ({
    title: m.feedback_too_many_columns_title({ count: formatCount(Number(found)) }),
    advice: m.feedback_too_many_columns_advice({ most: formatCount(MOST_COLUMNS), ...safe() }),
  }),
  'header-only': () => ({
    title: m.feedback_header_only_title(),
    advice: m.feedback_header_only_advice(safe()),
  }),
  'mapping-invalid': (details) => ({
    title: mappingTitle(details),
    advice: mappingAdvice(details),
  }),
  'too-few-launches': (details) => ({
    title: m.feedback_too_few_launches_title(),
    advice: m.feedback_too_few_launches_advice({
      needs: m.feedback_too_few_launches_needs(foundIn(details)),
      ...safe(),
    }),
  }),
  'launches-implausible': ({
    launchCount = 0,
    perMonth = 0,
    busiestDay = 0,
    onBusiestDay = 0,
  }) => ({
    title: m.feedback_launches_implausible_title({
      launches: countedLaunches(Number(launchCount)),
      perMonth: formatCount(Math.round(Number(perMonth))),
    }),
    advice: m.feedback_launches_implausible_advice({
      day: formatDay(Number(busiestDay)),
      most: formatCount(Number(onBusiestDay)),
    }),
  }),
  'too-few-outcomes': (details) => ({
    title: m.feedback_too_few_outcomes_title(),
    advice: m.feedback_too_few_outcomes_advice({
      needs: m.feedback_too_few_outcomes_needs(foundIn(details)),
      ...safe(),
    }),
  }),
  'outcomes-alike': ({ launchCount, alikeCount, units }) => ({
    title: m.feedback_outcomes_alike_title(),
    advice: m.feedback_outcomes_alike_advice({
      alike: formatCount(Number(alikeCount)),
      launches: countedLaunches(Number(launchCount)),
      units: formatCount(Number(units)),
      ...safe(),
    }),
  }),
  'dataset-missing': () => ({
    title: m.feedback_dataset_missing_title(),
    advice: m.feedback_dataset_missing_advice(),
  }),
  'erased-meanwhile': () => ({
    title: m.feedback_erased_meanwhile_title(),
    advice: m.feedback_erased_meanwhile_advice(),
  }),
  'source-missing': () => ({
    title: m.feedback_source_missing_title(),
    advice: m.feedback_source_missing_advice(),
  }),
  'source-lost': () => ({
    title: m.feedback_source_lost_title(),
    advice: m.feedback_source_lost_advice(),
  }),
  'model-missing': () => ({
    title: m.feedback_model_missing_title(),
    advice: m.feedback_model_missing_advice(),
  }),
  'launches-changed': () => ({
    title: m.feedback_launches_changed_title(),
    advice: m.feedback_launches_changed_advice(),
  }),
  'model-file-unreadable': () => ({
    title: m.feedback_model_file_unreadable_title(),
    advice: m.feedback_model_file_unreadable_advice(safe()),
  }),
  'model-file-changed': ({ expected = '', found = '' }) => ({
    title: m.feedback_model_file_changed_title(),
    advice: m.feedback_model_file_changed_advice({ expected, found, ...safe() }),
  }),
  'model-file-version': () => ({
    title: m.feedback_model_file_version_title(),
    advice: m.feedback_model_file_version_advice(safe()),
  }),
  'model-file-other-launches': () => ({
    title: m.feedback_model_file_other_title(),
    advice: m.feedback_model_file_other_advice(safe()),
  }),
  'no-stock-column': () => ({
    title: m.feedback_no_stock_column_title(),
    advice: m.feedback_no_stock_column_advice(),
  }),
  'files-mixed': () => ({
    title: m.feedback_files_mixed_title(),
    advice: m.feedback_files_mixed_advice(safe()),
  }),
  'no-reviews': () => ({
    title: m.feedback_no_reviews_title(),
    advice: m.feedback_no_reviews_advice(),
  }),
  'no-market-data': (details) => ({
    title: m.feedback_no_market_title(),
    advice: marketAdvice(details),
  }),
  'no-supplier-list': () => ({
    title: m.feedback_no_suppliers_title(),
    advice: m.feedback_no_suppliers_advice(safe()),
  }),
  'no-order-lines': () => ({
    title: m.feedback_no_orders_title(),
    advice: m.feedback_no_orders_advice(safe()),
  }),
  'orders-of-other-shop': ({ lineCount = 0, all = 0, others = '' }) => ({
    title: m.feedback_other_orders_title({
      matched: formatCount(Number(lineCount)),
      all: formatCount(Number(all)),
    }),
    advice: m.feedback_other_orders_advice({ others: quotedNames(String(others).split('\n')) }),
  }),
  'no-buyers': () => ({
    title: m.feedback_no_buyers_title(),
    advice: m.feedback_no_buyers_advice(),
  }),
  'no-products': () => ({
    title: m.feedback_no_products_title(),
    advice: m.feedback_no_products_advice(),
  }),
  'product-missing': () => ({
    title: m.feedback_product_missing_title(),
    advice: m.feedback_product_missing_advice(),
  }),
  'offers-missing': () => ({
    title: m.feedback_offers_missing_title(),
    advice: m.feedback_offers_missing_advice(),
  }),
  'shortlist-missing': () => ({
    title: m.feedback_shortlist_missing_title(),
    advice: m.feedback_shortlist_missing_advice(),
  }),
  'storage-full': () => ({
    title: m.feedback_storage_full_title(),
    advice: m.feedback_storage_full_advice(safe()),
  }),
  'storage-failed': () => ({
    title: m.feedback_storage_failed_title(),
    advice: m.feedback_storage_failed_advice(),
  }),
  'language-unreachable': () => ({
    title: m.feedback_language_unreachable_title(),
    advice: m.feedback_language_unreachable_advice(safe()),
  }),
  'language-damaged': () => ({
    title: m.feedback_language_damaged_title(),
    advice: m.feedback_language_damaged_advice(safe()),
  }),
  'backend-unavailable': ({ backend }) => {
    if (backend === 'wasm')
      return {
        title: m.feedback_wasm_unavailable_title(),
        advice: m.feedback_wasm_unavailable_advice(),
      };
    if (backend === 'webgpu')
      return { title: m.feedback_gpu_stopped_title(), advice: m.feedback_gpu_stopped_advice() };
    return {
      title: m.feedback_nothing_computes_title(),
      advice: m.feedback_nothing_computes_advice(safe()),
    };
  },
  'solver-unavailable': () => ({
    title: m.feedback_solver_unavailable_title(),
    advice: m.feedback_solver_unavailable_advice(),
  }),
  'training-diverged': () => ({
    title: m.feedback_training_diverged_title(),
    advice: m.feedback_training_diverged_advice(),
  }),
  'trained-elsewhere': () => ({
    title: m.feedback_trained_elsewhere_title(),
    advice: m.feedback_trained_elsewhere_advice(safe()),
  }),
  'work-elsewhere': () => ({
    title: m.feedback_work_elsewhere_title(),
    advice: m.feedback_work_elsewhere_advice(),
  }),
  'worker-crashed': () => ({
    title: m.feedback_worker_crashed_title(),
    advice: m.feedback_worker_crashed_advice(safe()),
  }),
  'worker-not-started': () => ({
    title: m.feedback_worker_not_started_title(),
    advice: m.feedback_worker_not_started_advice(safe()),
  }),
  'worker-unconfined': () => ({
    title: m.feedback_worker_unconfined_title(),
    advice: m.feedback_worker_unconfined_advice(),
  }),
};

const USUAL: Readonly<Record<string, Words>> = MESSAGES;

/**
 * Returns the words for any error that was caught. Anything but an AppError with a known code counts as a bug, and is
 * described so.
 */
export function errorWords(error: unknown): ErrorWords {
  const words = error instanceof AppError ? ownValue(USUAL, error.code) : undefined;
  if (words) return words((error as AppError).details);
  return {
    title: m.feedback_program_mistake_title(),
    advice: m.feedback_program_mistake_advice(safe()),
  };
}

/** Returns the technical details for a bug report; never the first text that a person reads. */
export function technicalText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isApp = error instanceof AppError;
  const details = isApp ? Object.entries(error.details) : [];
  return [
    `${isApp ? error.code : error.name}: ${error.message}`,
    ...details.map(([name, value]) => `${name}: ${value}`),
    ...(error.cause === undefined ? [] : [technicalText(error.cause)]),
  ].join('\n');
}

function mappingTitle({ reason, field, column }: ErrorDetails): string {
  const quoted = `“${column ?? ''}”`;
  if (reason === 'column-mapped-twice') return m.feedback_column_chosen_twice({ column: quoted });
  if (reason === 'no-launch-date-column') return m.feedback_mapping_no_launch_date_title();
  if (reason === 'no-outcome-column') return m.feedback_mapping_no_outcome_title();
  if (column !== undefined) return m.feedback_column_not_in_file({ column: quoted });
  return field === 'title' ? m.feedback_mapping_no_title_title() : m.feedback_mapping_unfit_title();
}

function mappingAdvice({ field, column }: ErrorDetails): string {
  return field === 'title' && column === undefined
    ? m.feedback_mapping_no_title_advice(safe())
    : m.feedback_mapping_advice(safe());
}

function marketAdvice({ reason }: ErrorDetails): string {
  if (reason === 'under-a-day') return m.feedback_no_market_short_advice(safe());
  if (reason === 'other-terms') return m.feedback_no_market_other_advice(safe());
  if (reason === 'uneven') return m.feedback_no_market_uneven_advice(safe());
  return m.feedback_no_market_advice(safe());
}

/** Returns how many launches were needed and how many were found, where known. */
function foundIn({ minimum, rowsUsed, rowsRead }: ErrorDetails) {
  const read = Number(rowsRead ?? 0);
  return {
    minimum: formatCount(Number(minimum ?? MIN_LAUNCHES)),
    found: rowsUsed === undefined ? 'none' : rowsRead === undefined ? 'used' : 'read',
    used: formatCount(Number(rowsUsed ?? 0)),
    rowCount: read,
    rows: formatCount(read),
  };
}
