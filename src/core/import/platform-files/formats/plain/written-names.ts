/** Returns each name in all its spellings: "order id" is also written "order_id", "order-id" and "OrderID". */
export function written(...names: readonly string[]): readonly string[] {
  const joints = [' ', '_', '-', ''];
  return names.flatMap((name) => [...new Set(joints.map((joint) => name.replaceAll(' ', joint)))]);
}
