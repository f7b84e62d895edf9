import type { Playbook, Tier } from '../grading/scheme.ts';

/**
 * How existing customers are looked after, best first, as most schemes do it: who owns them, how they are contacted, what
 * they get and how they are listened to. Cadences, minutes, hours until a complaint is answered and days between surveys are ours
 * (default).
 */
export const KEY_PLAYBOOK = {
  everyDays: 7,
  longestDays: 14,
  contactMinutes: 90,
  methods: ['visit', 'phone', 'problem-solving', 'gift', 'seasonal-card', 'customer-news'],
  complaintHours: 4,
  surveyEveryDays: 90,
  policy: {
    en: 'A dedicated account manager, for key accounts a team. Visit and call regularly, tailor products, handle everything with priority, receive them at the top level, and ask what they will need next.',
    'zh-CN':
      '由专属客户经理负责，关键客户配备团队。定期拜访和回访，按需定制产品，事事优先，高层接待，主动了解下一步需求。',
    'zh-TW':
      '由專屬客戶經理負責，關鍵客戶配置團隊。定期拜訪與回訪，依需求客製產品，事事優先，高層接待，主動了解下一步需求。',
  },
} satisfies Playbook;

export const GOOD_PLAYBOOK = {
  everyDays: 14,
  longestDays: 30,
  contactMinutes: 60,
  methods: ['phone', 'visit', 'event', 'course', 'article', 'special-offer'],
  complaintHours: 8,
  surveyEveryDays: 180,
  policy: {
    en: 'A dedicated account manager. Visit and call regularly, invite to seminars and get-togethers, offer discounts and professional advice, and follow up on complaints and ideas.',
    'zh-CN':
      '由专属客户经理负责。定期拜访和电话联系，邀请参加研讨会和联谊活动，提供优惠政策和专业建议，跟进投诉和意见。',
    'zh-TW':
      '由專屬客戶經理負責。定期拜訪與電話聯絡，邀請參加研討會和聯誼活動，提供優惠方案和專業建議，追蹤客訴與意見。',
  },
} satisfies Playbook;

export const USUAL_PLAYBOOK = {
  everyDays: 30,
  longestDays: 60,
  contactMinutes: 30,
  methods: ['phone', 'email', 'online-service', 'course', 'special-offer', 'sms'],
  complaintHours: 16,
  surveyEveryDays: 365,
  policy: {
    en: 'The service team looks after it. Phone, e-mail and online contact, training, promotions and value-added services; ask for its satisfaction.',
    'zh-CN': '由服务团队负责。通过电话、邮件和线上方式联系，提供培训、促销和增值服务，做满意度调查。',
    'zh-TW': '由服務團隊負責。透過電話、郵件和線上方式聯絡，提供培訓、促銷和加值服務，進行滿意度調查。',
  },
} satisfies Playbook;

export const SMALL_PLAYBOOK = {
  everyDays: 90,
  longestDays: 180,
  contactMinutes: 20,
  methods: ['email', 'direct-mail', 'online-service', 'market-information'],
  complaintHours: 40,
  policy: {
    en: 'Looked after by everybody. E-mail, letters, market surveys and product presentations; standard service at the standard price, and basic after-sales service.',
    'zh-CN': '由团队共同负责。通过邮件、信函、市场调查和产品介绍保持联系，提供标准服务、标准价格和基本售后。',
    'zh-TW': '由團隊共同負責。透過郵件、信函、市場調查和產品介紹保持聯絡，提供標準服務、標準價格和基本售後。',
  },
} satisfies Playbook;

/** {@link SMALL_PLAYBOOK} where a relation that costs more than it brings may be ended. */
export const UNPROFITABLE_PLAYBOOK: Playbook = {
  ...SMALL_PLAYBOOK,
  policy: {
    en: 'Standard service at the standard price, by e-mail and online. Collect what is owed; where the relation goes on costing more than it brings, consider ending it.',
    'zh-CN': '通过邮件和线上提供标准服务、标准价格。催收欠款；如果长期得不偿失，可考虑终止合作。',
    'zh-TW': '透過郵件和線上提供標準服務、標準價格。催收欠款；若長期得不償失，可考慮終止合作。',
  },
};

/** The colours of tiers, best first. */
export const COLOURS = ['#1a7f37', '#0969da', '#bf8700', '#6e7781'] as const;

const PLAYBOOKS = [KEY_PLAYBOOK, GOOD_PLAYBOOK, USUAL_PLAYBOOK, SMALL_PLAYBOOK] as const;

/** The tiers A to D of existing customers; `last` is the playbook of D. */
export function lettered(last: Playbook = SMALL_PLAYBOOK): Tier[] {
  return ['A', 'B', 'C', 'D'].map((id, index) => ({
    id,
    titles: { en: id, 'zh-CN': id, 'zh-TW': id },
    colour: COLOURS[index],
    playbook: index === 3 ? last : PLAYBOOKS[index],
  }));
}

/** What keeps the tiers of existing customers from flapping (default): a tenth of room below each cut-off. Real falls are not delayed. */
export const CUSTOMER_STABILITY = { buffer: 0.1, holdDuringComplaint: true };
