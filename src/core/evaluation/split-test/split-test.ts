// A split test: by chance, some past buyers get a newsletter, a coupon or early access and the rest do not. Only such a
// test shows what it changes.

import type { Day } from '#core/base/dates.ts';

export interface SplitTest {
  /** Given when it is stored. */
  readonly id?: number;
  readonly datasetId: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly tested: TestedAction;
  /** Title of the launch that it is about; '' where it is about none. */
  readonly title: string;
  /** Products whose purchase counts as an order; empty: any. */
  readonly productIds: readonly string[];
  readonly design: SplitDesign;
  /** Random, of this test alone: with it and a buyer's key, and with nothing else, the buyer's arm is found again. */
  readonly salt: string;
  readonly startDay: Day;
  /** Days over which orders count, from the start day. */
  readonly days: number;
  /** What was read of it, first look first. */
  readonly readings: readonly SplitReading[];
}

export type StoredSplitTest = SplitTest & { readonly id: number };

export type TestedAction = 'early-access' | 'coupon' | 'newsletter' | 'other';

export interface SplitDesign {
  /** Share of buyers, 0–1, that orders without what is tested. */
  readonly usualShare: number;
  /** Share of buyers, added to the usual one, that the test is to find. */
  readonly uplift: number;
  /** Share of buyers, 0–1, that do not get what is tested. */
  readonly heldOutShare: number;
  /** Times that results may be read, at equal parts of the days: 1 is the end only. */
  readonly looks: number;
}

/** Sums of one look. Nothing in them leads back to a buyer. */
export interface SplitReading {
  /** Number of the look, from 1. */
  readonly look: number;
  readonly all: ArmPair;
  /** Groups of buyers as they were before the test, and the rest of them under ''; empty where none can be told apart. */
  readonly groups: readonly (ArmPair & { readonly group: string })[];
}

export interface ArmPair {
  readonly sent: ArmSums;
  readonly heldOut: ArmSums;
}

export interface ArmSums {
  readonly buyers: number;
  /** Buyers with an order that counts. */
  readonly ordered: number;
  /** Money that all its buyers paid, for any product; below, the sum of its squares. NaN where not known. */
  readonly sales: number;
  readonly salesSquares: number;
}
