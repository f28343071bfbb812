/** Every failure that the app can explain to the user. Codes are stable; messages are for developers. */
export type ErrorCode = UsualErrorCode | ProjectErrorCode;

/** Errors of project files only; their texts are loaded with the code that opens such files. */
export type ProjectErrorCode =
  | 'project-file-unreadable'
  | 'project-file-cut'
  | 'project-file-extended'
  | 'project-file-changed'
  | 'project-file-swapped'
  | 'project-file-passphrase'
  | 'project-file-version'
  | 'project-file-too-large'
  | 'project-file-unwritable'
  | 'project-changed'
  | 'project-damaged';

export type UsualErrorCode =
  | 'file-empty'
  | 'file-not-text'
  | 'file-unreadable'
  | 'file-damaged'
  | 'file-locked'
  | 'files-mixed'
  | 'file-too-large'
  | 'packing-unknown'
  | 'record-too-long'
  | 'table-too-large'
  | 'old-workbook'
  | 'no-table-inside'
  | 'header-not-found'
  | 'header-only'
  | 'too-many-columns'
  | 'mapping-invalid'
  | 'too-few-launches'
  | 'launches-implausible'
  | 'too-few-outcomes'
  | 'outcomes-alike'
  | 'dataset-missing'
  | 'source-missing'
  | 'source-lost'
  | 'erased-meanwhile'
  | 'model-missing'
  | 'launches-changed'
  | 'model-file-unreadable'
  | 'model-file-changed'
  | 'model-file-version'
  | 'model-file-other-launches'
  | 'no-products'
  | 'no-stock-column'
  | 'no-reviews'
  | 'no-market-data'
  | 'no-supplier-list'
  | 'no-order-lines'
  | 'orders-of-other-shop'
  | 'no-buyers'
  | 'product-missing'
  | 'offers-missing'
  | 'shortlist-missing'
  | 'storage-full'
  | 'storage-failed'
  | 'language-damaged'
  | 'language-unreachable'
  | 'backend-unavailable'
  | 'solver-unavailable'
  | 'training-diverged'
  | 'trained-elsewhere'
  | 'work-elsewhere'
  | 'worker-crashed'
  | 'worker-not-started'
  | 'worker-unconfined';

export type ErrorDetails = Readonly<Record<string, string | number>>;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** Returns whether an error means cancellation, which is not a failure. Check this before handling an error. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
