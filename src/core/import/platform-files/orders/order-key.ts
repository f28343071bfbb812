/** Normalises an order ID: exports of one platform may write "#3001" or "3001". */
export function orderKey(orderId: string): string {
  return orderId.replace(/^#/, '').toLowerCase();
}
