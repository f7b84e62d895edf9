import { foldScript } from '../table/fold-script.ts';
import type { Criterion } from './scheme.ts';
import type { PersonalAttribute, SchemeNote } from './scheme-problem.ts';

/**
 * Criteria that go by what a person is: age, sex, origin, faith, health, marital status. They are
 * found by the words of their id, titles and headings: whole words in English, so that neither a page nor an average has
 * an age; and not where the word is said of a thing (account age, financial health, 财务健康).
 */
export function personalCriteria(criteria: readonly Criterion[]): SchemeNote[] {
  return criteria.flatMap(({ id, titles, headings }, index): SchemeNote[] => {
    const names = [id, ...Object.values(titles), ...(headings ?? [])].filter((name) => name !== undefined);
    const found = new Set(names.map(attributeIn).filter((attribute) => attribute !== undefined));
    return [...found].map((detail) => ({ path: `criteria[${index}]`, code: 'personal-attribute', detail }));
  });
}

function attributeIn(name: string): PersonalAttribute | undefined {
  const words = wordsOf(name);
  const han = foldScript(name.normalize('NFKC')).replace(OF_THINGS_CHINESE, ' ');
  return ATTRIBUTES.find(({ english, chinese }) => english.test(words) || chinese.test(han))?.attribute;
}

/** The words in lower case with a blank before and after each, camelCase taken apart; without what is said of things. */
function wordsOf(name: string): string {
  const apart = name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
  return ` ${apart} `.replace(OF_THINGS, ' ');
}

const OF_THINGS = new RegExp(
  [
    ' (?:account|company|business|firm|relationship|debt|invoice|receivables?|order|stock|inventory|deal|lead|contract|system|product|asset|fleet|vehicle|equipment|data) ages?(?= )',
    ' age of (?:the )?(?!(?:the )?(?:customer|person|owner|buyer|client|head|founder|contact) )[a-z]+(?= )',
    ' age days(?= )',
    ' (?:account|company|business|financial|credit|relationship|pipeline|deal|customer|client|system) health(?= )',
    ' health (?:scores?|index|check|care|insurance|products?|sector|industry)(?= )',
    ' (?:lead|product|order|goods|sales|contact|traffic|source|channel|shipping) origin(?= )',
    ' origin of (?:the )?(?:leads?|goods|orders?|products?|sales|traffic)(?= )',
    ' good faith(?= )',
    ' sex toys?(?= )',
    ' race (?:cars?|tracks?|teams?|bikes?)(?= )',
  ].join('|'),
  'g',
);

const OF_THINGS_CHINESE =
  /(?:企业|公司|账户|帐户|账款|债务|设备|车辆|系统|产品|关系|合同|订单|库存)年[龄齡]|(?:财务|财務|财政|账户|帐户|经营|信用|客户|业务|关系)健康|健康(?:度|分|指数|评分|险|保险|产业|产品|行业|食品)|[属屬]性[别別]|品牌信仰/gu;

const ATTRIBUTES: readonly {
  readonly attribute: PersonalAttribute;
  readonly english: RegExp;
  readonly chinese: RegExp;
}[] = [
  {
    attribute: 'age',
    english: / (?:age|ages|aged|birthday|birthdays|birthdate|dob|birth (?:date|year|day)|(?:date|year) of birth) /,
    chinese: /年[龄齡]|出生(?:日期|年月|年份)|生日|[岁歲][数數]/u,
  },
  {
    attribute: 'sex',
    english: / (?:sex|gender|genders|male|female|sexual|transgender) /,
    chinese: /性[别別]|男女|性取向/u,
  },
  {
    attribute: 'origin',
    english:
      / (?:nationality|nationalities|citizenship|ethnicity|ethnic|race|racial|origin|origins|birthplace|place of birth|caste|mother tongue|skin colou?r) /,
    chinese: /民族|籍[贯貫]|[国國]籍|[种種]族|出生地|[户戶](?:籍|口)|血[统統]|母语|原籍|肤色/u,
  },
  {
    attribute: 'faith',
    english: / (?:religion|religions|religious|faith|faiths|creed|church) /,
    chinese: /宗教|信仰|教派/u,
  },
  {
    attribute: 'health',
    english:
      / (?:health|illness|illnesses|disease|diseases|disability|disabilities|disabled|handicap|handicapped|medical (?:history|condition|conditions|record|records)|pregnant|pregnancy) /,
    chinese: /健康|疾病|病史|[残殘](?:疾|障)|身心障[碍礙]|身障|[怀懷]孕/u,
  },
  {
    attribute: 'marital-status',
    english: / (?:marital|married|marriage|divorced|spouse|unmarried|widowed) /,
    chinese: /婚姻|婚否|已婚|未婚|[离離]婚|配偶/u,
  },
];
