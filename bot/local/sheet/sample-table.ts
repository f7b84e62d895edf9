import type { Language } from '../../../core/text/language.ts';

/** A table as a team keeps it, as one would type it: a title above the headings, a total below the rows. */
export interface SampleTable {
  readonly sheetName: string;
  /** The headings are the third row. */
  readonly rows: readonly (readonly string[])[];
}

/** Row and column of the headings, 0-based. */
export const SAMPLE_HEADER_ROW = 2;

/**
 * The table with which the page *Sheet* begins: 30 rows as untidy as real ones. Amounts and shares are written in several ways,
 * a customer stands there twice, one has a day that there is none of, one's name looks like a formula.
 */
export function sampleTable(language: Language): SampleTable {
  const words = WORDS[language];
  const rows = FIGURES.map((figures, at) => [words.names[at] ?? '', ...ownerAndRegion(words, at), ...figures]);
  return {
    sheetName: words.sheetName,
    rows: [[words.title], [], words.headings, ...rows, [words.total, '', '', '=SUM(D4:D33)']],
  };
}

interface Words {
  readonly sheetName: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly names: readonly string[];
  readonly owners: readonly string[];
  readonly regions: readonly string[];
  readonly total: string;
}

function ownerAndRegion({ owners, regions }: Words, at: number): readonly [string, string] {
  return [owners[at % owners.length] ?? '', regions[(at * 3) % regions.length] ?? ''];
}

/** Sales, payment collection, order stability, customer since, complaint rate, satisfaction, last contact. */
const FIGURES: readonly (readonly string[])[] = [
  ['862.5', '97%', '91%', '2019-05-16', '0.2%', '4.8', '2026-11-03'],
  ['1,110.9', '0.98', '83%', '2020/4/27', '0.7%', '4.7', '2026-11-17'],
  ['137.9', '100%', '74%', '2020-12-10', '0.04', '4.9', '2026-11-11'],
  ['52.9', '93%', '７８％', '2018-04-06', '3%', '3.9', '2026-09-07'],
  ['410', '88%', '66%', '2021-08-30', '1.5%', '4.1', '2026-10-22'],
  ['28.4', '61%', '35%', '2024-02-14', '9%', '2.2', '2026-06-30'],
  ['640.2', '95%', '88%', '2017-11-02', '0.4%', '4.6', '2026-11-19'],
  ['95', '79%', '52%', '2023-06-01', '4.5%', '3.4', '2026-08-15'],
  ['233.7', '90%', '71%', '2022-01-20', '2.1%', '4.0', '2026-10-05'],
  ['1,480', '99%', '95%', '2015-03-09', '0.1%', '4.9', '2026-11-20'],
  ['17.5', '55%', '28%', '2025-05-05', '11%', '1.9', '2026-05-12'],
  ['305.6', '85%', '69%', '2021-02-30', '1.9%', '4.2', '2026-09-28'],
  ['71.3', '72%', '47%', '2022-10-17', '5%', '3.1', '2026-07-21'],
  ['520', '96%', '80%', '2019-09-12', '0.8%', '4.5', '2026-11-09'],
  ['', '83%', '60%', '2023-03-28', '2.6%', '3.8', '2026-10-14'],
  ['188.8', '91%', '75%', '2020-07-07', '1.2%', '4.3', '2026-10-30'],
  ['862.5', '97%', '91%', '2019-05-16', '0.2%', '4.8', '2026-11-03'],
  ['44', '68%', '40%', '2024-08-19', '6.5%', '2.8', '2026-06-11'],
  ['356', '89%', '77%', '2018-12-03', '1.1%', '4.4', '2026-11-01'],
  ['12.2', 'n/a', '22%', '2025-09-23', '14%', '2.0', ''],
  ['270.5', '86%', '64%', '2021-05-11', '2.3%', '3.9', '2026-09-18'],
  ['905', '98%', '92%', '2016-06-24', '0.3%', '4.7', '2026-11-18'],
  ['63.8', '75%', '49%', '2023-01-09', '4%', '3.3', '2026-08-02'],
  ['148', '87%', '58%', '2022-04-04', '2.9%', '3.7', '2026-09-09'],
  ['(12.5)', '40%', '15%', '2024-11-11', '18%', '1.5', '2026-04-04'],
  ['725.1', '94%', '86%', '2018-02-15', '0.6%', '4.6', '2026-11-12'],
  ['210', '84%', '63%', '2020-10-26', '1.8%', '4.0', '2026-10-08'],
  ['39.9', '66%', '38%', '2024-05-30', '7.2%', '2.6', '2026-07-03'],
  ['480', '92%', '79%', '2019-01-31', '0.9%', '4.4', '2026-11-06'],
  ['118.6', '81%', '55%', '2021-12-13', '3.3%', '3.6', '2026-08-27'],
];

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    sheetName: 'Sample',
    title: 'Key accounts 2026, draft',
    headings: [
      'Customer',
      'Account manager',
      'Region',
      'Sales (k€)',
      'Payment collection',
      'Order stability',
      'Customer since',
      'Complaint rate',
      'Satisfaction',
      'Last contact',
    ],
    names: [
      'Acme Ltd',
      'Müller & Söhne GmbH',
      'Juniper Software House',
      "O'Brien, Sons & Co",
      'Nordwind AB',
      'Kestrel Bearings Ltd',
      'Lakeside Paper Mills',
      'Tulip Garden Centres',
      "'=Equal Partners LLP",
      'Harbour Logistics BV',
      'Quince Bakery',
      'Oxford Instruments Supply',
      'Pine & Partner',
      'Atlas Pumps SA',
      'Violet Textiles',
      'Bergmann Optik GmbH',
      'ACME Ltd.',
      'Sunrise Catering',
      'Falcon Aerostructures',
      'Corner Print Shop',
      'Delta Cooling Systems',
      'Meridian Medical plc',
      'Willow Furniture',
      'Redwood Timber Oy',
      'Zephyr Travel',
      'Granite Construction Ltd',
      'Isar Brauerei AG',
      'Primrose Florists',
      'Stellar Electronics',
      'Baltic Fish Trade',
    ],
    owners: ['Anna Berg', 'Sam Carter', 'A. Berg'],
    regions: ['London', 'Rotterdam', 'München', 'Malmö', ''],
    total: 'Total',
  },
  'zh-CN': {
    sheetName: '示例',
    title: '重点客户台账 2026（草稿）',
    headings: [
      '客户名称',
      '客户经理',
      '地区',
      '年销售额（万元）',
      '回款率',
      '订单稳定度',
      '合作起始',
      '投诉率',
      '满意度',
      '最近联系',
    ],
    names: [
      '西安和信教育咨询有限公司',
      '武汉明达精密机械有限公司',
      '苏州工业园区恒通电子',
      '华东机械有限公司',
      '杭州青禾食品',
      '成都蓝天包装材料厂',
      '上海远航物流有限公司',
      '南京绿地园林',
      "'=等号科技有限公司",
      '深圳前海智造股份有限公司',
      '街角打印店',
      '天津北方仪器',
      '无锡松柏家具',
      '青岛海拓泵业有限公司',
      '绍兴紫罗兰纺织',
      '长沙光谷光学',
      '西安和信教育咨询（有限公司）',
      '朝阳餐饮管理',
      '沈阳鹰翔航空部件',
      '小红花店',
      '宁波三角洲制冷',
      '广州子午医疗器械有限公司',
      '佛山垂柳木业',
      '大连红杉贸易',
      '和风旅行社',
      '重庆磐石建设集团',
      '青岛金穗啤酒',
      '向阳花坊',
      '东莞星辰电子厂',
      '舟山远洋水产',
    ],
    owners: ['陈磊', '林怡君', '陈 磊'],
    regions: ['陕西', '湖北', '江苏', '广东', ''],
    total: '合计',
  },
  'zh-TW': {
    sheetName: '範例',
    title: '重點客戶名冊 2026（草稿）',
    headings: [
      '客戶名稱',
      '客戶經理',
      '地區',
      '年銷售額（萬元）',
      '回款率',
      '訂單穩定度',
      '合作起始',
      '客訴率',
      '滿意度',
      '最近聯絡',
    ],
    names: [
      '和信教育顧問股份有限公司',
      '明達精密機械有限公司',
      '恆通電子股份有限公司',
      '東部機械有限公司',
      '青禾食品',
      '藍天包裝材料廠',
      '遠航物流有限公司',
      '綠地園藝',
      "'=等號科技有限公司",
      '前海智造股份有限公司',
      '街角影印店',
      '北方儀器',
      '松柏家具',
      '海拓幫浦有限公司',
      '紫羅蘭紡織',
      '光谷光學',
      '和信教育顧問（股）公司',
      '朝陽餐飲',
      '鷹翔航太零件',
      '小紅花店',
      '三角洲冷凍空調',
      '子午醫療器材有限公司',
      '垂柳木業',
      '紅杉貿易',
      '和風旅行社',
      '磐石營造',
      '金穗啤酒',
      '向陽花坊',
      '星辰電子廠',
      '遠洋水產',
    ],
    owners: ['林怡君', '陳磊', '林 怡君'],
    regions: ['台北', '新竹', '台中', '高雄', ''],
    total: '合計',
  },
};
