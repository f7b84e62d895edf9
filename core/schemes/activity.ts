import type { SegmentScheme } from '../grading/scheme.ts';
import { LAST_PURCHASE, ORDERS, TRANSACTION_FREQUENCY } from './common-criteria.ts';
import { LEVELS, sizeBands } from './common-points.ts';
import { COLOURS } from './customer-playbooks.ts';

/**
 * S17, active, latent (uses little of what it could) and dormant customers (no transaction for long) by how often they
 * deal with us, when they last did and over how many channels. Dormant: nothing for 6 months, as in the lifecycle, or no
 * transaction on record; these bounds, the weights and the cut-off between active and latent are ours (default). A purchase of late that
 * a count of 0 denies is a case for review.
 */
export const activity: SegmentScheme = {
  id: 'activity',
  version: 1,
  titles: { en: 'Activity', 'zh-CN': '活跃度细分', 'zh-TW': '活躍度細分' },
  criteria: [
    TRANSACTION_FREQUENCY,
    ORDERS,
    LAST_PURCHASE,
    {
      id: 'channelCount',
      type: 'count',
      titles: { en: 'Number of channels', 'zh-CN': '渠道数量', 'zh-TW': '通路數量' },
      hint: {
        en: 'Over how many of our channels it has bought or asked: branch, web, telephone, app, …',
        'zh-CN': '它通过我们几种渠道购买或咨询：门店、网站、电话、App 等。',
        'zh-TW': '它透過我們幾種通路購買或諮詢：門市、網站、電話、App 等。',
      },
    },
  ],
  derived: [
    {
      id: 'recency',
      titles: { en: 'Time since the last purchase', 'zh-CN': '距最近购买', 'zh-TW': '距最近購買' },
      labels: [
        { id: 'recent', titles: { en: 'short', 'zh-CN': '近期', 'zh-TW': '近期' } },
        { id: 'some-time', titles: { en: 'some time', 'zh-CN': '有一段时间', 'zh-TW': '有一段時間' } },
        { id: 'long', titles: { en: 'long', 'zh-CN': '很久', 'zh-TW': '很久' } },
        { id: 'unknown', titles: { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' } },
      ],
      method: {
        kind: 'bands',
        by: ['lastPurchase'],
        bands: [{ upTo: 3, outcome: 'recent' }, { upTo: 6, outcome: 'some-time' }, { outcome: 'long' }],
        missing: 'unknown',
      },
    },
    {
      id: 'transactions',
      titles: { en: 'Transactions', 'zh-CN': '交易情况', 'zh-TW': '交易情況' },
      labels: [
        { id: 'some', titles: { en: 'some', 'zh-CN': '有', 'zh-TW': '有' } },
        { id: 'never', titles: { en: 'none', 'zh-CN': '无', 'zh-TW': '無' } },
        { id: 'unknown', titles: { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' } },
      ],
      method: {
        kind: 'bands',
        by: ['transactionFrequency', 'orders'],
        bands: [{ from: 0.001, outcome: 'some' }, { outcome: 'never' }],
        levels: { high: 'some', medium: 'some', low: 'some', none: 'never' },
        missing: 'unknown',
      },
    },
    {
      id: 'use',
      titles: { en: 'Use of what it could have', 'zh-CN': '使用程度', 'zh-TW': '使用程度' },
      labels: [
        { id: 'much', titles: { en: 'much', 'zh-CN': '充分', 'zh-TW': '充分' } },
        { id: 'little', titles: { en: 'little', 'zh-CN': '很少', 'zh-TW': '很少' } },
      ],
      method: {
        kind: 'scorecard',
        criteria: [
          { criterion: 'transactionFrequency', weight: 50, bands: sizeBands(0.001), levels: LEVELS },
          {
            criterion: 'orders',
            weight: 50,
            bands: sizeBands(1),
            levels: LEVELS,
            insteadOf: ['transactionFrequency'],
          },
          {
            criterion: 'lastPurchase',
            weight: 30,
            bands: [{ upTo: 1, points: 100 }, { upTo: 3, points: 80 }, { upTo: 6, points: 40 }, { points: 0 }],
          },
          {
            criterion: 'channelCount',
            weight: 20,
            bands: [{ from: 3, points: 100 }, { from: 2, points: 70 }, { from: 1, points: 30 }, { points: 0 }],
            levels: LEVELS,
          },
        ],
        cutOffs: [{ outcome: 'much', from: 55 }],
      },
    },
  ],
  segments: [
    {
      id: 'activity',
      titles: { en: 'Activity', 'zh-CN': '活跃度', 'zh-TW': '活躍度' },
      labels: [
        {
          id: 'active',
          titles: { en: 'active', 'zh-CN': '活跃', 'zh-TW': '活躍' },
          colour: COLOURS[0],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 30,
            methods: ['phone', 'visit', 'special-offer', 'event', 'customer-news', 'online-service'],
            policy: {
              en: 'Keep it so: serve it promptly over the channels that it likes, and show it what else fits what it buys.',
              'zh-CN': '保持活跃：通过它习惯的渠道及时服务，推荐与已购产品相配的其他产品。',
              'zh-TW': '保持活躍：透過它習慣的通路及時服務，推薦與已購產品相配的其他產品。',
            },
          },
        },
        {
          id: 'latent',
          titles: { en: 'latent', 'zh-CN': '潜在', 'zh-TW': '潛在' },
          colour: COLOURS[2],
          playbook: {
            everyDays: 45,
            longestDays: 90,
            contactMinutes: 30,
            methods: ['course', 'phone', 'article', 'special-offer', 'email', 'online-service'],
            policy: {
              en: 'Show it what it could use: free trials, free advice and education, and the channels that it does not know yet.',
              'zh-CN': '让它用起来：提供免费试用、免费咨询和知识讲座，介绍它还没用过的渠道。',
              'zh-TW': '讓它用起來：提供免費試用、免費諮詢和知識講座，介紹它還沒用過的通路。',
            },
          },
        },
        {
          id: 'dormant',
          titles: { en: 'dormant', 'zh-CN': '沉睡', 'zh-TW': '沉睡' },
          colour: COLOURS[3],
          playbook: {
            everyDays: 90,
            longestDays: 180,
            contactMinutes: 20,
            methods: ['phone', 'special-offer', 'email', 'sms', 'launch', 'direct-mail'],
            policy: {
              en: 'Wake it up: ask what has changed, tell what is new, and make an offer that ends soon.',
              'zh-CN': '唤醒：了解情况有何变化，介绍新产品，提供限时优惠。',
              'zh-TW': '喚醒：了解情況有何變化，介紹新產品，提供限時優惠。',
            },
          },
        },
      ],
      method: {
        kind: 'decision-table',
        hitPolicy: 'first',
        rules: [
          { when: { recency: { is: ['long'] } }, outcome: 'dormant' },
          {
            when: { transactions: { is: ['never'] }, recency: { is: ['some-time', 'unknown'] } },
            outcome: 'dormant',
          },
          { when: { transactions: { is: ['some', 'unknown'] }, use: { is: ['much'] } }, outcome: 'active' },
          { when: { transactions: { is: ['some', 'unknown'] }, use: { is: ['little'] } }, outcome: 'latent' },
        ],
      },
    },
  ],
};
