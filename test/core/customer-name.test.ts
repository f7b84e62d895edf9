import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';

describe('normaliseName', () => {
  test.each([
    ['ACME Corp', 'acme corp'],
    ['  Acme   Corp. ', 'acme corp'],
    ['Ａｃｍｅ　Ｃｏｒｐ', 'acme corp'],
    ['A.C.M.E.', 'acme'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['Johnson & Johnson', 'johnson and johnson'],
    ['Smith-Jones', 'smith jones'],
    ['Acme®', 'acme'],
    ['华为 技术（深圳）有限公司', '华为技术深圳有限公司'],
    ['华为技术(深圳)有限公司', '华为技术深圳有限公司'],
    ['IBM 中国', 'ibm中国'],
    ['IBM中国', 'ibm中国'],
    ['Ac\u200bme', 'acme'],
    ['', ''],
    ['   ', ''],
    ['???', '???'],
    ['🎉🎉', '🎉🎉'],
    ['C++', 'c++'],
  ])('%j compares as %j', (text, expected) => {
    expect(normaliseName(text)).toBe(expected);
  });

  test('normalising twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });

  test('a name that is not blank never becomes empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
        expect(normaliseName(text) === '').toBe(text.trim() === '');
      }),
    );
  });
});

describe('withoutLegalSuffix', () => {
  test.each([
    ['深圳市华为技术有限公司', '深圳市华为技术'],
    ['鴻海精密工業股份有限公司', '鴻海精密工業'],
    ['上海某某有限责任公司', '上海某某'],
    ['美的集团股份有限公司', '美的集团'],
    ['海尔公司', '海尔'],
    ['中国电信上海分公司', '中国电信上海分公司'],
    ['株式会社東芝', '東芝'],
    ['トヨタ自動車株式会社', 'トヨタ自動車'],
    ['Acme Co., Ltd.', 'Acme'],
    ['Acme (Shanghai) Co., Ltd', 'Acme (Shanghai)'],
    ['Acme Limited', 'Acme'],
    ['ACME, Inc.', 'ACME'],
    ['Acme LLC', 'Acme'],
    ['Müller GmbH & Co. KG', 'Müller'],
    ['Société Générale S.A.', 'Société Générale'],
    ['Grupo Bimbo S.A.B. de C.V.', 'Grupo Bimbo S.A.B.'],
    ['Acme (Pty) Ltd', 'Acme'],
    ['Petronas Sdn. Bhd.', 'Petronas'],
    ['Firma sp. z o.o.', 'Firma'],
    ['Tiffany & Co.', 'Tiffany'],
    ['Limited', 'Limited'],
    ['有限公司', '有限公司'],
    ['Inc', 'Inc'],
    ['Acme', 'Acme'],
    ['Costco', 'Costco'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(withoutLegalSuffix(text)).toBe(expected);
  });

  test('taking the legal form away twice changes nothing and leaves no name empty', () => {
    const part = fc.constantFrom('Acme', '华为', ' ', 'Co.', 'Ltd', '有限公司', '(株)', '&', 'GmbH', ',', 'S.A.');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const once = withoutLegalSuffix(text);
          expect(withoutLegalSuffix(once)).toBe(once);
          expect(once === '').toBe(text.trim() === '');
        },
      ),
    );
  });

  test('takes a name of 100,000 characters', () => {
    const long = `${', '.repeat(50_000)}Acme${' '.repeat(50_000)}${' &'.repeat(50_000)}`;
    expect(withoutLegalSuffix(long).length).toBeLessThanOrEqual(long.length);
    expect(normaliseName(long)).toContain('acme');
  });
});
