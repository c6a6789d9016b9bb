import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDisguised, isTooManyPoints, mediaTypeOf } from './media-type.ts';

const chunk = (name: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');
const header = chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex'));
const pixels = chunk('IDAT', deflateSync(Buffer.of(0, 0)));
const end = chunk('IEND', Buffer.alloc(0));
const png = Buffer.concat([pngStart, header, pixels, end]);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9', 'hex');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n');
const emptyZip = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);

test.for([
  ['a JPEG', jpeg, 'image/jpeg'],
  [
    'a JPEG with the film that a phone puts behind it',
    Buffer.concat([jpeg, Buffer.from('0000001c66747970', 'hex')]),
    'image/jpeg',
  ],
  ['a PNG', png, 'image/png'],
  ['a PDF', pdf, 'application/pdf'],
] as const)('%s is known by its content', async ([, bytes, mediaType]) => {
  expect(await mediaTypeOf(bytes)).toBe(mediaType);
});

describe('Nothing else is taken', () => {
  test.for([
    ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex')],
    ['a Windows program', Buffer.from(`MZ${'\0'.repeat(80)}`)],
    ['an archive', emptyZip],
    ['a drawing with script (SVG)', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a web page', Buffer.from('<!doctype html><script>1</script>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['plain text', Buffer.from('身份证')],
    ['one byte', Buffer.of(0xff)],
    ['the beginning of a JPEG', jpeg.subarray(0, -2)],
    ['the beginning of a PNG', png.subarray(0, -5)],
    ['the beginning of a PDF', pdf.subarray(0, 40)],
    ['a JPEG that is an archive too', Buffer.concat([jpeg, emptyZip])],
    ['a PDF that is an archive too', Buffer.concat([pdf, emptyZip])],
    ['a PNG with something behind its end', Buffer.concat([png, Buffer.from('<?php')])],
    ['a PNG that is a PDF too', Buffer.concat([pngStart, header, chunk('tEXt', pdf), pixels, end])],
    ['a PDF behind something else', Buffer.concat([Buffer.from('<script>'), pdf])],
    [
      'a PNG whose chunk is longer than the file',
      Buffer.concat([pngStart, header, Buffer.from('ffffffff49444154', 'hex')]),
    ],
  ] as const)('%s', async ([, bytes]) => {
    expect(await mediaTypeOf(bytes)).toBeUndefined();
  });
});

test.for([
  ['card.jpg', 'application/pdf', true],
  ['card.pdf', 'image/jpeg', true],
  ['card.exe', 'image/png', true],
  ['card.jpg.docx', 'image/jpeg', true],
  ['card.png', 'image/jpeg', false],
  ['CARD.JPEG', 'image/jpeg', false],
  ['身份证 正面', 'application/pdf', false],
  ['身份证2026.3.12', 'image/jpeg', false],
  ['表.《样例》', 'application/pdf', false],
] as const)('%s that is %s is disguised: %s', ([name, mediaType, disguised]) => {
  expect(isDisguised(name, mediaType)).toBe(disguised);
});

test('A picture of a billion points is too large, however few bytes it has', () => {
  const huge = Buffer.concat([pngStart, chunk('IHDR', Buffer.from('0000ffff0000ffff0800000000', 'hex')), pixels, end]);
  expect(isTooManyPoints(huge, 'image/png')).toBe(true);
  expect(isTooManyPoints(png, 'image/png')).toBe(false);
  const frame = (size: string) => Buffer.from(`ffd8ffe00010${'00'.repeat(14)}ffc0000b08${size}01011100ffd9`, 'hex');
  expect(isTooManyPoints(frame('ffffffff'), 'image/jpeg')).toBe(true);
  expect(isTooManyPoints(frame('0bb80fa0'), 'image/jpeg')).toBe(false);
  expect(isTooManyPoints(jpeg, 'image/jpeg')).toBe(false);
});

test('Whatever bytes come, they are judged and nothing is thrown', async () => {
  const starts = [
    Buffer.alloc(0),
    jpeg.subarray(0, 4),
    png.subarray(0, 16),
    Buffer.from('%PDF-1.7'),
    Buffer.from('PK\x03\x04'),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
      const bytes = Buffer.concat([start, rest]);
      await expect(mediaTypeOf(bytes)).resolves.toSatisfy(() => true);
      isTooManyPoints(bytes, 'image/jpeg');
      isTooManyPoints(bytes, 'image/png');
    }),
  );
});
