/** A text on one line, with one space for any gap and without characters that nobody sees. */
export function tidyText(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, '')
    .trim();
}

/**
 * A tidy text as our words are written: lower case, half width and, as far as our words have them, simplified characters.
 * Every character stays where it is, so what is found in it can be cut out of the tidy text.
 */
export function foldText(tidy: string): string {
  return tidy.replaceAll(/\P{ASCII}|[A-Z]/gu, (character) => {
    const plain = PLAIN.get(character) ?? halfWidth(character).toLowerCase();
    return plain.length === character.length ? plain : character;
  });
}

/** `Ａ` and `？` as `A` and `?`. */
function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** What is written in several ways, in pairs: traditional and simplified characters of our words, and apostrophes. */
const PAIRS =
  '誰谁該该應应當当聯联絡络繫系係系電电話话給给訪访進进戶户變变動动級级陞升昇升訴诉簽签預预計计個个這这負负報报嗎吗問问請请麼么麽么為为樣样煩烦' +
  '幫帮謝谢滿满過过載载現现還还會会業业績绩況况結结總总覽览簡简彙汇匯汇務务單单劃划們们沒没調调說说讓让達达屬属評评開开見见發发傳传郵邮訊讯錄录' +
  '記记禮礼兒儿點点筆笔錢钱額额約约訂订後后剛刚幾几間间來来裡里裏里與与對对從从時时長长員员銷销體体狀状壓压飽饱產产囉啰週周異异勞劳駕驾遺遗擬拟' +
  '數数據据轉转辦办處处離离將将夠够帳账讚赞選选項项顯显檢检視视談谈講讲腦脑頻频關关議议飯饭餐餐經经漲涨頂顶試试邊边妳你歡欢漏漏脫脱遲迟餘余準准' +
  "備备聽听無无兩两場场號号條条讀读寫写題题買买賣卖線线網网書书刪删緩缓瞭了順顺廢废癡痴幹干爛烂媽妈滾滚閉闭討讨厭厌棄弃’'‘'ʼ'´'`'";

const PLAIN: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, written = '', plain = '']) => [written, plain]),
);
