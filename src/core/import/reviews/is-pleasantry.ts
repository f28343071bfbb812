/** Longer texts say more. */
const LONGEST = 80;

const LATIN = [
  'hi|hello|hey|hiya|hallo|howdy|greetings|good (?:morning|afternoon|evening|day)|dear|there|team|all',
  'everyone|sir|madam|thanks|thank (?:you|u)|thx|ty|so much|very much|a lot|again|ok|okay|great|perfect',
  "cheers|bye|goodbye|have a (?:nice|good|great|lovely) (?:day|evening|weekend)|you(?: a|’|')?re welcome",
  'no problem|my pleasure|please|welcome|(?:is )?(?:anyone|anybody|someone|somebody) (?:there|here)',
  'are you there|how are you|how (?:can|may) (?:i|we) help(?: you)?(?: today)?',
  'for (?:your|the) (?:help|answer|reply|message|question)',
];
const HAN = [
  '在[吗么嘛呢的]|在不在|在|你好|您好|大家好|哈[喽啰]|嗨|[早晚]上好|下午好|有人在?[吗么嘛]?|亲+爱?的?',
  '客服|老板|店家|掌柜|谢+(?:你|您|了)?|感谢|多谢|辛苦了?|麻烦了?|好[的吧]?|嗯+|哦+|噢+|收到|知道了|明白了?|了解了?',
  '再见|拜+|不客气|客气了|欢迎(?:下次)?(?:光临|再来)?|很?高兴为[您你]服务|请?稍等(?:一下)?|马上|祝[您你](?:生活|购物)愉快',
  '(?:请问)?有?(?:什么|啥)?可以帮(?:到|助)?[您你]的?|[哦呢哈呀啊的呐哟吗]',
];
const PLEASANTRIES = new RegExp(`\\b(?:${LATIN.join('|')})\\b|${HAN.join('|')}`, 'gu');
/** "[图片]", "[smile]" and the mark of a personal detail: no words. */
const PLACEHOLDER = /\[[^\]]{1,12}\]/gu;

/** Returns whether a message says nothing but a greeting, thanks or goodbye, or holds no words at all. */
export function isPleasantry(message: string): boolean {
  const said = message
    .normalize('NFKC')
    .replace(PLACEHOLDER, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .trim();
  return said.length <= LONGEST && said.replace(PLEASANTRIES, '').trim() === '';
}
