// Messages of chats become questions: what a buyer writes until the shop replies, and the shop's next reply.

import { hasChinese } from '#core/base/text/chinese.ts';
import { cellAt, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from '../platform-files/export-cells.ts';
import { parseMoment } from '../platform-files/parse-moment.ts';
import type { DateOrder } from '../values/read-date.ts';
import { chatRoles, roleWord, type ChatRole } from './chat-roles.ts';
import { isPleasantry } from './is-pleasantry.ts';
import { cutText, MASK } from './mask-personal.ts';
import type { RecognisedReviews } from './recognise-reviews.ts';
import type { ReviewField } from './review-columns.ts';
import { joined, productNames, readDays, readFreeText } from './review-cells.ts';
import type { Review, ReviewAccount, ReviewLack } from './review.ts';
import { isUnpublished } from './row-states.ts';

type ReadChats = Pick<ReviewAccount, 'rows' | 'read' | 'leftOut'> & {
  readonly reviews: readonly Review[];
};

const SECONDS_A_DAY = 86_400;
/** Types of messages that colleagues write to each other. */
const INTERNAL = /\b(?:internal|notes?|private)\b|备注|内部/u;

/**
 * Reads the questions of chats, in the order of their conversations. Messages of a conversation follow their times, where
 * all have one. A question is of the product that its messages name, else of the last one named before.
 */
export function readChats(
  rows: TextRows,
  { columns }: Pick<RecognisedReviews, 'columns'>,
  dateOrder: DateOrder | null,
): ReadChats {
  const chat = chatOf(rows, columns, dateOrder);
  const reviews: Review[] = [];
  const leftOut: Partial<Record<ReviewLack, number>> = {};
  let read = 0;
  for (const conversation of conversationsOf(chat)) {
    const { questions, lacks } = questionsIn(conversation, chat);
    reviews.push(...questions);
    read += conversation.length - lacks.length;
    for (const lack of lacks) leftOut[lack] = (leftOut[lack] ?? 0) + 1;
  }
  return { rows: rows.rowNumbers.length, read, leftOut, reviews };
}

/** The cells of each row. */
interface Chat {
  readonly conversations: readonly string[];
  readonly senders: readonly string[];
  readonly roles: readonly ChatRole[];
  readonly texts: CodedColumn;
  readonly days: Float64Array;
  /** Seconds since 1970 on the clock that the file writes; NaN where it is not known. */
  readonly moments: Float64Array;
  readonly isHidden: (row: number) => boolean;
  readonly isOfSystem: (row: number) => boolean;
  readonly names: (row: number) => readonly string[];
}

function chatOf(
  rows: TextRows,
  columns: RecognisedReviews['columns'],
  dateOrder: DateOrder | null,
): Chat {
  const cells = new ExportCells<ReviewField>(rows, columns, { money: [], counts: [] });
  const ofRows = (column: CodedColumn) => Array.from(column.codes, (code) => column.texts[code]!);
  const conversations = ofRows(cells.ids('conversation'));
  const senders = ofRows(cells.texts('sender'));
  const roles = chatRoles(conversations, senders);
  const times = cells.texts('day');
  const days = readDays(times, dateOrder);
  const seconds = Float64Array.from(times.texts, (text) => parseMoment(text).seconds);
  const types = cells.texts('messageType');
  const visibility = cells.texts('visibility');
  return {
    ...{ conversations, senders, roles, texts: cells.texts('text', readFreeText), days },
    moments: numbersAt(seconds, times.codes).map((at, row) => days[row]! * SECONDS_A_DAY + at),
    isHidden: (row) =>
      isUnpublished(cellAt(visibility, row)) || INTERNAL.test(cellAt(types, row).toLowerCase()),
    isOfSystem: (row) =>
      ['system', 'unknown'].includes(roles[row]!) ||
      roleWord(cellAt(types, row)) === 'system' ||
      conversations[row] === '',
    names: productNames(cells),
  };
}

/** Returns the rows of each conversation, the oldest message first. */
function conversationsOf({ conversations, moments }: Chat): number[][] {
  const found = new Map<string, number[]>();
  for (const [row, conversation] of conversations.entries()) {
    const rows = found.get(conversation);
    if (rows) rows.push(row);
    else found.set(conversation, [row]);
  }
  return [...found.values()].map((rows) => inOrder(rows, moments));
}

/** Messages of one moment keep the order of the file, also of one that begins with the newest. */
function inOrder(rows: readonly number[], moments: Float64Array): number[] {
  if (rows.some((row) => Number.isNaN(moments[row]!))) return [...rows];
  const isNewestFirst = moments[rows[0]!]! > moments[rows.at(-1)!]!;
  const oldestFirst = isNewestFirst ? rows.toReversed() : rows;
  return oldestFirst.toSorted((a, b) => moments[a]! - moments[b]!);
}

interface Question {
  readonly row: number;
  names: readonly string[];
  text: string;
  answer: string;
}

function questionsIn(rows: readonly number[], chat: Chat) {
  const questions: Question[] = [];
  const lacks: ReviewLack[] = [];
  let named: readonly string[] = [];
  for (const row of rows) {
    const names = chat.names(row);
    if (names.length > 0) named = names;
    const lack = lackOf(row, chat) ?? addMessage(questions, { row, names: named }, chat);
    if (lack) lacks.push(lack);
  }
  const mask = nameMask(rows, chat);
  const ofChat = rows.map(chat.names).find((names) => names.length > 0) ?? [];
  return { questions: questions.map((question) => review(question, ofChat, chat, mask)), lacks };
}

function lackOf(row: number, chat: Chat): ReviewLack | null {
  if (chat.isHidden(row)) return 'unpublished';
  if (chat.isOfSystem(row)) return 'system';
  return isPleasantry(cellAt(chat.texts, row)) ? 'greeting' : null;
}

/** Adds a message to the question that it goes on with or answers. Returns what it lacks, else null. */
function addMessage(
  questions: Question[],
  { row, names }: Pick<Question, 'row' | 'names'>,
  { roles, texts }: Chat,
): ReviewLack | null {
  const text = cellAt(texts, row);
  const last = questions.at(-1);
  if (roles[row] === 'seller') {
    if (!last) return 'unasked';
    last.answer = joined(last.answer, text);
  } else if (last?.answer === '') {
    last.text = joined(last.text, text);
    if (last.names.length === 0) last.names = names;
  } else questions.push({ row, names, text, answer: '' });
  return null;
}

function review(
  { row, names, text, answer }: Question,
  namesOfChat: readonly string[],
  { days }: Chat,
  mask: (text: string) => string,
): Review {
  return {
    ...{ kind: 'question', names: names.length > 0 ? names : namesOfChat, stars: NaN },
    ...{ text: mask(text), answer: mask(answer), day: days[row]!, units: 1, reason: '' },
    isVerified: null,
  };
}

/** Returns what replaces the names of the senders of a conversation, a buyer's also in part, and cuts a long text. */
function nameMask(rows: readonly number[], { senders, roles }: Chat): (text: string) => string {
  const wholes = new Set<string>();
  const parts = new Set<string>();
  for (const row of rows) {
    const name = senders[row]!;
    if (name.length < 2 || roleWord(name) !== 'unknown') continue;
    const words = name.match(WORDS) ?? [];
    if (hasChinese(name) || words.length > 1) wholes.add(name);
    const isKnownByPart = roles[row] === 'buyer' || words.length === 1;
    for (const word of isKnownByPart ? words.filter(isNameLike) : []) parts.add(word);
  }
  return (text) => {
    let masked = text;
    for (const name of wholes) masked = masked.replaceAll(name, MASK);
    masked = masked.replace(WORDS, (word) => (parts.has(word) ? MASK : word));
    return cutText(masked.replaceAll(`${MASK} ${MASK}`, MASK));
  };
}

const WORDS = /[\p{L}\p{N}_]+/gu;

/** Begins with a capital, or is a nick such as "tb8123"; words such as "shop" are left alone. */
function isNameLike(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}_]|^(?=.*\p{L})(?=.*[\d_])/u.test(word);
}
