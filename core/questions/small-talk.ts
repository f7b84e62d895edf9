/** What is said for company: nothing is asked, and no customer is meant. */
export type SmallTalk = 'thanks' | 'ok' | 'rude' | 'unknown';

/**
 * Reads what is only small talk: thanks, "ok", rude words, nothing but emoji. `folded` is all that was said. Undefined where a word
 * is left that may be a name ("OK Tire", 垃圾处理公司), and for greetings.
 */
export function smallTalkIn(folded: string): SmallTalk | undefined {
  if (EMOTICON.test(folded)) return 'ok';
  const emoji = folded.match(EMOJI) ?? [];
  const rest = folded
    .replace(EMOJI, ' ')
    .replaceAll(/[^\p{L}\p{N}'+]+/gu, ' ')
    // "hmmmm", 哈哈哈哈, "hahaha"
    .replaceAll(/(.)\1{2,}/gu, '$1$1')
    .replaceAll(/(ha){2,}h?/gu, 'haha')
    .trim();
  if (rest === '') return emoji.length === 0 ? undefined : moodOf(emoji.join(' '));
  if (rest.length > LONGEST || /[你您]好/u.test(rest)) return undefined;
  return KINDS.find(([, words]) => isMadeOf(rest, words))?.[0];
}

const LONGEST = 80;

/** As Slack writes one (`:thumbsup:`) or as it is, with its colours and joints. */
const EMOJI = /:[a-z0-9_+'-]+:|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|\ufe0f|\u200d)+/gu;
const EMOTICON = /^(?:[:;]-?[)d(p]|<3|\^_\^|xd|orz|t_t)$/u;
const ANGRY =
  /:(?:-1|thumbsdown|angry|rage|face_with_symbols[a-z_]*|middle_finger|hankey|poop|shit)[:_]|[👎😠😡🤬🖕💩]/u;
const GLAD =
  /:(?:\+1|thumbsup|heart|pray|ok_hand|clap|tada|raised_hands|muscle|fire|100|smile|smiley|grinning|slightly_smiling_face|blush|star|rocket|white_check_mark|heavy_check_mark)[:_]|[👍❤🙏👌👏🎉🙌💪🔥💯😀😃😄😁😊🙂⭐🚀✅✔]/u;

function moodOf(emoji: string): SmallTalk {
  if (ANGRY.test(emoji)) return 'rude';
  return GLAD.test(emoji) ? 'thanks' : 'unknown';
}

/** Say nothing by themselves. */
const FILLER =
  "you|so|very|much|a|an|the|lot|million|ton|bunch|many|again|for|that|this|it|job|work|bot|tierbook|mate|man|guys|all|then|really|i|is|are|was|were|that's|it's|your|help|and|just|oh|well|now|with|to|me|my|friend|of|piece|what|who|too|这个|这|那|你|您|你们|真|真的|太|很|好|啊|呀|哦|喔|噢|吧|了|的|哈|呢|啦|是|个|都|也|就|那就|什么|机器人|系统|软件|东西|程序|一下|我";
const THANKS =
  'thanks|thank|thx|thnx|tks|ty|tysm|cheers|ta|appreciated|appreciate|great|perfect|awesome|nice|excellent|brilliant|wonderful|amazing|lovely|super|good|love it|helpful|useful|well done|danke|merci|gracias|谢谢|谢|多谢|感谢|谢啦|谢了|感恩|辛苦|辛苦了|太好了|很好|不错|真棒|太棒了|棒|赞|点赞|厉害|牛|牛逼|给力|完美|3q';
const OK =
  'ok|okay|okey|k|kk|okie|dokey|alright|right|sure|fine|got it|gotcha|understood|noted|will do|roger|cool|yes|yep|yeah|yup|no|nope|nah|never mind|nevermind|nvm|forget it|no problem|np|hm|hmm|um|umm|uh|lol|haha|bye|goodbye|good night|see you|嗯|嗯嗯|恩|哦|喔|噢|好|好的|好吧|好滴|好哒|好啊|好呀|行|行吧|可以|知道了|知道|了解|明白|收到|没事|没问题|对|对的|是的|是|不用|不是|不|没有|没了|算了|哈哈|呵呵|嘿嘿|再见|拜拜|掰掰|晚安';
const RUDE =
  'fuck|fucks|fucking|fucked|fuck off|shit|shitty|bullshit|damn|dammit|crap|crappy|wtf|stfu|asshole|bitch|bastard|moron|idiot|idiotic|stupid|dumb|useless|worthless|garbage|trash|rubbish|sucks|suck|hate|shut up|go away|hell|piss off|傻逼|傻b|傻瓜|傻子|傻|他妈的|他妈|妈的|你妈|操|操你妈|卧槽|我操|滚|滚蛋|滚开|垃圾|废物|白痴|白目|笨蛋|笨|蠢|蠢货|智障|脑残|混蛋|王八蛋|去死|去你的|没用|烂|靠|靠北|靠腰|干|三小|烂透了|讨厌|闭嘴';

interface TalkWords {
  /** Of which there is at least one. */
  readonly said: ReadonlySet<string>;
  /** Which may stand around them. */
  readonly around: ReadonlySet<string>;
}

function talk(said: string, around: string): TalkWords {
  return { said: new Set(said.split('|')), around: new Set(around.split('|')) };
}

const KINDS: readonly (readonly [SmallTalk, TalkWords])[] = [
  ['rude', talk(RUDE, `${FILLER}|${OK}`)],
  ['thanks', talk(THANKS, `${FILLER}|${OK}`)],
  ['ok', talk(OK, FILLER)],
];
const LONGEST_WORD = 14;

/** Whether a text is one of the words after the other and nothing else. English ones end where a word does. */
function isMadeOf(text: string, { around, said }: TalkWords): boolean {
  // where a word may begin, and whether one of what is said stands before
  const reached = new Map<number, boolean>([[0, false]]);
  for (let at = 0; at < text.length; at += 1) {
    const hasSaid = reached.get(at);
    if (hasSaid === undefined) continue;
    if (text[at] === ' ') reached.set(at + 1, hasSaid || reached.get(at + 1) === true);
    for (let end = at + 1; end <= Math.min(text.length, at + LONGEST_WORD); end += 1) {
      if (/[a-z'+]/.test(text[end - 1] ?? '') && /[a-z'+]/.test(text[end] ?? '')) continue;
      const word = text.slice(at, end);
      if (!said.has(word) && !around.has(word)) continue;
      reached.set(end, hasSaid || said.has(word) || reached.get(end) === true);
    }
  }
  return reached.get(text.length) === true;
}
