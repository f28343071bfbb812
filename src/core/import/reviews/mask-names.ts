// Finds names and postal addresses in free text where the words around say what they are. A name without such words
// is not found.

const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}(?:[\p{L}'’-]{1,30}|\.))?`;
const END = String.raw`(?=\s*[.!]?\s*$)`;

/** Patterns whose group `before` stays. */
const PATTERNS: readonly RegExp[] = [
  // "my name is Anna Kaiser", "ich heiße Anna"
  new RegExp(
    String.raw`(?<before>\b(?:[Mm]y name(?: is|['’]s)|[Ii]ch hei(?:ß|ss)e|[Mm]ein [Nn]ame ist|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]e llamo|[Mm]i nombre es)\s)[\p{L}][\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’.-]{0,30}){0,2}`,
    'gu',
  ),
  // "Hi Anna," and "Sehr geehrte Frau Kaiser," at the beginning, as in answers of sellers
  new RegExp(
    String.raw`^(?<before>(?:Hi|Hello|Hey|Dear|Hallo|Liebe[r]?|Sehr geehrte[r]?|Bonjour|Ch[eè]re?|Hola|Estimad[oa]|Querid[oa])\s(?:(?:Mr|Mrs|Ms|Herr|Frau|Madame|Monsieur|Se[nñ]ora?)\.?\s)?)${NAME}(?=\s?[,!:])`,
    'u',
  ),
  // "Best regards, Anna", "– Anna K." at the end
  new RegExp(
    String.raw`(?<before>(?:[Rr]egards|[Ss]incerely|[Yy]ours truly|[Gg]r(?:ü|ue)(?:ß|ss)e|\bLG|\bMfG|[Cc]ordialement|[Ss]aludos)\s?[,!.–—-]?\s?)${NAME}${END}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<before>\s(?:--?|[–—~])\s?)\p{Lu}(?:[\p{L}'’-]{1,30}\s\p{Lu}\.?|\.\s?\p{Lu}[\p{L}'’-]{1,30})${END}`,
    'u',
  ),
  /(?<before>(?:尊敬的|亲爱的|你好，?|您好，?))\p{Script=Han}{1,3}(?=女士|先生|小姐)/gu,
  /(?<before>(?:我叫|我的名字[是叫]))[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏蒋蔡丁魏薛叶余潘杜夏钟汪田姜方姚谭]\p{Script=Han}{1,2}(?=[\s，,。.！!]|$)/gu,
  /(?<before>(?:收货人|收件人|联系人|姓名|真实姓名)(?:姓名)?[:：]\s?)[^\s，,。；;]{2,20}/gu,
  /(?<before>(?:电话|手机号?码?|联系方式|联系电话)\s?(?:[:：]|是)\s?)[\d+][\d\s-]{4,20}/gu,
  /(?<before>(?:收货地址|地址|住址)\s?[:：]\s?)[^。；;！!？?]{4,60}/gu,
  // "浙江省杭州市西湖区文三路 12 号 3 楼", "Hauptstraße 12", "12 Main Street"
  /(?<before>)\p{Script=Han}{2,12}(?:路|街|巷|大道|弄|胡同)\s?\d{1,5}\s?[号弄](?:[\p{Script=Han}\d-]{0,12}[室楼栋号])?/gu,
  /(?<before>)\p{Lu}\p{L}{2,30}(?:straße|strasse|str\.)\s\d{1,4}\s?[a-z]?\b/gu,
  /(?<before>)\b\d{1,5}\s(?:\p{Lu}\p{L}{1,20}\s){1,2}(?:Street|Avenue|Road|Lane|Drive|Boulevard|St\.|Ave\.|Rd\.|Blvd\.)/gu,
];

/** Replaces names and addresses by a mark. */
export function maskNames(text: string, mark: string): string {
  return PATTERNS.reduce((masked, pattern) => masked.replace(pattern, `$<before>${mark}`), text);
}
