/**
 * A coarse action: channel and promotion. Week, price and relative ad spend stay as they were. null where there is
 * nothing to choose.
 */
export interface TriedAction {
  readonly channel: string | null;
  readonly promotion: string | null;
}
