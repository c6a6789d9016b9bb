import type { LicenceHandling } from '../../../contract/licences.ts';
import type { CertificateData } from '../documents/index.ts';
import type { LicenceTerm } from '../licences/index.ts';
import type { Term } from './ending.rules.ts';

/** A licence that goes on under its number: renewed 延续 or changed 变更. */
export interface KeptLicence {
  readonly handling: LicenceHandling;
  readonly licence: LicenceTerm;
  /** Of the number as printed. */
  readonly number: string;
  /** What its certificate says until now. */
  readonly certificate: CertificateData;
  readonly term: Term;
}

type Rows = CertificateData['rows'];

/** What the new certificate says: what was said anew, and of the old one all that nobody touched. */
export function takenOver(before: Rows, anew: Rows): Rows {
  if (before.length === 0) return [...anew];
  const said = new Map(anew.flatMap((row) => (row.text.trim() === '' ? [] : [[row.label, row] as const])));
  const known = new Set(before.map(({ label }) => label));
  return [...before.map((row) => said.get(row.label) ?? row), ...anew.filter(({ label }) => !known.has(label))];
}

/** The entries that a change altered, for its decision. */
export function changedRows(before: Rows, after: Rows): { label: string; before: string; after: string }[] {
  const old = new Map(before.map(({ label, text }) => [label, text]));
  return after.flatMap(({ label, text }) =>
    (old.get(label) ?? '') === text ? [] : [{ label, before: old.get(label) ?? '', after: text }],
  );
}
