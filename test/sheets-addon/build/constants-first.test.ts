import { describe, expect, test } from 'vitest';
import { withConstantsFirst } from '../../../sheets-addon/build/constants-first.ts';

describe('constants first', () => {
  test('numbers stand in front of all else, in their order', () => {
    expect(withConstantsFirst('function a(){return b+c}\nconst b=1;\nlet d=2;\nconst c=3,e=4;\nexport{a};')).toBe(
      'const b=1;\nconst c=3,e=4;\nfunction a(){return b+c}\n\nlet d=2;\n\nexport{a};',
    );
  });

  test.each([
    ['what is made anew', 'const a=b();'],
    ['what other constants make', 'const a=2*b;'],
    ['a number beside something else', 'const a=1,b=c();'],
    ['what may change', 'let a=1;'],
    ['what is within a function', 'function a(){const b=1;return b}'],
  ])('%s stays where it is', (_what, code) => {
    expect(withConstantsFirst(`d();${code}`)).toBe(`d();${code}`);
  });
});
