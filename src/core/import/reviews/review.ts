// What buyers said of products: reviews, returned pieces with their reasons, and questions.

import type { Day } from '#core/base/dates.ts';

export type ReviewKind = 'review' | 'return' | 'question';

/** One thing that a buyer said. It holds nothing that identifies the buyer. */
export interface Review {
  readonly kind: ReviewKind;
  /** What its file calls the product: ID, SKU, handle or title, the most reliable first. None is empty. */
  readonly names: readonly string[];
  /** Title and text as plain text, personal details masked; '' where the buyer wrote nothing. */
  readonly text: string;
  /** 1–5; NaN where the file has no rating. */
  readonly stars: number;
  /** NaN where it is not known. */
  readonly day: Day;
  /** Pieces that came back; 1 for a review or a question. */
  readonly units: number;
  /** Reason of a return as the file writes it, else ''. */
  readonly reason: string;
  /** The seller's own answer to a question or a review, personal details masked; '' where there is none. */
  readonly answer: string;
  /** Whether the shop checked the purchase; null where it is not known. */
  readonly isVerified: boolean | null;
}

/** Every row of a file, once. */
export interface ReviewAccount {
  readonly rows: number;
  /** Rows that became reviews. Several messages of a chat become one question and its answer. */
  readonly read: number;
  /** Rows left out, by reason; reasons without rows are left out. */
  readonly leftOut: Readonly<Partial<Record<ReviewLack, number>>>;
  /** Headers of columns with personal details, which were never kept. */
  readonly personalColumns: readonly string[];
}

/**
 * Why a row is not kept: not published, an answer to another row, the same ID again, nothing said, no product. Of a chat: a
 * message that only greets, thanks or shows a picture, one of the system or an unknown sender, one of the shop that
 * answers nothing.
 */
export type ReviewLack =
  | ('unpublished' | 'reply' | 'repeated' | 'empty' | 'no-product')
  | ('greeting' | 'system' | 'unasked');

/** One imported file of reviews. */
export interface ReviewList {
  readonly fileName: string;
  readonly kind: ReviewKind;
  readonly reviews: readonly Review[];
  readonly account: ReviewAccount;
}
