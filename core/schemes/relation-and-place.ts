import type { Labelled, Playbook, SegmentScheme } from '../grading/scheme.ts';
import { AREA_PLAYBOOKS } from './area-playbooks.ts';
import { COLOURS } from './customer-playbooks.ts';
import { INDUSTRY_PLAYBOOKS } from './industry-playbooks.ts';
import { INDUSTRY_WORDS } from './industry-words.ts';
import { AREA_WORDS, CHINA_WORDS, ENGLISH_AT_HOME } from './place-words.ts';
import { wordsByOutcome, wordsFor } from './words-for.ts';

const TIES: Readonly<Record<'core' | 'important' | 'general', Playbook>> = {
  core: {
    everyDays: 7,
    longestDays: 14,
    contactMinutes: 90,
    methods: ['visit', 'phone', 'problem-solving', 'introduce-partner', 'company-news', 'event'],
    complaintHours: 4,
    policy: {
      en: 'Plan together: meet regularly at all levels, share plans and news early, and treat what hinders its business as ours.',
      'zh-CN': '共同规划：各层级定期会面，尽早共享计划和动态，把它的业务难题当作自己的问题。',
      'zh-TW': '共同規劃：各層級定期會面，儘早分享計畫和動態，把它的業務難題當作自己的問題。',
    },
  },
  important: {
    everyDays: 14,
    longestDays: 30,
    contactMinutes: 60,
    methods: ['phone', 'visit', 'event', 'article', 'industry-signings'],
    complaintHours: 8,
    policy: {
      en: 'Tie it closer: professional advice on what our businesses share, joint events, and news of its industry.',
      'zh-CN': '加深合作：就双方相关的业务提供专业建议，共办活动，分享行业动态。',
      'zh-TW': '加深合作：就雙方相關的業務提供專業建議，合辦活動，分享產業動態。',
    },
  },
  general: {
    everyDays: 60,
    longestDays: 120,
    contactMinutes: 20,
    methods: ['email', 'online-service', 'market-information', 'phone'],
    complaintHours: 16,
    policy: {
      en: 'Standard service, by e-mail and online; look out for what our businesses may have in common.',
      'zh-CN': '以邮件和线上方式提供标准服务，留意双方业务的结合点。',
      'zh-TW': '以郵件和線上方式提供標準服務，留意雙方業務的結合點。',
    },
  },
};

const PLACES: Readonly<Record<'local' | 'other-region' | 'overseas', Playbook>> = {
  local: {
    methods: ['visit', 'phone', 'event', 'gift'],
    policy: {
      en: 'Visit it: a short way makes a talk in person, an invitation and help on site cheap.',
      'zh-CN': '多上门拜访：距离近，面谈、邀约和现场支持的成本都低。',
      'zh-TW': '多登門拜訪：距離近，面談、邀約和現場支援的成本都低。',
    },
  },
  'other-region': {
    methods: ['phone', 'chat', 'email', 'visit', 'online-service'],
    policy: {
      en: 'Telephone and video between visits, several customers of a region to one journey, and partners on the spot where there are some.',
      'zh-CN': '平时用电话和视频，一次出差走访同地区多家客户，有条件时借助当地合作伙伴。',
      'zh-TW': '平時用電話和視訊，一次出差走訪同地區多家客戶，有條件時借助當地合作夥伴。',
    },
  },
  overseas: {
    methods: ['email', 'chat', 'online-service', 'introduce-partner', 'event'],
    policy: {
      en: 'Mind time zone, language and holidays; write what was agreed, and work with a partner in the country for service.',
      'zh-CN': '注意时差、语言和节假日；约定事项落实到书面，借助当地伙伴提供服务。',
      'zh-TW': '注意時差、語言和節假日；約定事項落實為書面，借助當地夥伴提供服務。',
    },
  },
};

const AREA_TITLES: Readonly<Record<keyof typeof AREA_WORDS, Labelled['titles']>> = {
  'north-china': { en: 'North China', 'zh-CN': '华北', 'zh-TW': '華北' },
  'northeast-china': { en: 'Northeast China', 'zh-CN': '东北', 'zh-TW': '東北' },
  'east-china': { en: 'East China', 'zh-CN': '华东', 'zh-TW': '華東' },
  'central-china': { en: 'Central China', 'zh-CN': '华中', 'zh-TW': '華中' },
  'south-china': { en: 'South China', 'zh-CN': '华南', 'zh-TW': '華南' },
  'southwest-china': { en: 'Southwest China', 'zh-CN': '西南', 'zh-TW': '西南' },
  'northwest-china': { en: 'Northwest China', 'zh-CN': '西北', 'zh-TW': '西北' },
  'hong-kong-macau': { en: 'Hong Kong and Macau', 'zh-CN': '港澳', 'zh-TW': '港澳' },
  taiwan: { en: 'Taiwan', 'zh-CN': '台湾', 'zh-TW': '台灣' },
  'rest-of-asia': { en: 'rest of Asia', 'zh-CN': '亚洲其他地区', 'zh-TW': '亞洲其他地區' },
  'middle-east': { en: 'Middle East', 'zh-CN': '中东', 'zh-TW': '中東' },
  europe: { en: 'Europe', 'zh-CN': '欧洲', 'zh-TW': '歐洲' },
  'north-america': { en: 'North America', 'zh-CN': '北美', 'zh-TW': '北美' },
  'latin-america': { en: 'Latin America', 'zh-CN': '拉丁美洲', 'zh-TW': '拉丁美洲' },
  africa: { en: 'Africa', 'zh-CN': '非洲', 'zh-TW': '非洲' },
  oceania: { en: 'Oceania', 'zh-CN': '大洋洲', 'zh-TW': '大洋洲' },
};

const INDUSTRY_TITLES: Readonly<Record<keyof typeof INDUSTRY_WORDS, Labelled['titles']>> = {
  manufacturing: { en: 'manufacturing', 'zh-CN': '制造', 'zh-TW': '製造' },
  trade: { en: 'trade and retail', 'zh-CN': '商贸零售', 'zh-TW': '批發零售' },
  technology: { en: 'technology', 'zh-CN': '信息技术', 'zh-TW': '資訊科技' },
  finance: { en: 'finance', 'zh-CN': '金融', 'zh-TW': '金融' },
  construction: { en: 'construction and real estate', 'zh-CN': '建筑地产', 'zh-TW': '營建與不動產' },
  transport: { en: 'transport and logistics', 'zh-CN': '交通物流', 'zh-TW': '運輸物流' },
  energy: { en: 'energy and environment', 'zh-CN': '能源环保', 'zh-TW': '能源環保' },
  health: { en: 'health', 'zh-CN': '医药健康', 'zh-TW': '醫藥健康' },
  education: { en: 'education', 'zh-CN': '教育科研', 'zh-TW': '教育科研' },
  hospitality: { en: 'food, hotels and travel', 'zh-CN': '餐饮旅游', 'zh-TW': '餐旅' },
  agriculture: { en: 'agriculture', 'zh-CN': '农林牧渔', 'zh-TW': '農林漁牧' },
  public: { en: 'government and non-profit', 'zh-CN': '政府与公共机构', 'zh-TW': '政府與公共機構' },
  services: { en: 'business services', 'zh-CN': '商务与文化服务', 'zh-TW': '商業與文化服務' },
};

/** The seven parts of China and what lies about them: at home or not, which the name alone does not tell. */
const CHINA = [
  AREA_WORDS['north-china'],
  AREA_WORDS['northeast-china'],
  AREA_WORDS['east-china'],
  AREA_WORDS['central-china'],
  AREA_WORDS['south-china'],
  AREA_WORDS['southwest-china'],
  AREA_WORDS['northwest-china'],
  CHINA_WORDS,
].join('|');

const ABROAD = [
  AREA_WORDS['rest-of-asia'],
  AREA_WORDS['middle-east'],
  AREA_WORDS.europe,
  AREA_WORDS['north-america'],
  AREA_WORDS['latin-america'],
  AREA_WORDS.africa,
  AREA_WORDS.oceania,
].join('|');

/**
 * S18, core, important and general customers by how closely their business is tied to ours; local, other region and
 * overseas; and groups by industry and by area.
 *
 * Where a customer is seen from here only a word such as 本地, 异地 or overseas tells. The name of a place does so once the
 * business is known to be elsewhere: a table that names a country in a language that is not that country's is taken to
 * come from elsewhere (default), and all other names leave the place open. To sort these, make the document your own: call
 * your own city `here` in `placeNamed`, and add `china`, `taiwan`, … to the rule for other regions. Bounds of the relation
 * in numbers (70 % and 30 %) are ours (default).
 */
export const relationAndPlace: SegmentScheme = {
  id: 'relation-and-place',
  version: 1,
  titles: { en: 'Business relation and place', 'zh-CN': '业务关联与地域细分', 'zh-TW': '業務關聯與地區細分' },
  criteria: [
    {
      id: 'businessRelation',
      type: 'percent',
      titles: { en: 'Business relation', 'zh-CN': '业务关联度', 'zh-TW': '業務關聯度' },
      hint: {
        en: 'How closely its business is tied to ours: core, important or general, or the share of its business that depends on it.',
        'zh-CN': '客户业务与我们业务的关联程度：填核心、重要、一般，或相关业务所占比例。',
        'zh-TW': '客戶業務與我們業務的關聯程度：填核心、重要、一般，或相關業務所占比例。',
      },
    },
    {
      id: 'region',
      type: 'text',
      titles: { en: 'Region', 'zh-CN': '地区', 'zh-TW': '地區' },
      hint: {
        en: 'A city, a province or a country; local, other region or overseas where only that matters.',
        'zh-CN': '填城市、省份或国家；只需区分远近时填本地、异地或海外。',
        'zh-TW': '填城市、縣市或國家；只需區分遠近時填本地、外地或海外。',
      },
    },
    { id: 'industry', type: 'text', titles: { en: 'Industry', 'zh-CN': '行业', 'zh-TW': '產業' } },
  ],
  derived: [
    {
      id: 'placeNamed',
      titles: { en: 'Place as written', 'zh-CN': '所填地点', 'zh-TW': '所填地點' },
      labels: [
        { id: 'here', titles: { en: 'here', 'zh-CN': '本地', 'zh-TW': '本地' } },
        {
          id: 'elsewhere',
          titles: { en: 'elsewhere in the country', 'zh-CN': '国内其他地区', 'zh-TW': '國內其他地區' },
        },
        { id: 'abroad', titles: { en: 'abroad', 'zh-CN': '国外', 'zh-TW': '國外' } },
        { id: 'china', titles: { en: 'China', 'zh-CN': '中国大陆', 'zh-TW': '中國大陸' } },
        { id: 'hong-kong-macau', titles: AREA_TITLES['hong-kong-macau'] },
        { id: 'taiwan', titles: AREA_TITLES.taiwan },
        { id: 'perhaps-abroad', titles: { en: 'perhaps abroad', 'zh-CN': '可能在国外', 'zh-TW': '可能在國外' } },
      ],
      method: {
        kind: 'bands',
        by: ['region'],
        labels: {
          ...wordsFor('china', CHINA),
          ...wordsFor('hong-kong-macau', AREA_WORDS['hong-kong-macau']),
          ...wordsFor('taiwan', AREA_WORDS.taiwan),
          ...wordsFor('abroad', ABROAD),
          ...wordsFor('perhaps-abroad', ENGLISH_AT_HOME),
          ...wordsFor(
            'here',
            '本地|本地区|本市|本省|本县|本区|同城|市内|当地|本埠|省内|local|locally|same city|same region|in town|home region|nearby',
          ),
          ...wordsFor(
            'elsewhere',
            '异地|外地|外省|外市|外县|外埠|省外|市外|外县市|其他地区|其他省份|其他省市|国内其他|国内其他地区|other region|other regions|another region|out of town|out of region|out of state|elsewhere in the country|rest of country',
          ),
          ...wordsFor(
            'abroad',
            '海外|海外地区|国外|境外|外国|国际|出口|overseas|abroad|foreign|foreign country|international|export|offshore',
          ),
        },
      },
    },
  ],
  segments: [
    {
      id: 'business-relation',
      titles: { en: 'Business relation', 'zh-CN': '业务关联', 'zh-TW': '業務關聯' },
      labels: [
        {
          id: 'core',
          titles: { en: 'core', 'zh-CN': '核心', 'zh-TW': '核心' },
          colour: COLOURS[0],
          playbook: TIES.core,
        },
        {
          id: 'important',
          titles: { en: 'important', 'zh-CN': '重要', 'zh-TW': '重要' },
          colour: COLOURS[1],
          playbook: TIES.important,
        },
        {
          id: 'general',
          titles: { en: 'general', 'zh-CN': '一般', 'zh-TW': '一般' },
          colour: COLOURS[3],
          playbook: TIES.general,
        },
      ],
      method: {
        kind: 'bands',
        by: ['businessRelation'],
        bands: [{ from: 0.7, outcome: 'core' }, { from: 0.3, outcome: 'important' }, { outcome: 'general' }],
        labels: {
          ...wordsFor(
            'core',
            '核心|核心客户|核心业务|高|很高|紧密|非常紧密|很紧密|密切|强|很强|core|core business|very close|close|high|very high|strong',
          ),
          ...wordsFor(
            'important',
            '重要|重要客户|重要业务|中|中等|较高|较紧密|比较紧密|较强|important|significant|medium|moderate|fairly close|fairly high',
          ),
          ...wordsFor(
            'general',
            '一般|一般客户|一般业务|普通|低|较低|很低|松散|不紧密|弱|较弱|general|ordinary|average|low|very low|loose|weak|little',
          ),
        },
      },
    },
    {
      id: 'place',
      titles: { en: 'Place', 'zh-CN': '地域', 'zh-TW': '地域' },
      labels: [
        { id: 'local', titles: { en: 'local', 'zh-CN': '本地', 'zh-TW': '本地' }, playbook: PLACES.local },
        {
          id: 'other-region',
          titles: { en: 'other region', 'zh-CN': '异地', 'zh-TW': '外地' },
          playbook: PLACES['other-region'],
        },
        { id: 'overseas', titles: { en: 'overseas', 'zh-CN': '海外', 'zh-TW': '海外' }, playbook: PLACES.overseas },
      ],
      method: {
        kind: 'decision-table',
        hitPolicy: 'unique',
        rules: [
          { when: { placeNamed: { is: ['here'] } }, outcome: 'local' },
          { when: { placeNamed: { is: ['elsewhere'] } }, outcome: 'other-region' },
          { when: { placeNamed: { is: ['abroad'] } }, outcome: 'overseas' },
        ],
      },
    },
    {
      id: 'industry-group',
      titles: { en: 'Industry group', 'zh-CN': '行业大类', 'zh-TW': '產業大類' },
      labels: Object.entries(INDUSTRY_TITLES).map(([id, titles]) => ({
        id,
        titles,
        playbook: INDUSTRY_PLAYBOOKS[id as keyof typeof INDUSTRY_PLAYBOOKS],
      })),
      method: {
        kind: 'bands',
        by: ['industry'],
        labels: wordsByOutcome(INDUSTRY_WORDS),
      },
    },
    {
      id: 'area',
      titles: { en: 'Area', 'zh-CN': '大区', 'zh-TW': '大區' },
      labels: Object.entries(AREA_TITLES).map(([id, titles]) => ({
        id,
        titles,
        playbook: AREA_PLAYBOOKS[id as keyof typeof AREA_PLAYBOOKS],
      })),
      method: {
        kind: 'bands',
        by: ['region'],
        labels: wordsByOutcome(AREA_WORDS),
      },
    },
  ],
};
