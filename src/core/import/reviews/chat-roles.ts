// Who says a message of a chat: the buyer, the shop or the system.

import { foldedHeader } from '#core/base/text/folded-header.ts';

export type ChatRole = 'buyer' | 'seller' | 'system' | 'unknown';

/** Words of roles, the first that fits counts: "support bot", "customer service", "customer". */
const ROLE_WORDS: readonly (readonly [ChatRole, RegExp])[] = [
  [
    'system',
    /\b(?:system|bot|robot|chatbot|auto|automatic|automated|automation)\d*\b|系统|机器人|智能|自动/u,
  ],
  [
    'seller',
    /\b(?:seller|agent|shop|support|service|care|store|staff|admin|merchant|operator|outgoing|outbound)\d*\b|客服|客户服务|卖家|商家|店铺|店家|店主|掌柜|旗舰店|专卖店|专营店|售前|售后/u,
  ],
  [
    'buyer',
    /\b(?:buyer|customer|visitor|client|user|guest|shopper|requester|consumer|incoming|inbound)\d*\b|买家|顾客|客户|访客|用户|消费者|客人/u,
  ],
];
/** From this share of messages on, senders are roles; below, they are names that hold such a word by chance. */
const LEAST_WORDED = 0.3;
/** A second person of the shop is one who stands in as many conversations. */
const FEWEST_CONVERSATIONS = 3;
/** Between a shop and the account of one of its people. */
const ACCOUNT = /[:：]/;

/** Returns the role that a sender is called by; 'unknown' for a name. */
export function roleWord(sender: string): ChatRole {
  const name = foldedHeader(sender);
  return ROLE_WORDS.find(([, words]) => words.test(name))?.[0] ?? 'unknown';
}

/**
 * Returns the role of each message's sender: by words; where only one side has a word, the other side is the rest of its
 * conversation. Where senders are names only, who stands in most conversations is the shop. 'unknown' where neither tells.
 */
export function chatRoles(
  conversations: readonly string[],
  senders: readonly string[],
): readonly ChatRole[] {
  const known = new Map([...new Set(senders)].map((sender) => [sender, roleWord(sender)]));
  const worded = senders.map((sender) => known.get(sender)!);
  const isSide = (role: ChatRole) => role === 'buyer' || role === 'seller';
  return worded.filter(isSide).length >= LEAST_WORDED * senders.length
    ? byWords(conversations, worded)
    : byNames(conversations, senders, worded);
}

function byWords(conversations: readonly string[], worded: readonly ChatRole[]): ChatRole[] {
  const present = new Map<string, Set<ChatRole>>();
  for (const [row, role] of worded.entries()) placed(present, conversations[row]!).add(role);
  const inFile = new Set(worded);
  return worded.map((role, row) => {
    if (role !== 'unknown') return role;
    const here = present.get(conversations[row]!)!;
    const sides = here.has('buyer') || here.has('seller') ? here : inFile;
    if (sides.has('buyer') === sides.has('seller')) return 'unknown';
    return sides.has('buyer') ? 'seller' : 'buyer';
  });
}

function byNames(
  conversations: readonly string[],
  senders: readonly string[],
  worded: readonly ChatRole[],
): ChatRole[] {
  const names = senders.map((sender) => sender.split(ACCOUNT)[0]!);
  const present = new Map<string, Set<string>>();
  for (const [row, name] of names.entries()) {
    if (worded[row] !== 'system' && name !== '') placed(present, conversations[row]!).add(name);
  }
  const sellers = sellerNames([...present.values()].filter(({ size }) => size > 1));
  return names.map((name, row) => {
    if (worded[row] === 'system') return 'system';
    if (sellers.size === 0 || name === '') return 'unknown';
    return sellers.has(name) ? 'seller' : 'buyer';
  });
}

/**
 * Returns the sender in most conversations, then the one in most of the rest, and so on. Where several stand in as many,
 * nobody can be told from the others.
 */
function sellerNames(conversations: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const sellers = new Set<string>();
  let rest = conversations;
  while (rest.length > 0) {
    const counts = new Map<string, number>();
    for (const name of rest.flatMap((names) => [...names]))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    const [[name, most], second] = [...counts].sort((a, b) => b[1] - a[1]) as [
      [string, number],
      [string, number],
    ];
    const isSure = most > second[1] && (sellers.size === 0 || most >= FEWEST_CONVERSATIONS);
    if (!isSure) break;
    sellers.add(name);
    rest = rest.filter((names) => !names.has(name));
  }
  return sellers;
}

function placed<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}
