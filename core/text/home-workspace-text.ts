import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the page of the Home tab about the workspace says. */
export const HOME_WORKSPACE_TEXT: ByLanguage<{
  readonly title: string;
  readonly samples: (count: number) => string;
  readonly noSamples: string;
}> = {
  en: {
    title: 'Workspace',
    samples: (count) => `${formatDecimal(count, 0)} sample ${count === 1 ? 'customer is' : 'customers are'} on file.`,
    noSamples: 'No sample customers are on file.',
  },
  'zh-CN': {
    title: '工作区',
    samples: (count) => `目前有 ${formatDecimal(count, 0)} 个示例客户。`,
    noSamples: '没有示例客户。',
  },
  'zh-TW': {
    title: '工作區',
    samples: (count) => `目前有 ${formatDecimal(count, 0)} 位範例客戶。`,
    noSamples: '沒有範例客戶。',
  },
};
