import type { Criterion } from '../grading/scheme.ts';

/** What is asked of a prospect, with what each answer is recognised by. */
export const PIPELINE_CRITERIA: Criterion[] = [
  {
    id: 'objectiveNeed',
    type: 'yes-no',
    titles: { en: 'Objective need', 'zh-CN': '客观必要性', 'zh-TW': '客觀必要性' },
    hint: {
      en: 'Yes when its industry and size call for a system, whatever it thinks of that itself. No puts it outside the target market: it then has no tier.',
      'zh-CN': '从所属行业和规模看确实需要系统，就填“有”，与客户自己怎么想无关。填“无”表示不属于目标市场，不评等级。',
      'zh-TW':
        '從所屬產業和規模來看確實需要系統，就填「有」，與客戶自己怎麼想無關。填「無」表示不屬於目標市場，不評等級。',
    },
  },
  {
    id: 'hasSystem',
    type: 'yes-no',
    titles: { en: 'Has a system', 'zh-CN': '是否已有系统', 'zh-TW': '是否已有系統' },
    hint: {
      en: 'Yes when it already has a system of the kind you sell, which it may replace or extend; no when yours would be its first.',
      'zh-CN': '已经在用同类系统（打算更换或扩充）填“是”；还没有这类系统填“否”。',
      'zh-TW': '已經在用同類系統（打算更換或擴充）填「是」；還沒有這類系統填「否」。',
    },
  },
  {
    id: 'subjectiveNeed',
    type: 'yes-no',
    titles: { en: 'Subjective need', 'zh-CN': '主观必要性', 'zh-TW': '主觀必要性' },
    hint: {
      en: 'Yes when it says itself that it needs a system, or another one than it has; no when it denies the need.',
      'zh-CN': '客户自己认为需要系统，或需要更换、扩充现有系统，填“有”；否认有这种需要，填“无”。',
      'zh-TW': '客戶自己認為需要系統，或需要更換、擴充現有系統，填「有」；否認有這種需要，填「無」。',
    },
  },
  {
    id: 'dissatisfaction',
    type: 'level',
    titles: {
      en: 'Dissatisfaction with present system',
      'zh-CN': '对现行系统的不满意',
      'zh-TW': '對現行系統的不滿意',
    },
    hint: {
      en: 'Asked only where there is a system. High: it replaces or extends it now. High or medium: its vendor cannot mend product or service in spite of repeated requests, or it was built in house and its developer has left. Medium or low: dissatisfied, but it still hopes, or the developer is still there. Low or none: satisfied, has just signed, or a roll-out or development is under way.',
      'zh-CN':
        '只问已有系统的客户。高：马上就要更换或扩充。高或中：多次要求，供应商仍无法改善产品或服务，或系统为自行开发、原设计者已离职。中或低：不满意但仍抱希望，或原设计者还在。低或无：满意，刚完成合同签署，或正在上线、开发中。',
      'zh-TW':
        '只問已有系統的客戶。高：馬上就要更換或擴充。高或中：多次要求，廠商仍無法改善產品或服務，或系統為自行開發、原設計者已離職。中或低：不滿意但仍抱希望，或原設計者還在。低或無：滿意，剛完成合約簽署，或正在導入、開發中。',
    },
  },
  {
    id: 'resolve',
    type: 'level',
    titles: { en: 'Resolve', 'zh-CN': '决心', 'zh-TW': '決心' },
    hint: {
      en: 'How firmly it means to get a system, or to switch from its own. High: it acts now. Medium: it waits for a certain event or decision before it chooses. Low: it feels no urgency, lacks confidence, or still hopes for its present system. None: it sees no reason to do anything.',
      'zh-CN':
        '上系统或更换系统的决心有多强。高：现在就动手。中：要等某件事或某个决定之后才选择。低：不觉得急，信心不足，或对现有系统仍抱希望。无：认为什么都不必做。',
      'zh-TW':
        '導入系統或更換系統的決心有多強。高：現在就動手。中：要等某件事或某個決定之後才選擇。低：不覺得急，信心不足，或對現有系統仍抱希望。無：認為什麼都不必做。',
    },
  },
  {
    id: 'feasibilityBegun',
    type: 'yes-no',
    titles: {
      en: 'Feasibility study begun',
      'zh-CN': '是否展开可行性评估',
      'zh-TW': '是否展開可行性評估',
    },
    hint: {
      en: 'Asked only where there is no system yet. Yes when it has begun to look into whether and how a system would work for it: people named, needs written down, a budget discussed.',
      'zh-CN': '只问尚无系统的客户。已着手研究系统是否可行（指定了人员、整理了需求、讨论过预算）填“是”。',
      'zh-TW': '只問尚無系統的客戶。已著手研究系統是否可行（指定了人員、整理了需求、討論過預算）填「是」。',
    },
  },
  {
    id: 'selectionBegun',
    type: 'yes-no',
    titles: { en: 'Vendor selection begun', 'zh-CN': '是否展开选型工作', 'zh-TW': '是否展開選型工作' },
    hint: {
      en: 'Yes when it compares vendors: it asks for offers or demonstrations, or has a shortlist.',
      'zh-CN': '已在比较供应商（索取报价、安排演示或已有候选名单）填“是”。',
      'zh-TW': '已在比較廠商（索取報價、安排展示或已有候選名單）填「是」。',
    },
  },
  {
    id: 'monthsToClose',
    type: 'months',
    direction: 'lower-is-better',
    isAhead: true,
    titles: { en: 'Months to close', 'zh-CN': '几个月内成交', 'zh-TW': '幾個月內成交' },
    hint: {
      en: 'In how many months it may sign: up to 3 is A, 4 to 6 B, 7 to 12 C, more D. It chooses only where the other answers fit two tiers.',
      'zh-CN':
        '预计几个月内签约：3 个月内为 A，4–6 个月为 B，7–12 个月为 C，更久为 D。只有其他回答同时符合两个等级时，才由它决定。',
      'zh-TW':
        '預計幾個月內簽約：3 個月內為 A，4–6 個月為 B，7–12 個月為 C，更久為 D。只有其他回答同時符合兩個等級時，才由它決定。',
    },
  },
  {
    id: 'expectedDate',
    type: 'date',
    direction: 'lower-is-better',
    isAhead: true,
    titles: { en: 'Expected close date', 'zh-CN': '预计成交日期', 'zh-TW': '預計成交日期' },
    hint: {
      en: 'The day on which it will probably sign, asked for from tier A on. It stands in where the months to close are not known.',
      'zh-CN': '预计签约的日子，从 A 级起需要填写。没有填几个月内成交时，以它推算。',
      'zh-TW': '預計簽約的日子，從 A 級起需要填寫。沒有填幾個月內成交時，以它推算。',
    },
  },
];
