import type { Playbook } from '../grading/scheme.ts';
import type { INDUSTRY_WORDS } from './industry-words.ts';

/** What to mind with customers of each industry (ours, default); cadence and minutes are those of the customer's tier. */
export const INDUSTRY_PLAYBOOKS: Readonly<Record<keyof typeof INDUSTRY_WORDS, Playbook>> = {
  manufacturing: {
    methods: ['visit', 'phone', 'industry-signings', 'course'],
    policy: {
      en: 'Talk about output, downtime and delivery dates; show plants like theirs, and keep clear of stock-taking and peak production.',
      'zh-CN': '围绕产能、停机和交期沟通，用同类工厂的案例说话，避开盘点和生产旺季。',
      'zh-TW': '圍繞產能、停機和交期溝通，以同類工廠的案例說明，避開盤點和生產旺季。',
    },
  },
  trade: {
    methods: ['phone', 'chat', 'special-offer', 'market-information'],
    policy: {
      en: 'Talk about turnover and stock; make offers before the high seasons, and leave them in peace during these.',
      'zh-CN': '围绕周转和库存沟通，旺季前提前推方案，旺季期间少打扰。',
      'zh-TW': '圍繞週轉和庫存溝通，旺季前提早推方案，旺季期間少打擾。',
    },
  },
  technology: {
    methods: ['chat', 'email', 'article', 'launch'],
    policy: {
      en: 'Expect questions about integration and security: bring a specialist, offer a trial, and tell them first what is new.',
      'zh-CN': '准备好集成与安全方面的答疑：带上技术人员，提供试用，新动态第一时间告知。',
      'zh-TW': '準備好整合與資安方面的答詢：帶上技術人員，提供試用，新動態第一時間告知。',
    },
  },
  finance: {
    methods: ['visit', 'phone', 'market-information', 'article'],
    policy: {
      en: 'Have proof of compliance and security ready, allow for long approvals, and keep to their budget year.',
      'zh-CN': '备齐合规与安全证明，预留较长的审批时间，跟上其预算周期。',
      'zh-TW': '備齊法遵與資安證明，預留較長的審核時間，配合其預算週期。',
    },
  },
  construction: {
    methods: ['visit', 'phone', 'industry-signings', 'problem-solving'],
    policy: {
      en: 'Follow their projects: know when each begins and when it pays, and check what is owed before the next delivery.',
      'zh-CN': '跟着项目走：掌握各项目的开工和付款节点，下次供货前先核对回款。',
      'zh-TW': '跟著專案走：掌握各專案的開工和付款時點，下次供貨前先核對收款。',
    },
  },
  transport: {
    methods: ['phone', 'chat', 'problem-solving', 'special-offer'],
    policy: {
      en: 'Talk about cost and punctuality of each trip; call outside of their busy hours, and get ready before the peak season.',
      'zh-CN': '围绕单趟成本和准点率沟通，避开忙碌时段，旺季前先做好准备。',
      'zh-TW': '圍繞單趟成本和準點率溝通，避開忙碌時段，旺季前先做好準備。',
    },
  },
  energy: {
    methods: ['visit', 'phone', 'industry-signings', 'article'],
    policy: {
      en: 'Safety and approvals come first: bring certificates, follow their tenders, and plan for long projects.',
      'zh-CN': '安全与审批优先：备好资质证书，跟踪招标，按长周期项目规划。',
      'zh-TW': '安全與審查優先：備妥資格證明，追蹤標案，以長週期專案規劃。',
    },
  },
  health: {
    methods: ['visit', 'course', 'article', 'phone'],
    policy: {
      en: 'Bring evidence and approvals, keep to the rules on gifts, and meet those who use it as well as those who buy.',
      'zh-CN': '提供依据和许可，遵守礼品往来规定，使用科室和采购部门都要约见。',
      'zh-TW': '提供佐證和許可，遵守餽贈規定，使用單位和採購部門都要約訪。',
    },
  },
  education: {
    methods: ['course', 'visit', 'email', 'event'],
    policy: {
      en: 'Go by the school year: budgets before it begins, roll-outs in the holidays; offer training and terms for education.',
      'zh-CN': '跟着学年走：开学前谈预算，假期里实施；提供培训和教育优惠。',
      'zh-TW': '跟著學年走：開學前談預算，假期中導入；提供培訓和教育優惠。',
    },
  },
  hospitality: {
    methods: ['phone', 'chat', 'visit', 'special-offer'],
    policy: {
      en: 'Call between meals and out of season; show what saves work and brings guests back.',
      'zh-CN': '避开用餐时段和旅游旺季联系，重点说明如何省人工、带来回头客。',
      'zh-TW': '避開用餐時段和旅遊旺季聯絡，重點說明如何節省人力、帶來回頭客。',
    },
  },
  agriculture: {
    methods: ['visit', 'phone', 'event', 'sms'],
    policy: {
      en: 'Go by the seasons: offers before sowing, talks after the harvest; visit where the network is poor.',
      'zh-CN': '跟着农时走：播种前给方案，收获后细谈；网络不便的地方上门沟通。',
      'zh-TW': '跟著農時走：播種前提方案，收成後細談；網路不便的地方登門溝通。',
    },
  },
  public: {
    methods: ['visit', 'phone', 'article', 'email'],
    policy: {
      en: 'Follow budgets and tenders, put everything in writing, keep to the rules on gifts, and be ready for slow decisions.',
      'zh-CN': '跟踪预算和招标，凡事留书面记录，遵守廉洁规定，做好决策周期长的准备。',
      'zh-TW': '追蹤預算和標案，凡事留書面紀錄，遵守廉政規定，做好決策期長的準備。',
    },
  },
  services: {
    methods: ['phone', 'email', 'refer-business', 'event'],
    policy: {
      en: 'Show how much time each of them saves, offer flexible terms, and ask for referrals: they know many businesses.',
      'zh-CN': '说明人均能省多少时间，提供灵活的条款，并请其转介绍：他们认识很多企业。',
      'zh-TW': '說明每人能省多少時間，提供彈性條款，並請其轉介紹：他們認識許多企業。',
    },
  },
};
