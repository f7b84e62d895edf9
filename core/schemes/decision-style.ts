import type { SegmentScheme } from '../grading/scheme.ts';
import { COLOURS } from './customer-playbooks.ts';
import { wordsFor } from './words-for.ts';

/**
 * S16, how a customer comes to its decisions: alone, on the recommendation of others, or set against us. The words that
 * people write for each are listed; any other is a case for review, and can be added.
 */
export const decisionStyle: SegmentScheme = {
  id: 'decision-style',
  version: 1,
  titles: { en: 'Decision style', 'zh-CN': '决策方式细分', 'zh-TW': '決策方式細分' },
  criteria: [
    {
      id: 'decisionStyle',
      type: 'text',
      titles: { en: 'Decision style', 'zh-CN': '决策方式', 'zh-TW': '決策方式' },
      hint: {
        en: '“Alone” when it makes up its own mind, “recommendation” when it follows colleagues, friends or advisers, “opposed” when whoever decides is against us.',
        'zh-CN': '自己拿主意填“独立决策”，听取同事、朋友或顾问的意见填“推荐决策”，决策者反对我们填“反对决策”。',
        'zh-TW': '自己拿主意填「獨立決策」，聽取同事、朋友或顧問的意見填「推薦決策」，決策者反對我們填「反對決策」。',
      },
    },
  ],
  segments: [
    {
      id: 'decision-style',
      titles: { en: 'Decision style', 'zh-CN': '决策方式', 'zh-TW': '決策方式' },
      labels: [
        {
          id: 'alone',
          titles: { en: 'decides alone', 'zh-CN': '独立决策', 'zh-TW': '獨立決策' },
          colour: COLOURS[0],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 45,
            methods: ['visit', 'phone', 'article', 'problem-solving', 'market-information'],
            policy: {
              en: 'Individual service: facts, comparisons and an offer made for it alone; leave the decision to it.',
              'zh-CN': '提供个性化服务：给出事实、对比和专属方案，让客户自己做决定。',
              'zh-TW': '提供個人化服務：給出事實、比較和專屬方案，讓客戶自己做決定。',
            },
          },
        },
        {
          id: 'recommendation',
          titles: { en: 'decides on recommendation', 'zh-CN': '推荐决策', 'zh-TW': '推薦決策' },
          colour: COLOURS[1],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 30,
            methods: ['recommendation', 'industry-signings', 'event', 'customer-news', 'referral-reward', 'phone'],
            policy: {
              en: 'Relation and word of mouth: reference customers, introductions, and the people whose advice it trusts.',
              'zh-CN': '靠关系和口碑：介绍标杆客户、安排引荐，争取它信任的人。',
              'zh-TW': '靠關係和口碑：介紹標竿客戶、安排引薦，爭取它信任的人。',
            },
          },
        },
        {
          id: 'opposed',
          titles: { en: 'opposed', 'zh-CN': '反对决策', 'zh-TW': '反對決策' },
          colour: COLOURS[3],
          playbook: {
            everyDays: 60,
            longestDays: 120,
            contactMinutes: 30,
            methods: ['problem-solving', 'phone', 'visit', 'introduce-partner', 'article'],
            policy: {
              en: 'Mend and adjust: listen to what it objects to, put right what is ours to put right, and change the offer or the person.',
              'zh-CN': '修复和调整：听取反对的理由，改正我们的问题，调整方案或更换对接人。',
              'zh-TW': '修復與調整：聽取反對的理由，改正我們的問題，調整方案或更換對接人。',
            },
          },
        },
      ],
      method: {
        kind: 'bands',
        by: ['decisionStyle'],
        labels: {
          ...wordsFor(
            'alone',
            '独立决策|独立|独立型|独立决策型|自主决策|自主|自主型|自行决策|自行决定|自己决定|本人决策|个人决策|老板决策|老板决定|' +
              'alone|decides alone|independent|independently|independent decision|own decision|self|by itself|autonomous|sole decision maker',
          ),
          ...wordsFor(
            'recommendation',
            '推荐决策|推荐|推荐型|推荐决策型|口碑|口碑推荐|他人推荐|朋友推荐|朋友介绍|介绍|转介绍|参考他人|听取意见|听取建议|听从推荐|顾问建议|' +
              'recommendation|recommended|on recommendation|decides on recommendation|by recommendation|referral|referred|word of mouth|advice|advised|influenced',
          ),
          ...wordsFor(
            'opposed',
            '反对决策|反对|反对型|反对决策型|抵触|抵触型|拒绝|排斥|质疑|不支持|不认可|' +
              'opposed|opposes|opponent|opposing|opposition|against|against us|rejects|resistant|resists|sceptical|skeptical|blocker',
          ),
        },
      },
    },
  ],
};
