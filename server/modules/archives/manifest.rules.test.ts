import { expect, test } from 'vitest';
import { documentKinds } from '../../../contract/words.ts';
import { inFlow, isSafePath, partOf, pathOf } from './manifest.rules.ts';

test('Every kind of document has its part, and the parts follow the flow of a matter', () => {
  const parts = inFlow(documentKinds.map((kind) => ({ kind, part: partOf(kind) })));
  const at = (kind: string) => parts.findIndex((each) => each.kind === kind);
  for (const [before, after] of [
    ['applicationForm', 'intakeReceipt'],
    ['acceptanceNotice', 'reviewSheet'],
    ['reviewSheet', 'grantDecision'],
    ['grantDecision', 'certificate'],
    ['certificate', 'deliveryReceipt'],
    ['deliveryReceipt', 'archiveList'],
  ] as const)
    expect(at(before)).toBeLessThan(at(after));
});

test.for(['idCard', '../../etc/passwd', '身份证', 'CON', 'a'.repeat(400), '', 'x.exe'])(
  'A file called %j gets a path that is safe on every system',
  (word) => {
    expect(isSafePath(pathOf('materials', 7, word, 'image/png'))).toBe(true);
  },
);

test.for(['../a.pdf', '/a.pdf', 'C:\\a.pdf', '01-form/../a.pdf', '01-form/a.exe', '01-form/a.pdf\u0000', 'a/b/c.pdf'])(
  'The path %j is not safe',
  (path) => {
    expect(isSafePath(path)).toBe(false);
  },
);
