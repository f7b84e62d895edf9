import type { Labelled } from '../grading/scheme.ts';
import { COLOURS } from './customer-playbooks.ts';

type Labels = Labelled['labels'];

/** Stages in a customer's life with us and what to do in each. */
export const LIFECYCLE_LABELS: Labels = [
  {
    id: 'prospect',
    titles: { en: 'Prospect', 'zh-CN': '潜在客户', 'zh-TW': '潛在客戶' },
    playbook: {
      methods: ['phone', 'visit', 'article', 'event', 'recommendation'],
      policy: {
        en: 'Win the first deal: find out the need, show what fits it, and make the first step small with a trial or advice.',
        'zh-CN': '争取首单：了解需求，给出合适的方案，用试用或免费咨询降低第一步的门槛。',
        'zh-TW': '爭取首單：了解需求，提出合適的方案，用試用或免費諮詢降低第一步的門檻。',
      },
    },
  },
  {
    id: 'new',
    titles: { en: 'New', 'zh-CN': '新客户', 'zh-TW': '新客戶' },
    colour: COLOURS[1],
    playbook: {
      methods: ['phone', 'course', 'online-service', 'problem-solving'],
      policy: {
        en: 'Make the first purchase a success: call soon after it, help with the start, and agree on the second one.',
        'zh-CN': '让首次购买成功：购买后尽快回访，协助上手，并约定第二次购买。',
        'zh-TW': '讓首次購買成功：購買後盡快回訪，協助上手，並約定第二次購買。',
      },
    },
  },
  {
    id: 'existing',
    titles: { en: 'Existing', 'zh-CN': '现有客户', 'zh-TW': '現有客戶' },
    colour: COLOURS[0],
    playbook: {
      methods: ['phone', 'visit', 'customer-news', 'special-offer'],
      policy: {
        en: 'Keep in touch, ask what comes next, and give a reason to buy again.',
        'zh-CN': '保持联系，了解后续需求，给出再次购买的理由。',
        'zh-TW': '保持聯絡，了解後續需求，提供再次購買的理由。',
      },
    },
  },
  {
    id: 'repeat',
    titles: { en: 'Repeat', 'zh-CN': '重复购买', 'zh-TW': '重複購買' },
    colour: COLOURS[0],
    playbook: {
      methods: ['visit', 'phone', 'referral-reward', 'launch', 'gift'],
      policy: {
        en: 'Consolidate and grow: offer what goes with its purchases, thank it for staying, and ask for referrals.',
        'zh-CN': '巩固并扩大：推荐配套产品，答谢长期支持，请其转介绍。',
        'zh-TW': '鞏固並擴大：推薦配套產品，感謝長期支持，請其轉介紹。',
      },
    },
  },
  {
    id: 'dormant',
    titles: { en: 'Dormant', 'zh-CN': '沉睡', 'zh-TW': '沉睡' },
    colour: COLOURS[2],
    playbook: {
      methods: ['phone', 'special-offer', 'launch', 'email'],
      policy: {
        en: 'Wake it up: call and ask why it has stopped buying, tell it what is new, and make an offer for coming back.',
        'zh-CN': '唤醒：致电了解停购原因，介绍新品，提供回归优惠。',
        'zh-TW': '喚醒：致電了解停購原因，介紹新品，提供回歸優惠。',
      },
    },
  },
  {
    id: 'lost',
    titles: { en: 'Lost', 'zh-CN': '流失', 'zh-TW': '流失' },
    colour: COLOURS[3],
    playbook: {
      methods: ['phone', 'visit', 'special-offer', 'direct-mail'],
      policy: {
        en: 'Win it back or let it go: one serious attempt for those who bought much, with the cause mended; the others only get the mailings.',
        'zh-CN': '挽回或放弃：对曾经的大客户认真挽回一次，先解决流失原因；其余只保留群发信息。',
        'zh-TW': '挽回或放棄：對曾經的大客戶認真挽回一次，先解決流失原因；其餘僅保留群發訊息。',
      },
    },
  },
];

/** What recency and worth together say of a customer, best first. */
export const RFM_LABELS: Labels = [
  label('champion', 'Champion', '明星客户', '明星客戶', COLOURS[0], {
    en: 'Bought lately, often and most. Keep it close: new things first, thanks, and a request for referrals.',
    'zh-CN': '近期购买、频率高、金额大。重点维系：新品优先、答谢，并请其推荐。',
    'zh-TW': '近期購買、頻率高、金額大。重點維繫：新品優先、答謝，並請其推薦。',
  }),
  label('loyal', 'Loyal', '忠诚客户', '忠誠客戶', COLOURS[0], {
    en: 'Buys steadily and well. Offer what goes with its purchases and better terms for more.',
    'zh-CN': '购买稳定、金额可观。推荐配套产品，量大从优。',
    'zh-TW': '購買穩定、金額可觀。推薦配套產品，量大從優。',
  }),
  label('potential-loyalist', 'Potential loyalist', '忠诚潜力', '忠誠潛力', COLOURS[1], {
    en: 'Bought lately, and more than once or well. Bind it: a framework agreement, training, a second contact person.',
    'zh-CN': '近期购买，且不止一次或金额不小。加深绑定：框架协议、培训、第二联系人。',
    'zh-TW': '近期購買，且不只一次或金額不小。加深綁定：框架協議、培訓、第二聯絡人。',
  }),
  label('new-buyer', 'New', '新近客户', '新近客戶', COLOURS[1], {
    en: 'Bought very lately, but little so far. Help it with the start and agree on the next purchase.',
    'zh-CN': '刚刚购买，目前金额不大。协助上手，约定下次购买。',
    'zh-TW': '剛剛購買，目前金額不大。協助上手，約定下次購買。',
  }),
  label('promising', 'Promising', '前景客户', '前景客戶', COLOURS[1], {
    en: 'Bought not long ago, and little. Show it more of the range, with a small offer.',
    'zh-CN': '不久前购买，金额较小。介绍更多产品，给些小优惠。',
    'zh-TW': '不久前購買，金額較小。介紹更多產品，給些小優惠。',
  }),
  label('needs-attention', 'Needs attention', '需要关注', '需要關注', COLOURS[2], {
    en: 'In the middle in everything, and slipping. Call before it is missed, with an offer that ends soon.',
    'zh-CN': '各项居中，有下滑迹象。趁早致电，给出限时优惠。',
    'zh-TW': '各項居中，有下滑跡象。趁早致電，提供限時優惠。',
  }),
  label('about-to-sleep', 'About to sleep', '即将沉睡', '即將沉睡', COLOURS[2], {
    en: 'Buys little and has not for a while. Remind it: what is popular, what has become better.',
    'zh-CN': '金额不大，已有一阵未购买。提醒热销产品和改进之处。',
    'zh-TW': '金額不大，已有一陣子未購買。提醒熱銷產品和改進之處。',
  }),
  label('at-risk', 'At risk', '流失风险', '流失風險', COLOURS[2], {
    en: 'Bought well, but long ago. Ask in person what went wrong, mend it, and renew the offer.',
    'zh-CN': '曾经买得不少，但已很久没买。当面了解问题，解决后重新报价。',
    'zh-TW': '曾經買得不少，但已很久沒買。當面了解問題，解決後重新報價。',
  }),
  label('cannot-lose', 'Cannot lose', '务必挽留', '務必挽留', COLOURS[2], {
    en: 'Was among the best and has gone quiet. Visit it, with somebody who may decide.',
    'zh-CN': '曾是最好的客户之一，现已沉寂。带上能拍板的人登门拜访。',
    'zh-TW': '曾是最好的客戶之一，現已沉寂。帶上能做決定的人登門拜訪。',
  }),
  label('hibernating', 'Hibernating', '休眠', '休眠', COLOURS[3], {
    en: 'Bought little, long ago. Mailings and offers, no visits.',
    'zh-CN': '很久以前买过，金额不大。以邮件和促销为主，不上门。',
    'zh-TW': '很久以前買過，金額不大。以郵件和促銷為主，不登門。',
  }),
  label('lost', 'Lost', '已流失', '已流失', COLOURS[3], {
    en: 'Bought least, longest ago. Try once to win it back, else let it go.',
    'zh-CN': '购买最少、间隔最久。尝试挽回一次，不成则放弃。',
    'zh-TW': '購買最少、間隔最久。嘗試挽回一次，不成則放棄。',
  }),
];

/** How long the relation has lasted. */
export const COOPERATION_LABELS: Labels = [
  label('long-term', 'Long-term', '长期合作', '長期合作', COLOURS[0], {
    en: 'Protect what has grown: a steady contact person, early word of changes, and thanks at anniversaries.',
    'zh-CN': '维护长期关系：固定对接人，变动提前告知，周年答谢。',
    'zh-TW': '維護長期關係：固定對接窗口，異動提前告知，週年答謝。',
  }),
  label('short-term', 'Short-term', '短期合作', '短期合作', COLOURS[1], {
    en: 'Build the relation: get to know the people, look for the next project, and agree on terms that last.',
    'zh-CN': '建立关系：认识关键人员，寻找下一个项目，商定长期条款。',
    'zh-TW': '建立關係：認識關鍵人員，尋找下一個專案，商定長期條款。',
  }),
];

function label(
  id: string,
  en: string,
  simplified: string,
  traditional: string,
  colour: string,
  policy: { readonly en: string; readonly 'zh-CN': string; readonly 'zh-TW': string },
): Labels[number] {
  return { id, titles: { en, 'zh-CN': simplified, 'zh-TW': traditional }, colour, playbook: { policy } };
}
