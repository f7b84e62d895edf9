import type { Tier } from '../grading/scheme.ts';

/**
 * How prospects are looked after, tier by tier. D has no
 * days of its own: it shares what the others leave.
 */
export const PIPELINE_TIERS: Tier[] = [
  {
    id: 'A',
    titles: { en: 'A', 'zh-CN': 'A', 'zh-TW': 'A' },
    colour: '#1a7f37',
    playbook: {
      everyDays: 7,
      longestDays: 10,
      contactMinutes: 90,
      methods: ['visit', 'phone', 'problem-solving', 'recommendation', 'email'],
      complaintHours: 4,
      capacity: { customers: 8, daysAMonth: 10 },
      policy: {
        en: 'May sign within 3 months: sell actively with proposal, demonstration and terms. Keep the expected amount and date up to date.',
        'zh-CN': '3 个月内可能签约：全力销售，提出方案、安排演示、谈妥条件，并随时更新预计成交金额和日期。',
        'zh-TW': '3 個月內可能簽約：全力銷售，提出方案、安排展示、談妥條件，並隨時更新預計成交金額和日期。',
      },
    },
  },
  {
    id: 'B',
    titles: { en: 'B', 'zh-CN': 'B', 'zh-TW': 'B' },
    colour: '#0969da',
    playbook: {
      everyDays: 14,
      longestDays: 21,
      contactMinutes: 60,
      methods: ['phone', 'visit', 'recommendation', 'industry-signings', 'article', 'chat', 'seasonal-card'],
      complaintHours: 8,
      capacity: { customers: 12, daysAMonth: 4 },
      policy: {
        en: 'May sign in 4 to 6 months: stay close enough to see the moment when it becomes A, then start selling at once. Where it has a system, firm up its resolve with reference customers and the known defects of that system.',
        'zh-CN':
          '4–6 个月内可能签约：保持密切联系，一看到转为 A 级的时机就立即展开销售。已有系统的客户，用标杆客户和现行系统的已知缺陷坚定其更换决心。',
        'zh-TW':
          '4–6 個月內可能簽約：保持密切聯絡，一看到轉為 A 級的時機就立即展開銷售。已有系統的客戶，用標竿客戶和現行系統的已知缺陷堅定其更換決心。',
      },
    },
  },
  {
    id: 'C',
    titles: { en: 'C', 'zh-CN': 'C', 'zh-TW': 'C' },
    colour: '#bf8700',
    playbook: {
      everyDays: 30,
      longestDays: 45,
      contactMinutes: 30,
      methods: ['phone', 'recommendation', 'industry-signings', 'article', 'email', 'course', 'event'],
      complaintHours: 16,
      capacity: { customers: 24, daysAMonth: 4 },
      policy: {
        en: 'May sign in 7 to 12 months: keep in touch at a fixed cadence. Reference customers firm up its resolve and speed it up; where it has a system, so do the serious defects of its present vendor.',
        'zh-CN':
          '7–12 个月内可能签约：按固定周期联系，用标杆客户坚定其决心、加快其步伐；已有系统的客户，再加上现有供应商的重大缺陷。',
        'zh-TW':
          '7–12 個月內可能簽約：按固定週期聯絡，用標竿客戶堅定其決心、加快其腳步；已有系統的客戶，再加上現有廠商的重大缺陷。',
      },
    },
  },
  {
    id: 'D',
    titles: { en: 'D', 'zh-CN': 'D', 'zh-TW': 'D' },
    colour: '#6e7781',
    playbook: {
      everyDays: 90,
      longestDays: 120,
      contactMinutes: 20,
      methods: ['article', 'event', 'direct-mail', 'launch', 'special-offer', 'email', 'company-news'],
      complaintHours: 40,
      policy: {
        en: 'Not within 12 months: keep in touch at a fixed cadence, with articles and reference cases that change its view of the need, and invite it to events, launches and special offers. Watch a sizeable customer whose roll-out lies with a much smaller vendor on a small budget: its moment may come.',
        'zh-CN':
          '12 个月内不会签约：按固定周期联系，用文章和标杆案例改变其对需求的看法，并寄送资料，邀请参加活动、发布会和优惠方案。规模可观、却由规模小得多的供应商以低预算导入的客户，要留意时机。',
        'zh-TW':
          '12 個月內不會簽約：按固定週期聯絡，用文章和標竿案例改變其對需求的看法，並寄送資料，邀請參加活動、發表會和優惠方案。規模可觀、卻由規模小得多的廠商以低預算導入的客戶，要留意時機。',
      },
    },
  },
];
