import { describe, expect, test } from 'vitest';
import { withArrowFunctions } from '../../../sheets-addon/build/arrow-functions.ts';

describe('functions as arrows', () => {
  test('stand in front of all else, a result alone without return', () => {
    expect(
      withArrowFunctions('let a=b(1);function b(c,[d]=[2]){return c+d}function e(){if(a)return;a=3}export{b,e};'),
    ).toBe('var b=(c,[d]=[2])=>(c+d),e=()=>{if(a)return;a=3};let a=b(1);export{b,e};');
  });

  test('an object or a sequence as a result stays one', () => {
    expect(withArrowFunctions('function a(b){return{b}}function c(d,...e){return d(),e}')).toBe(
      'var a=(b)=>({b}),c=(d,...e)=>(d(),e);',
    );
  });

  test.each([
    ['a generator', 'function*a(){yield 1}'],
    ['one that waits', 'async function a(){}'],
    ['one that is called on something', 'function a(){return()=>this.b}'],
    ['one that looks at what it is called with', 'function a(b=arguments.length){return b}'],
    ['one that looks whether it makes something', 'function a(){return new.target}'],
  ])('%s stays', (_what, code) => {
    expect(withArrowFunctions(code)).toBe(code);
  });

  test('what belongs to a function inside does not keep it', () => {
    expect(withArrowFunctions('function a(){return{b(){return this},c:function(){return arguments}}}')).toBe(
      'var a=()=>({b(){return this},c:function(){return arguments}});',
    );
  });

  test('one function inside another stays, since the names of the outer are its own', () => {
    expect(withArrowFunctions('function a(b){function c(){return b}return c}')).toBe(
      'var a=(b)=>{function c(){return b}return c};',
    );
  });
});
