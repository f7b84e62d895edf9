import type { SegmentScheme } from '../grading/scheme.ts';
import { GROWTH_POTENTIAL } from './common-criteria.ts';
import { COLOURS } from './customer-playbooks.ts';
import { wordsFor } from './words-for.ts';

/**
 * S19, customers of high, medium and low potential, and important, general and ordinary ones by the service that they
 * demand. Numbers are compared with the business's other customers: the best fifth, up to the best half, and the rest
 * (default). Words that are not listed are a case for review, and can be added.
 */
export const potentialAndService: SegmentScheme = {
  id: 'potential-and-service',
  version: 1,
  titles: { en: 'Potential and service', 'zh-CN': '潜力与服务需求细分', 'zh-TW': '潛力與服務需求細分' },
  criteria: [
    {
      ...GROWTH_POTENTIAL,
      hint: {
        en: 'High, medium or low, yes or no, or by how much its business with us may grow.',
        'zh-CN': '填高、中、低，有、无，或业务的预计增长幅度。',
        'zh-TW': '填高、中、低，有、無，或業務的預計成長幅度。',
      },
    },
    {
      id: 'serviceDemand',
      type: 'count',
      titles: { en: 'Service demand', 'zh-CN': '服务需求', 'zh-TW': '服務需求' },
      hint: {
        en: 'How much service it demands: important, general or ordinary, or how many requests it made.',
        'zh-CN': '需要多少服务：填重要、一般、普通，或提出服务请求的次数。',
        'zh-TW': '需要多少服務：填重要、一般、普通，或提出服務請求的次數。',
      },
    },
  ],
  segments: [
    {
      id: 'potential',
      titles: { en: 'Potential', 'zh-CN': '潜力', 'zh-TW': '潛力' },
      labels: [
        {
          id: 'high-potential',
          titles: { en: 'high potential', 'zh-CN': '高潜力', 'zh-TW': '高潛力' },
          colour: COLOURS[0],
          playbook: {
            everyDays: 14,
            longestDays: 30,
            contactMinutes: 60,
            methods: ['visit', 'phone', 'problem-solving', 'introduce-partner', 'course', 'refer-business'],
            policy: {
              en: 'Invest in it: find out its plans, give advice and introductions, and offer what it will need next.',
              'zh-CN': '重点投入：了解其规划，提供建议和引荐，提前准备它下一步需要的方案。',
              'zh-TW': '重點投入：了解其規劃，提供建議和引薦，提前準備它下一步需要的方案。',
            },
          },
        },
        {
          id: 'medium-potential',
          titles: { en: 'medium potential', 'zh-CN': '中潜力', 'zh-TW': '中潛力' },
          colour: COLOURS[2],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 30,
            methods: ['phone', 'course', 'article', 'event', 'special-offer'],
            policy: {
              en: 'Develop it: training, trials and examples of customers who grew, and a talk about its needs twice a year.',
              'zh-CN': '逐步培育：提供培训、试用和成长案例，每半年沟通一次需求。',
              'zh-TW': '逐步培育：提供培訓、試用和成長案例，每半年溝通一次需求。',
            },
          },
        },
        {
          id: 'low-potential',
          titles: { en: 'low potential', 'zh-CN': '低潜力', 'zh-TW': '低潛力' },
          colour: COLOURS[3],
          playbook: {
            everyDays: 90,
            longestDays: 180,
            contactMinutes: 20,
            methods: ['email', 'online-service', 'direct-mail'],
            policy: {
              en: 'Serve it at little effort, online and by e-mail, and look again when something changes.',
              'zh-CN': '以线上和邮件为主，控制投入；情况有变化时再评估。',
              'zh-TW': '以線上和郵件為主，控制投入；情況有變化時再評估。',
            },
          },
        },
      ],
      method: {
        kind: 'bands',
        by: ['growthPotential'],
        bands: [
          { top: 0.2, from: 0.0001, outcome: 'high-potential' },
          { top: 0.5, from: 0.0001, outcome: 'medium-potential' },
          { outcome: 'low-potential' },
        ],
        levels: { high: 'high-potential', medium: 'medium-potential', low: 'low-potential', none: 'low-potential' },
        answers: { yes: 'high-potential', no: 'low-potential' },
      },
    },
    {
      id: 'service',
      titles: { en: 'Service', 'zh-CN': '服务级别', 'zh-TW': '服務級別' },
      labels: [
        {
          id: 'important-service',
          titles: { en: 'important', 'zh-CN': '重要', 'zh-TW': '重要' },
          colour: COLOURS[0],
          playbook: {
            everyDays: 14,
            longestDays: 30,
            contactMinutes: 60,
            methods: ['visit', 'phone', 'problem-solving', 'chat'],
            complaintHours: 4,
            policy: {
              en: 'Tailored service and priority handling by one person who knows it, with response times that are kept.',
              'zh-CN': '由熟悉它的专人提供定制服务，优先处理，兑现响应时限。',
              'zh-TW': '由熟悉它的專人提供客製服務，優先處理，遵守回應時限。',
            },
          },
        },
        {
          id: 'general-service',
          titles: { en: 'general', 'zh-CN': '一般', 'zh-TW': '一般' },
          colour: COLOURS[2],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 30,
            methods: ['phone', 'chat', 'email', 'course'],
            complaintHours: 8,
            policy: {
              en: 'The service team looks after it: professional advice, training, and value-added services on request.',
              'zh-CN': '由服务团队负责：提供专业建议和培训，按需提供增值服务。',
              'zh-TW': '由服務團隊負責：提供專業建議和培訓，依需求提供加值服務。',
            },
          },
        },
        {
          id: 'ordinary-service',
          titles: { en: 'ordinary', 'zh-CN': '普通', 'zh-TW': '普通' },
          colour: COLOURS[3],
          playbook: {
            everyDays: 90,
            longestDays: 180,
            contactMinutes: 20,
            methods: ['online-service', 'email', 'sms'],
            complaintHours: 16,
            policy: {
              en: 'Standard service: help online, basic after-sales service, and a survey now and then.',
              'zh-CN': '标准服务：线上帮助、基本售后，偶尔做一次调查。',
              'zh-TW': '標準服務：線上協助、基本售後，偶爾做一次調查。',
            },
          },
        },
      ],
      method: {
        kind: 'bands',
        by: ['serviceDemand'],
        bands: [
          { top: 0.2, from: 1, outcome: 'important-service' },
          { top: 0.5, from: 1, outcome: 'general-service' },
          { outcome: 'ordinary-service' },
        ],
        labels: {
          ...wordsFor(
            'important-service',
            '重要|重点|重要服务|很重要|非常重要|高|很高|较高|多|很多|大|很大|高级|贵宾|专属|vip|important|very important|key|high|very high|large|much|many|premium|dedicated|strong',
          ),
          ...wordsFor(
            'general-service',
            '一般|一般服务|中|中等|中级|适中|general|medium|mid|moderate|average|normal|some',
          ),
          ...wordsFor(
            'ordinary-service',
            '普通|普通服务|低|很低|较低|少|很少|小|标准|标准服务|基本|基础|没有|ordinary|low|very low|little|few|small|minor|standard|basic',
          ),
        },
      },
    },
  ],
};
