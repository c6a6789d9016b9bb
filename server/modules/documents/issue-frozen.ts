import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { formatDocumentNumber } from './document.rules.ts';
import { insertDocument } from './document.store.ts';
import type { FrozenDocument } from './freeze-document.ts';

export interface IssuedDocument {
  readonly documentId: string;
  /** 〔2026〕12号 in full, or null where the kind has none. */
  readonly number: string | null;
  /** Salted digest of the frozen data, hex: what the ledger keeps. */
  readonly digest: string;
}

/** Issues what was frozen; the same as `issueDocument` from there on. */
export async function issueFrozen(tx: Tx, { row, organ }: FrozenDocument, call: Call): Promise<IssuedDocument> {
  const number = await insertDocument(tx, call.district, row);
  if (config().papers === 'afterAct')
    plan(tx, call, { kind: 'documents.render', payload: { documentId: row.id, caseId: row.subject.id } });
  return {
    documentId: row.id,
    number:
      row.word === null || number === null
        ? null
        : formatDocumentNumber({
            organCode: organ.shortCode,
            word: row.word,
            year: row.numbered?.year ?? row.day.year,
            number,
          }),
    digest: row.digest.toString('hex'),
  };
}
