import { describe, expect, test } from 'vitest';
import type { DocumentData, ProcedureData } from './document.data.ts';
import { sampleDocuments } from './document-samples.data.ts';
import { documentValues } from './document-values.rules.ts';
import { obligatoryOfProcedures, procedureValues } from './procedure-values.rules.ts';

const kinds = Object.keys(obligatoryOfProcedures) as ProcedureData['kind'][];
const sampleOf = (kind: ProcedureData['kind']) => sampleDocuments[kind] as DocumentData & ProcedureData;

test.each(kinds)('domain §2.8: all that a %s must say is a value that its template can name', (kind) => {
  const { texts, lists = {} } = documentValues(sampleOf(kind));
  for (const name of obligatoryOfProcedures[kind]) {
    const [list = '', column] = name.split('.');
    if (column === undefined) expect(texts, name).toHaveProperty(name);
    else expect(lists[list]?.[0], name).toHaveProperty(column);
  }
});

describe('signatures', () => {
  test('ALL 34: who signed in the system or on paper is named with the time; who did not has room for a pen', () => {
    const record = sampleDocuments.siteVisitRecord;
    const [officer] = record.officers;
    if (officer === undefined) throw new Error('A visit has its officers.');
    const officers = [
      { ...officer, signedAt: '2026-03-05T02:00:00Z' },
      { ...officer, signedAt: '2026-03-05T02:30:00Z', onPaper: true as const },
      { ...officer, signedAt: null },
    ];
    const rows = procedureValues({ ...record, officers }).lists?.['核查人员'] ?? [];
    expect(rows.map((row) => row['签名']?.trim())).toEqual([
      '2026年3月5日10时00分\n电子签名',
      '2026年3月5日10时30分\n已在纸质原件上签名',
      '',
    ]);
  });
});

test('ALL 42: the notice of an extension names who approved it and the new last day', () => {
  const { texts } = procedureValues(sampleDocuments.extensionNotice);
  expect(Object.values(texts).join('\n')).toContain(sampleDocuments.extensionNotice.approver.name ?? '');
});

test('R-2.14, ALL 45: the notice of a special procedure says from when the time stands still and how long', () => {
  const values = Object.values(procedureValues(sampleDocuments.specialProcedureNotice).texts).join('\n');
  expect(values).toContain('2026年');
  expect(values).toContain('个工作日');
});
