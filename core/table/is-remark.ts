/**
 * Whether a line is one that only stands below tables, wherever it is: 制表人：…, 注：…, Source: …, Page 1 of 3. It has a colon where a
 * company could be called so.
 */
export function isLineBelowTables(text: string): boolean {
  return LINE.test(text);
}

/**
 * Whether a line at the very end of a table, apart from it and with nothing beside it, is a remark: `* as of March`, `※ …`, `备注1 …`,
 * `Updated 3 March`. A company is none, whatever its name begins with (来源科技有限公司, Note AB).
 */
export function isRemark(text: string): boolean {
  if (isLineBelowTables(text)) return true;
  return (REMARK_MARK.test(text) || REMARK.test(text)) && !COMPANY.test(text);
}

/** Whether a text begins with the mark of a remark (*, ※), with which some mark customers. */
export function hasRemarkMark(text: string): boolean {
  return REMARK_MARK.test(text);
}

const LINE =
  /^(?:(?:注|备注|備註|说明|說明|附注|附註|制表[人单位]*|製表[人單位]*|填表[人单位單]*|填[报報][人单位單]*|[编編][制製]人?|审核人?|審核人?|复核人?|複核人?|批准人?|核准|主管|资料来源|資料來源|数据来源|數據來源|來源|来源|打印时间|打印日期|列印日期|导出时间|匯出時間|生成时间|更新(?:时间|時間|日期)?|[统統][计計](?:时间|時間|日期|口径)|[数數][据據](?:截至|截止)|日期|制表日期|製表日期|notes?|n\.b\.|sources?|as of|(?:last )?updated?(?: on| by)?|printed(?: on)?|generated(?: on| by)?|exported(?: on| by)?|(?:created|compiled|prepared|reviewed) by|report run|disclaimer)\s*[:：]|第\s?\d+\s?[页頁]|page \d+ of \d+|generated (?:on|by) |exported (?:on|from) |confidential\s*(?:$|[-–—:：.,;!(]))/iu;

const REMARK_MARK = /^[*＊※]/u;

const REMARK =
  /^(?:(?:注|备注|備註|说明|說明|附注|附註)\s*[\d①-⑳]|(?:注|备注|備註|说明|說明|制表人?|製表人?|填表人?|审核人?|審核人?|(?:资料|資料|数据|數據)?[来來]源)\s+\S|(?:以上)?(?:数据|數據|资料|資料)?(?:截至|截止|更新(?:于|於|至))|以上[数數][据據]|notes?\s*\(?\d+\)?\s*(?:$|[.:)–—-]|[a-z])|(?:data |figures? |status )?as (?:of|at) \S|(?:last )?updated (?:on|at|by|as of|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d)|(?:created|compiled|prepared) by \S|confidential (?:and|not|do|for|information|document)\b|end of (?:report|table|list|file))/iu;

/** What companies' names end with. */
const COMPANY =
  /(?:[\s,.](?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|ab|as|oy|aps|bv|nv|sa|sas|sarl|srl|spa|pty|pte|group|holdings?)\.?|公司|集[团團]|股份|企[业業]|[厂廠店社院校]|中心|[银銀]行|商行|事[务務]所|工作室)\s*$/iu;
