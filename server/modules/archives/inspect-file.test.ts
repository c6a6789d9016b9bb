import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { png } from '../../tests/support/town.ts';
import { inspectFile } from './inspect-file.ts';

const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object) => Buffer.from(object as string)),
    Buffer.from('\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
  ]);
const page = '3 0 obj <</Type /Page /Parent 2 0 R>> endobj\n';
const pages = '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n';
const stream = (dictionary: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`9 0 obj <<${dictionary} /Length ${content.length}>> stream\n`),
    content,
    Buffer.from('\nendstream endobj\n'),
  ]);

test('Pages are counted, and the tree above them is not one', async () => {
  expect(await inspectFile(pdf(pages, page, page.replace('3', '4')))).toMatchObject({
    opensAs: 'application/pdf',
    pages: 2,
    encrypted: false,
    active: false,
  });
});

test('Pages and scripts in a packed object are found', async () => {
  const packed = stream('/Type /ObjStm /N 2 /Filter /FlateDecode', deflateSync(`${page} <</S /JavaScript /JS (x)>>`));
  expect(await inspectFile(pdf(pages, packed))).toMatchObject({ pages: 1, active: true });
});

test('A picture in a PDF may hold any bytes: only the structure is read', async () => {
  const image = stream('/Subtype /Image', Buffer.from('/Encrypt /JS /Launch /Type /Page '));
  expect(await inspectFile(pdf(pages, page, image))).toMatchObject({ pages: 1, encrypted: false, active: false });
});

test.for([
  ['/OpenAction <</S /JavaScript /JS (app.alert)>>', { active: true }],
  ['/AA <</O <</S /Launch /F (cmd.exe)>>>>', { active: true }],
  ['/Names <</EmbeddedFiles 5 0 R>>', { active: true }],
  ['/OpenAction <</S /J#61vaScript /J#53 (x)>>', { active: true }],
  ['/Encrypt 7 0 R', { encrypted: true }],
  ['/JSON 1', { active: false, encrypted: false }],
] as const)('A PDF that says %s', async ([said, found]) => {
  expect(await inspectFile(pdf(pages, page, `5 0 obj <<${said}>> endobj`))).toMatchObject(found);
});

test('Pictures and plain data open as what they are, and a program does not open', async () => {
  expect(await inspectFile(png)).toMatchObject({ opensAs: 'image/png', pages: undefined });
  expect(await inspectFile(Buffer.from('{"答":"是"}'))).toMatchObject({ opensAs: 'application/json' });
  expect(await inspectFile(Buffer.from(`MZ${'\0'.repeat(60)}`))).toMatchObject({ opensAs: undefined });
  expect(await inspectFile(Buffer.alloc(0))).toMatchObject({ opensAs: undefined });
});

test('Whatever bytes come, they are judged and nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      await inspectFile(pdf(Buffer.from(bytes)));
      await inspectFile(Buffer.from(bytes));
    }),
    { numRuns: 200 },
  );
});
