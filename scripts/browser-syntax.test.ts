import { expect, test } from 'vitest';
import { newerThanTarget } from './browser-syntax.ts';

test.each([
  ['class A { x = 1 }', 'a class field'],
  ['class A { static { go() } }', 'a static block'],
  ['class A { #x() {} }', 'a private name'],
  ['await fetch("/")', 'top-level await'],
  ['const a = /(?<=¥)\\d+/', 'a lookbehind'],
  ['const a = new RegExp("(?<!a)b", "u")', 'a lookbehind'],
  ['const a = /\\p{L}/v', 'a regular expression flag'],
  ['const a = ;', 'Unexpected token'],
])('%s is newer than the browsers of a county desk: %s', (script, what) => {
  expect(newerThanTarget(script)).toEqual([expect.stringContaining(what)]);
});

test('what those browsers read is left in peace', () => {
  const script = 'class A extends B { constructor() { super(); this.x ??= y?.z } async go() { await /(?<name>a)/u } }';
  expect(newerThanTarget(script)).toEqual([]);
});
