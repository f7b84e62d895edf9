import { describe, expect, test } from 'vitest';
import { personalCriteria } from '../../../core/grading/check-fairness.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { schemeNoteText } from '../../../core/text/scheme-note-text.ts';

describe('criteria that go by what a person is', () => {
  test.each([
    ['Age', 'age'],
    ['Customer age', 'age'],
    ['ownerAge', 'age'],
    ['Date of birth', 'age'],
    ['Age of the owner', 'age'],
    ['客户年龄', 'age'],
    ['年齡', 'age'],
    ['出生日期', 'age'],
    ['GENDER', 'sex'],
    ['contact_sex', 'sex'],
    ['性别', 'sex'],
    ['性別', 'sex'],
    ['Nationality', 'origin'],
    ['Ethnic group', 'origin'],
    ['民族', 'origin'],
    ['籍貫', 'origin'],
    ['國籍', 'origin'],
    ['户口', 'origin'],
    ['Religion', 'faith'],
    ['宗教信仰', 'faith'],
    ['Health', 'health'],
    ['Disability', 'health'],
    ['健康状况', 'health'],
    ['身心障礙', 'health'],
    ['Marital status', 'marital-status'],
    ['婚姻狀況', 'marital-status'],
    ['是否已婚', 'marital-status'],
  ])('%s is found (%s)', (title, attribute) => {
    expect(personalCriteria([criterion(title)])).toEqual([
      { path: 'criteria[0]', code: 'personal-attribute', detail: attribute },
    ]);
  });

  test.each([
    ['Average order'],
    ['averageOrder'],
    ['Storage'],
    ['Package size'],
    ['Page views'],
    ['pageViews'],
    ['Percentage'],
    ['Stage'],
    ['Sussex branch'],
    ['Account age'],
    ['Age of debt'],
    ['Receivables age'],
    ['Financial health'],
    ['Customer health score'],
    ['Lead origin'],
    ['账龄'],
    ['企业年龄'],
    ['客户健康度'],
    ['财务健康'],
    ['健康险保费'],
    ['属性别名'],
    ['合作年限'],
  ])('%s is not', (title) => {
    expect(personalCriteria([criterion(title)])).toEqual([]);
  });

  test('a heading gives it away too, and each attribute is told once', () => {
    const plain = { ...criterion('Group'), headings: ['性别', 'Sex', '年龄'] };
    expect(personalCriteria([criterion('Sales'), plain]).map(({ path, detail }) => `${path} ${detail}`)).toEqual([
      'criteria[1] sex',
      'criteria[1] age',
    ]);
  });

  test('the note names the attribute in the language of the reader', () => {
    const [note] = personalCriteria([criterion('Faith')]);
    const texts = LANGUAGES.map((language) => (note === undefined ? '' : schemeNoteText(note, language)));
    expect(texts[0]).toContain('Grading by a personal attribute (faith)');
    expect(texts[1]).toContain('宗教信仰');
    expect(texts[2]).toContain('可能有失公平');
  });
});

function criterion(title: string) {
  return { id: /^[a-z]\w*$/i.test(title) ? title : 'own', type: 'number' as const, titles: { en: title } };
}
