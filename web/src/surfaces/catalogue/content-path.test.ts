import { expect, test } from 'vitest';
import { saysSame, valueAt, withValue } from './content-path.ts';

const content = { name: { zh: '证', en: 'card' }, materials: [{ key: 'a' }, { key: 'b' }], fee: { fen: 0 } };

test('a value is found by its path, and nothing where the way is missing', () => {
  expect(valueAt(content, 'materials.1.key')).toBe('b');
  expect(valueAt(content, 'materials.7.name.zh')).toBeUndefined();
  expect(valueAt(content, 'fee.basis.law')).toBeUndefined();
});

test('one value is changed and everything else is shared', () => {
  const next = withValue(content, 'name.zh', '卡');
  expect(next.name).toEqual({ zh: '卡', en: 'card' });
  expect(content.name.zh).toBe('证');
  expect(next.materials).toBe(content.materials);
});

test('what is missing on the way is made, a list where a number follows', () => {
  expect(withValue(content, 'fee.basis.law', '税法')).toMatchObject({ fee: { fen: 0, basis: { law: '税法' } } });
  expect(withValue({}, 'result.certificate.rows.0.label', '名称')).toEqual({
    result: { certificate: { rows: [{ label: '名称' }] } },
  });
});

test('undefined takes an element away, and an entry out of its list', () => {
  expect(withValue(content, 'materials.0', undefined).materials).toEqual([{ key: 'b' }]);
  expect('fee' in withValue(content, 'fee', undefined)).toBe(false);
});

test('the order of parts says nothing, the order of a list does', () => {
  expect(saysSame({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(saysSame(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(saysSame({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(saysSame({ a: [] }, { a: {} })).toBe(false);
  expect(saysSame(null, {})).toBe(false);
});
