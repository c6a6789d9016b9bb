import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, writeSpreadsheet } from './write-spreadsheet.ts';

test.each(['=1+1', '+86', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '|cmd', '\ufeff=1'])(
  'What a spreadsheet would compute stays a text: %s',
  (text) => expect(cellText(text)).toBe(`'${text}`),
);

test.each(['公共场所卫生许可', '11431302DEM000022N', '', '-', '1,5'])('An ordinary text stays as it is: %s', (text) =>
  expect(cellText(text)).toBe(text),
);

test('No text makes a formula, whatever stands in it, and none is longer than a cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = cellText(text);
      expect(/^[\s\u00a0]*[=+@]/.test(cell)).toBe(false);
      expect(/\p{Cc}/u.test(cell.replace(/[\t\n\r\u007f-\u009f]/g, ''))).toBe(false);
    }),
  );
  expect(cellText('长'.repeat(40_000))).toHaveLength(32_767);
});

test('CSV begins with the mark of UTF-8, quotes what must be quoted and ends its lines as RFC 4180 says', async () => {
  const table = {
    title: '',
    notes: [],
    headings: ['事项', 'a,b'],
    rows: [
      ['说“好”', '"x"\n=1'],
      ['=1', ''],
    ],
  };
  const { bytes } = await writeSpreadsheet(table, 'csv');
  expect(bytes.toString('utf8')).toBe('\ufeff事项,"a,b"\r\n说“好”,"""x""\n=1"\r\n\'=1,\r\n');
});
