import type { UntieredPlaybook } from './service-levels.ts';

/**
 * How prospects without a tier are served: the ones that a rep finds, of whom S2 gives 40 in 2 days a month. Ungraded and
 * under review alike; a contact settles what grading lacks. 20 minutes every four weeks, and a complaint within 2 working
 * days, are ours (default).
 */
export const NEW_PROSPECT_PLAYBOOK: UntieredPlaybook = {
  everyDays: 28,
  longestDays: 42,
  contactMinutes: 20,
  methods: ['phone', 'email', 'visit', 'article', 'market-information', 'event'],
  complaintHours: 16,
  surveyEveryDays: null,
  capacity: { customers: 40, daysAMonth: 2 },
  policy: {
    en: 'Make the first contact: find out whether there is a need and who decides, and ask what grading lacks.',
    'zh-CN': '尽快首次联系：了解有无需求、由谁决策，并补齐定级所缺的信息。',
    'zh-TW': '儘快首次聯絡：了解有無需求、由誰決策，並補齊定級所缺的資訊。',
  },
};

/** How customers without a tier are served until they have one: like an ordinary tier, with a contact that settles what grading lacks (default). */
export const UNGRADED_CUSTOMER_PLAYBOOK: UntieredPlaybook = {
  everyDays: 30,
  longestDays: 60,
  contactMinutes: 20,
  methods: ['phone', 'email', 'visit', 'online-service', 'sms'],
  complaintHours: 16,
  surveyEveryDays: null,
  capacity: null,
  policy: {
    en: 'Ask what grading lacks, correct the customer’s data, and serve it as usual until it has a tier.',
    'zh-CN': '补齐定级所缺的信息，更正客户资料；定级之前按常规服务。',
    'zh-TW': '補齊定級所缺的資訊，更正客戶資料；定級之前依一般標準服務。',
  },
};
