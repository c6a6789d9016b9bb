import { expect, test } from 'vitest';
import { begunWith, changed, redone, rested, undone } from './undo.ts';

test('what is typed at one place without a rest is one step', () => {
  const typed = changed(changed(changed(begunWith(''), 'a', 'name'), 'ab', 'name'), 'abc', 'name');
  expect(undone(typed).now).toBe('');
  const later = changed(rested(typed), 'abcd', 'name');
  expect(undone(later).now).toBe('abc');
});

test('a change of another place, and one without a place, is a step of its own', () => {
  const two = changed(changed(begunWith(0), 1, 'fee'), 2, 'name');
  expect(undone(two).now).toBe(1);
  expect(undone(changed(changed(begunWith(0), 1), 2)).now).toBe(1);
});

test('redo goes forth until something else is changed', () => {
  const back = undone(undone(changed(changed(begunWith(0), 1), 2)));
  expect(back.now).toBe(0);
  expect(redone(redone(redone(back))).now).toBe(2);
  expect(redone(changed(back, 9)).now).toBe(9);
});

test('nothing to take back leaves everything as it is', () => {
  const begun = begunWith('a');
  expect(undone(begun)).toBe(begun);
  expect(redone(begun)).toBe(begun);
});

test('after an undo, typing at the same place is a new step', () => {
  const back = undone(changed(changed(begunWith('a'), 'b', 'x'), 'c', 'y'));
  expect(undone(changed(back, 'd', 'x')).now).toBe('b');
});
