import { expect, test } from 'vitest';
import { shortOrgan } from './organ-name.ts';

const district = { zh: '娄星区', en: 'Louxing District' };

test('In its own district an organ needs neither the district’s name nor the word demo.', () => {
  expect(shortOrgan({ zh: '娄星区税务局（演示）', en: 'Louxing District Tax Bureau (demo)' }, district)).toEqual({
    zh: '税务局',
    en: 'Tax Bureau',
  });
});

test('Another name stays as it is.', () => {
  expect(shortOrgan({ zh: '乐坪街道办事处', en: 'Leping Office' }, district)).toEqual({
    zh: '乐坪街道办事处',
    en: 'Leping Office',
  });
  expect(shortOrgan({ zh: '娄星区', en: 'Louxing District' }, district).zh).toBe('娄星区');
});
