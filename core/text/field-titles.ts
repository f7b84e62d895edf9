import type { ByLanguage, Language } from './language.ts';

/** The title of one of our fields; the id itself for a field that is a scheme's own. */
export function fieldTitle(field: string, language: Language): string {
  return FIELD_TITLES.get(field)?.[language] ?? field;
}

/** Ids, English, simplified and traditional titles; a table with these headings is read back as it was. */
const FIELD_TITLES: ReadonlyMap<string, ByLanguage> = new Map(
  [
    'name|Customer|客户名称|客戶名稱',
    'key|Customer ID|客户编号|客戶編號',
    'aliases|Short name|简称|簡稱',
    'givenTier|Given tier|原等级|原等級',
    'owner|Owner|客户经理|業務員',
    'stage|Stage|阶段|階段',
    'industry|Industry|行业|產業',
    'region|Region|地区|地區',
    'phone|Phone|电话|電話',
    'email|E-mail|电子邮箱|電子郵件',
    'contactName|Contact|联系人|聯絡人',
    'notes|Notes|备注|備註',
    'salesAmount|Sales|销售额|銷售額',
    'paymentCollection|Payment collection|回款率|收款率',
    'overdueAmount|Overdue amount|逾期金额|逾期金額',
    'orderStability|Order stability|订单稳定度|訂單穩定度',
    'orders|Orders|订单数|訂單數',
    'lastPurchase|Last purchase|最近购买日期|最近購買日期',
    'yearsOfCooperation|Years of cooperation|合作年限|合作年限',
    'complaintRate|Complaint rate|投诉率|客訴率',
    'complaints|Complaints|投诉次数|客訴次數',
    'satisfaction|Satisfaction|满意度|滿意度',
    'marketShare|Market share|市场份额|市占率',
    'profit|Profit|利润|利潤',
    'growthPotential|Growth potential|发展潜力|成長潛力',
    'lastContact|Last contact|上次联系|上次聯絡',
    'nextContact|Next contact|下次联系|下次聯絡',
    'objectiveNeed|Objective need|客观必要性|客觀必要性',
    'subjectiveNeed|Subjective need|主观必要性|主觀必要性',
    'resolve|Resolve|决心|決心',
    'dissatisfaction|Dissatisfaction with present system|对现行系统的不满意|對現行系統的不滿意',
    'hasSystem|Has a system|是否已有系统|是否已有系統',
    'feasibilityBegun|Feasibility study begun|是否展开可行性评估|是否展開可行性評估',
    'selectionBegun|Vendor selection begun|是否展开选型工作|是否展開選型工作',
    'monthsToClose|Months to close|几个月内成交|幾個月內成交',
    'expectedAmount|Expected amount|预计成交金额|預計成交金額',
    'expectedDate|Expected close date|预计成交日期|預計成交日期',
    'demandVolume|Demand volume|需求量|需求量',
    'contribution|Contribution|贡献度|貢獻度',
    'loyalty|Loyalty|忠诚度|忠誠度',
    'wordOfMouth|Referrals|口碑推荐度|口碑推薦度',
    'competition|Competitive pressure|竞争压力|競爭壓力',
    'standing|Industry standing|行业地位|產業地位',
    'businessVolume|Business volume|业务规模|業務規模',
    'dependence|Dependence|依赖度|依賴度',
    'cooperationWillingness|Willingness to cooperate|合作意愿|合作意願',
    'cooperationHistory|Cooperation history|合作历史|合作歷史',
    'assets|Assets|资产规模|資產規模',
    'creditRating|Credit rating|信用等级|信用等級',
    'riskAppetite|Risk appetite|风险偏好|風險偏好',
    'deposits|Deposits|存款|存款',
    'creditLine|Credit line|授信额度|授信額度',
    'investments|Investments|理财投资额|理財投資額',
    'repurchaseRate|Repurchase rate|回购率|回購率',
    'purchaseStability|Purchase stability|购买稳定性|購買穩定性',
    'transactionFrequency|Transaction frequency|交易频率|交易頻率',
    'decisionStyle|Decision style|决策方式|決策方式',
    'channel|Channel|渠道|通路',
    'product|Product|产品|產品',
  ].map((line): [string, ByLanguage] => {
    const [id = '', en = '', simplified = '', traditional = ''] = line.split('|');
    return [id, { en, 'zh-CN': simplified, 'zh-TW': traditional }];
  }),
);
