/** Whether exports of one platform write "#3001" or "3001" for an order, it is the same one. */
export function orderKey(orderId: string): string {
  return orderId.replace(/^#/, '').toLowerCase();
}
