/**
 * The text with the traditional characters that headings, units and answers use turned into simplified ones, so that each word
 * stands in the lists once. Other characters stay: this is for comparing, never for showing.
 */
export function foldScript(text: string): string {
  return HAN.test(text)
    ? text.replace(TRADITIONAL_CHARACTER, (character) => SIMPLIFIED_BY_TRADITIONAL.get(character) ?? character)
    : text;
}

const HAN = /[\u3400-\u9fff]/;

// Pairs as they stand in the word lists; a test holds them complete against OpenCC's tables for every heading and every word of the built-in schemes.
/** Traditional characters that differ from the simplified ones. */
export const TRADITIONAL =
  '佔來係個們備傳僅價億優儲內別創劃動務勢匯區員問啓啟單國圍圓報場塊壓實寫寬寶將專對層屬帳幣幾庫廠張強彙後從復徵態應戶採換擇據數時暫暱會東業極構標機檔檢歐歷歸決沒況淨溝滿潛潤為無營爭爲爾狀獲獻現環產當發盧確碼稅稱積穩競筆節範簡簽籠籤紀約紐紙級紹結絡統經維網線編縣總績繫繳續聯臺與華萬著薦號複規觀訂計訊記訪訴註評話該詳認誠說説調識護譽貝負財貢貨責買貸費資質賬賴購躍軟較轄轉辦週進過適選還邊郵銖銷鋪錄錢鍵鎊長門開間關階際險電韓響頁項預領頭頻題額願類顧風餘馬體點' +
  '緊獨闆參聽見議牴觸絕莊遼寧瀋陽連龍濱慶蘇錫揚溫興義烏蕪廈贛濟島煙濰臨鄭漢廣壯亞綿貴雲薩陝肅蘭銀魯齊陸灣園蓮達賓緬撾茲倫羅奧納臘麥愛磯舊聖祕異鬆製裝設導車膠紡織傢俱鋼鐵儀貿鎖術遊戲證託賃築飾運輸倉遞鏈氣礦醫療藥診訓學諮詢飲娛樂閒農漁種養團協師審準礎';
/** The simplified character of each of {@link TRADITIONAL}, at the same place. */
export const SIMPLIFIED =
  '占来系个们备传仅价亿优储内别创划动务势汇区员问启启单国围圆报场块压实写宽宝将专对层属帐币几库厂张强汇后从复征态应户采换择据数时暂昵会东业极构标机档检欧历归决没况净沟满潜润为无营争为尔状获献现环产当发卢确码税称积稳竞笔节范简签笼签纪约纽纸级绍结络统经维网线编县总绩系缴续联台与华万着荐号复规观订计讯记访诉注评话该详认诚说说调识护誉贝负财贡货责买贷费资质账赖购跃软较辖转办周进过适选还边邮铢销铺录钱键镑长门开间关阶际险电韩响页项预领头频题额愿类顾风余马体点' +
  '紧独板参听见议抵触绝庄辽宁沈阳连龙滨庆苏锡扬温兴义乌芜厦赣济岛烟潍临郑汉广壮亚绵贵云萨陕肃兰银鲁齐陆湾园莲达宾缅挝兹伦罗奥纳腊麦爱矶旧圣秘异松制装设导车胶纺织家具钢铁仪贸锁术游戏证托赁筑饰运输仓递链气矿医疗药诊训学咨询饮娱乐闲农渔种养团协师审准础';

const SIMPLIFIED_BY_TRADITIONAL: ReadonlyMap<string, string> = new Map(
  TRADITIONAL.split('').map((character, index) => [character, SIMPLIFIED.charAt(index)]),
);
const TRADITIONAL_CHARACTER = new RegExp(`[${TRADITIONAL}]`, 'g');
