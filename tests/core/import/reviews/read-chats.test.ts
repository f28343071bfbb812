import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { chatRoles } from '#core/import/reviews/chat-roles.ts';
import { isPleasantry } from '#core/import/reviews/is-pleasantry.ts';
import { readReviews } from '#core/import/reviews/read-reviews.ts';
import { recogniseReviews, reviewHeaders } from '#core/import/reviews/recognise-reviews.ts';
import { textRows } from '../../../support/text-rows.ts';

/** Reads a chat as the worker does: only the columns that are needed. Cells are split at "|". */
function read(header: string, lines: readonly string[]) {
  const headers = header.split(',');
  const rows = lines.map((line) => line.split('|'));
  const recognised = recogniseReviews(headers, rows)!;
  const needed = new Set(reviewHeaders(recognised));
  const kept = headers.filter((each) => needed.has(each));
  const reading = { fileName: 'chats.csv', dateOrder: null };
  return readReviews(textRows(headers, rows, { kept }), recognised, reading);
}

const asked = (list: ReturnType<typeof read>) =>
  list.reviews.map(({ text, answer }) => [text, answer]);

describe('chats', () => {
  it('become questions with the next reply of the shop', () => {
    const list = read('session_id,role,message,time,sku,email', [
      'c1|customer|Hi|2026-03-02 10:00:00|A-1|ann@example.com',
      'c1|agent|Hello, how can I help you?|2026-03-02 10:00:10|A-1|ann@example.com',
      'c1|customer|Does it shrink?|2026-03-02 10:01:00|A-1|ann@example.com',
      'c1|customer|I wash at 40 degrees|2026-03-02 10:01:20|A-1|ann@example.com',
      'c1|bot|We reply within an hour.|2026-03-02 10:01:21|A-1|ann@example.com',
      'c2|customer|Which size for 1.80 m?|2026-03-02 10:01:30|A-2|bo@example.com',
      'c1|agent|Not at 40 degrees.|2026-03-02 10:02:00|A-1|ann@example.com',
      'c1|agent|At 60 it does.|2026-03-02 10:02:10|A-1|ann@example.com',
      'c1|customer|Great, thanks!|2026-03-02 10:03:00|A-1|ann@example.com',
      'c1|agent|You’re welcome.|2026-03-02 10:03:30|A-1|ann@example.com',
    ]);
    expect(list.kind).toBe('question');
    expect(list.reviews).toEqual([
      {
        ...{ kind: 'question', names: ['A-1'], text: 'Does it shrink? I wash at 40 degrees' },
        ...{ answer: 'Not at 40 degrees. At 60 it does.', day: dayFromCalendar(2026, 3, 2) },
        ...{ stars: NaN, units: 1, reason: '', isVerified: null },
      },
      expect.objectContaining({ names: ['A-2'], text: 'Which size for 1.80 m?', answer: '' }),
    ]);
    expect(list.account).toEqual({
      ...{ rows: 10, read: 5, leftOut: { greeting: 4, system: 1 } },
      personalColumns: ['role', 'email'],
    });
  });

  it('are read in Chinese, the newest message first', () => {
    const list = read('会话ID,发送方,消息内容,时间,商品ID', [
      '2|买家|多久能到北京|2026-03-03 09:00:00|72',
      '1|客服|谢谢亲，欢迎下次光临|2026-03-02 10:06:00|',
      '1|客服|亲，不会缩水的|2026-03-02 10:05:00|',
      '1|买家|[图片]|2026-03-02 10:03:30|',
      '1|买家|会缩水吗？|2026-03-02 10:03:00|',
      '1|系统|买家正在浏览商品|2026-03-02 10:02:00|71',
      '1|客服|在的亲|2026-03-02 10:01:00|',
      '1|买家|在吗|2026-03-02 10:00:00|71',
    ]);
    expect(asked(list)).toEqual([
      ['多久能到北京', ''],
      ['会缩水吗？', '亲，不会缩水的'],
    ]);
    expect(list.reviews.map(({ names }) => names)).toEqual([['72'], ['71']]);
  });

  it('take the sender in most conversations for the shop, and keep no name', () => {
    const list = read('Conversation ID,Sender,Message,Sent at,Customer name', [
      '7|Anna Smith|Is it waterproof?|01/03/2026 10:00|Anna Smith',
      '7|Nordhaus|Hi Anna, yes.|01/03/2026 10:01|Anna Smith',
      '7|Anna Smith|And the lid?|01/03/2026 10:02|Anna Smith',
      '7|Nordhaus|The lid as well, Anna.|01/03/2026 10:03|Anna Smith',
      '8|Bo Chen|Is it heavy?|13/03/2026 10:00|Bo Chen',
      '8|Nordhaus|200 g, Bo Chen.|13/03/2026 10:01|Bo Chen',
      '9|Bo Chen|Any colours?|14/03/2026 10:00|Bo Chen',
    ]);
    expect(asked(list)).toEqual([
      ['Is it waterproof?', 'Hi […], yes.'],
      ['And the lid?', 'The lid as well, […].'],
      ['Is it heavy?', '200 g, […].'],
      ['Any colours?', ''],
    ]);
    expect(list.account.personalColumns).toEqual(['Sender', 'Customer name']);
    expect(JSON.stringify(list)).not.toMatch(/Anna|Bo Chen/);
  });

  it('leave out notes between colleagues, and what the shop says unasked', () => {
    const list = read('Ticket ID,Author type,Comment,Public,Created at', [
      '1|Agent|Our spring sale has begun|true|2026-03-01',
      '1|End user|Is the mug dishwasher safe?|true|2026-03-02',
      '1|Agent|Ask Lee, he knows|false|2026-03-02',
      '1|Agent|Yes, up to 60 °C|true|2026-03-03',
    ]);
    expect(asked(list)).toEqual([['Is the mug dishwasher safe?', 'Yes, up to 60 °C']]);
    expect(list.account.leftOut).toEqual({ unasked: 1, unpublished: 1 });
  });

  it('keep questions about no product: delivery and returns are of the shop', () => {
    const list = read('会话编号,角色,内容,发送时间,商品ID', [
      'a|顾客|运费多少|2026-01-05|',
      'a|商家|包邮|2026-01-05|',
      'b|顾客|有几种颜色|2026-01-05|72',
    ]);
    expect(list.reviews.map(({ names }) => names)).toEqual([[], ['72']]);
  });

  it('ask nothing where nobody can be told to be the shop', () => {
    const list = read('session id,sender,message', ['1|Ann|Is it heavy?', '1|Bo|No.']);
    expect(list.reviews).toEqual([]);
    expect(list.account).toMatchObject({ rows: 2, read: 0, leftOut: { system: 2 } });
  });
});

describe('recogniseReviews', () => {
  const kindOf = (header: string, rows: readonly (readonly string[])[] = []) =>
    recogniseReviews(header.split(','), rows)?.kind ?? null;

  it('knows chats by their headers', () => {
    expect(kindOf('conversation_id,sender_type,body,created_at')).toBe('question');
    expect(kindOf('Ticket number,From,Message text,Date')).toBe('question');
    expect(kindOf('会话ID,发送人,聊天内容,发送时间')).toBe('question');
    expect(kindOf('买家昵称,发送者,消息,时间,宝贝标题')).toBe('question');
  });

  it('leaves tables of reviews and of answered questions as they are, whoever wrote them', () => {
    expect(kindOf('product_id,customer_id,author,review,rating,date')).toBe('review');
    expect(kindOf('买家昵称,角色,评论内容,时间,商品ID')).toBe('review');
    const answered = recogniseReviews('session id,author,question,answer,date'.split(','), []);
    expect(answered?.columns).toMatchObject({ question: ['question'], answer: ['answer'] });
  });

  it('takes no ticket list and no table of messages without senders for a chat', () => {
    expect(kindOf('ticket id,subject,requester,status,created at')).toBeNull();
    expect(kindOf('conversation id,message,time')).toBeNull();
    const apart = ['1', '2', '3', '4'].map((id) => [id, 'Ann', 'A text here']);
    expect(kindOf('ticket id,author,message', apart)).toBeNull();
  });
});

describe('roles', () => {
  const roles = (...said: readonly string[]) => {
    const pairs = said.map((each) => each.split(' ', 1).concat(each.slice(each.indexOf(' ') + 1)));
    return chatRoles(
      pairs.map(([conversation]) => conversation!),
      pairs.map(([, sender]) => sender!),
    );
  };

  it('are told by words', () => {
    expect(
      roles('1 Customer', '1 Customer Service', '1 Chat bot', '2 visitor_12', '2 SupportAgent'),
    ).toEqual(['buyer', 'seller', 'system', 'buyer', 'seller']);
    expect(roles('1 客户', '1 客户服务', '1 智能客服', '2 访客8', '2 商家')).toEqual([
      ...['buyer', 'seller', 'system', 'buyer', 'seller'],
    ]);
  });

  it('are the other one’s where only one side has a word', () => {
    expect(roles('1 tb8', '1 客服小美', '2 tb9')).toEqual(['buyer', 'seller', 'buyer']);
    expect(roles('1 Customer', '1 Lee', '2 Customer', '2 Kim')).toEqual([
      ...['buyer', 'seller', 'buyer', 'seller'],
    ]);
  });

  it('are told by names where several people answer, also by accounts of one shop', () => {
    const several = roles(
      ...['1 Ann', '1 Lee', '2 Bo', '2 Lee', '3 Cy', '3 Lee', '4 Di', '4 Lee'],
      ...['5 Ed', '5 Kim', '6 Flo', '6 Kim', '7 Gus', '7 Kim', '8 Ann'],
    );
    expect(several.filter((_, i) => i % 2 === 0)).toEqual(Array.from({ length: 8 }, () => 'buyer'));
    expect(several.filter((_, i) => i % 2 === 1)).toEqual(
      Array.from({ length: 7 }, () => 'seller'),
    );
    expect(roles('1 tb1', '1 某某店:小美', '2 tb2', '2 某某店:小王')).toEqual([
      ...['buyer', 'seller', 'buyer', 'seller'],
    ]);
  });
});

describe('isPleasantry', () => {
  it.each([
    ...['hi', 'Hello!', 'Hi there', 'Good morning', 'ok thanks', 'Thank you so much 🙏', '???'],
    ...['在吗', '你好', '您好，在吗？', '亲，在的哦', '[图片]', '谢谢', '好的，谢谢亲~', '有人吗'],
  ])('%s', (text) => {
    expect(isPleasantry(text)).toBe(true);
  });

  it.each([
    ...['Hi, does it shrink?', 'Thanks, and the lid?', 'Yes', 'No', 'ok but when', '40'],
    ...['你好，会掉色吗', '在北京能收到吗', '可以', '不会', '好看吗', '有货吗'],
  ])('not %s', (text) => {
    expect(isPleasantry(text)).toBe(false);
  });

  it('is told at once, however a text repeats itself', () => {
    for (const part of ['哦', '在吗', '哦呢', 'ok ', 'thanks ', '亲'])
      expect(isPleasantry(`${part.repeat(Math.floor(78 / part.length))}x`)).toBe(false);
  });
});
