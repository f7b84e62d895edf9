import { describe, expect, test } from 'vitest';
import { withNamedGlobals } from '../../../sheets-addon/build/named-globals.ts';

const ABS = 'Math.abs(a)+Math.abs(b)+Math.abs(c)';

describe('globals with names of their own', () => {
  test('what is named often is looked up once, in front of all else', () => {
    expect(withNamedGlobals(`function load(){"use strict";return ${ABS}}`)).toBe(
      `function load(){"use strict";var global_Math_abs=Math.abs;return ${ABS.replaceAll('Math.abs', 'global_Math_abs')}}`,
    );
  });

  test('a global that is made or called stands for itself, beside its functions', () => {
    const uses = Array.from({ length: 9 }, () => 'Number(a)+Number.isInteger(new Set)').join();
    const named = withNamedGlobals(`function load(){"use strict";return[${uses}]}`);
    expect(named).toContain('global_Number(a)+global_Number_isInteger(new global_Set)');
    expect(named.match(/(?<!_)\b(Number|Set)\b/g)).toEqual(['Number', 'Number', 'Set']);
  });

  test('what is named seldom stays', () => {
    const code = 'function load(){"use strict";return Math.abs(a)+Math.max(b)}';
    expect(withNamedGlobals(code)).toBe(code);
  });

  test('a property or a key that is called like a global stays, and so does what is called on others', () => {
    const uses = Array.from({ length: 9 }, () => '{Set:a.Map,b:c.Math.abs(d),e:Date.parse(f)}').join();
    const code = `function load(){"use strict";return[${uses}]}`;
    expect(withNamedGlobals(code)).toBe(code);
  });

  test('a property that has the name and the value of a global stays', () => {
    const sets = Array.from({ length: 9 }, () => 'new Set').join();
    const named = withNamedGlobals(`function load(){"use strict";return[${sets},{Set}]}`);
    expect(named).toContain('new global_Set,{Set}]');
  });

  test('undefined and null have names, but where something is compared with them', () => {
    const uses = Array.from({ length: 9 }, () => 'f(void 0,null),a===void 0,null!==b,a==null,void g(null)').join();
    const named = withNamedGlobals(`function load(){"use strict";return[${uses}]}`);
    expect(named).toContain('"use strict";var global_void_0=void 0,global_null=null;return');
    expect(named).toContain(
      '[f(global_void_0,global_null),a===void 0,null!==b,a==null,void g(global_null),f(global_void_0',
    );
  });
});
