import type { Playbook } from '../grading/scheme.ts';
import type { AREA_WORDS } from './place-words.ts';

/** An area of the mainland, of which the name does not tell how far it is from here. */
const IN_CHINA: Playbook = {
  methods: ['visit', 'phone', 'event', 'chat'],
  policy: {
    en: 'See several customers of the area on one journey, meet them at its trade shows, and keep up by telephone and chat in between.',
    'zh-CN': '一次出差走访同区域多家客户，借当地展会见面，平时用电话和微信等保持联系。',
    'zh-TW': '一次出差走訪同區域多家客戶，藉當地展覽見面，平時用電話和通訊軟體保持聯絡。',
  },
};

/** What to mind with customers of each area (ours, default); cadence and minutes are those of the customer's tier. */
export const AREA_PLAYBOOKS: Readonly<Record<keyof typeof AREA_WORDS, Playbook>> = {
  'north-china': IN_CHINA,
  'northeast-china': IN_CHINA,
  'east-china': IN_CHINA,
  'central-china': IN_CHINA,
  'south-china': IN_CHINA,
  'southwest-china': IN_CHINA,
  'northwest-china': IN_CHINA,
  'hong-kong-macau': {
    methods: ['phone', 'visit', 'email', 'event'],
    policy: {
      en: 'Write in English or traditional characters, speak Cantonese where you can, and mind local holidays and the local currency.',
      'zh-CN': '书面用英文或繁体中文，能说粤语更好，留意当地假期和币种。',
      'zh-TW': '書面用英文或繁體中文，能說粵語更好，留意當地假期和幣別。',
    },
  },
  taiwan: {
    methods: ['phone', 'visit', 'chat', 'seasonal-card'],
    policy: {
      en: 'Write in traditional characters with Taiwan’s own words, mind its holidays, and answer quickly on LINE and by telephone.',
      'zh-CN': '书面用繁体中文和台湾用语，留意当地假期，电话和 LINE 及时回复。',
      'zh-TW': '書面用正體中文和在地用語，留意當地假期，電話和 LINE 即時回覆。',
    },
  },
  'rest-of-asia': {
    methods: ['visit', 'chat', 'email', 'introduce-partner'],
    policy: {
      en: 'Mind language and holidays of each country, meet in person before the first big deal, and have a partner on the spot.',
      'zh-CN': '留意各国语言和假期，首个大单之前当面见一次，在当地找好合作伙伴。',
      'zh-TW': '留意各國語言和假期，首筆大單之前當面見一次，在當地找好合作夥伴。',
    },
  },
  'middle-east': {
    methods: ['visit', 'phone', 'chat', 'introduce-partner'],
    policy: {
      en: 'Build trust in person first; many work from Sunday to Thursday, and shorter hours in Ramadan.',
      'zh-CN': '先当面建立信任；多数地区周日至周四上班，斋月期间工时缩短。',
      'zh-TW': '先當面建立信任；多數地區週日至週四上班，齋戒月期間工時縮短。',
    },
  },
  europe: {
    methods: ['email', 'phone', 'event', 'visit'],
    policy: {
      en: 'Make appointments early and keep them, ask before sending mailings, and expect little in August and around Christmas.',
      'zh-CN': '提前预约、准时赴约，群发资料先征得同意；8 月和圣诞前后进展较慢。',
      'zh-TW': '提前預約、準時赴約，群發資料先徵得同意；8 月和耶誕節前後進展較慢。',
    },
  },
  'north-america': {
    methods: ['phone', 'email', 'event', 'online-service'],
    policy: {
      en: 'Call in their morning (there are several time zones), come to the point, and follow up in writing on the same day.',
      'zh-CN': '在对方上午致电（注意多个时区），开门见山，当天发书面纪要。',
      'zh-TW': '在對方上午致電（注意多個時區），開門見山，當天發書面紀要。',
    },
  },
  'latin-america': {
    methods: ['chat', 'phone', 'visit', 'introduce-partner'],
    policy: {
      en: 'Speak Spanish or Portuguese or have a partner who does, take time for the person, and agree on currency and terms early.',
      'zh-CN': '用西班牙语或葡萄牙语沟通，或借助会说的伙伴；多花时间建立私交，尽早谈定币种和账期。',
      'zh-TW': '用西班牙語或葡萄牙語溝通，或借助會說的夥伴；多花時間建立交情，儘早談定幣別和帳期。',
    },
  },
  africa: {
    methods: ['chat', 'phone', 'visit', 'introduce-partner'],
    policy: {
      en: 'Reach people on their mobiles, work with a partner on the spot for service, and agree on how payment is made.',
      'zh-CN': '以手机联系为主，服务依靠当地伙伴，提前谈定付款方式。',
      'zh-TW': '以手機聯絡為主，服務仰賴當地夥伴，提前談定付款方式。',
    },
  },
  oceania: {
    methods: ['email', 'phone', 'online-service', 'visit'],
    policy: {
      en: 'Mind that their working day begins early and that December and January are summer holidays; offer help online.',
      'zh-CN': '留意对方上班时间较早，12 月到 1 月是暑假；多用线上支持。',
      'zh-TW': '留意對方上班時間較早，12 月到 1 月是暑假；多用線上支援。',
    },
  },
};
