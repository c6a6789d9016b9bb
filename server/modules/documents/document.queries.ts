import type { DocumentView, ServiceView } from '../../../contract/documents.ts';
import { maskName } from '../../../contract/identifiers.ts';
import type { Read } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { type DataKey, getDataKeys, openJson, openText } from '../../platform/vault/index.ts';
import { type Overtaken, overtakenNotices, printedNumber } from './document.rules.ts';
import { getDocumentRows, getDocumentRowsById, type ServedRow } from './document.store.ts';
import type { ServiceProof } from './service-record.rules.ts';

/** What documents are called, by their ids: for whoever looks after the work on them. */
export async function getDocumentNames(
  read: Read,
  district: string,
  documentIds: readonly string[],
): Promise<Map<string, { title: string; number?: string; day: string }>> {
  if (documentIds.length === 0) return new Map();
  const rows = await getDocumentRowsById(read, district, documentIds);
  return new Map(
    rows.map((row) => {
      const number = printedNumber(row);
      return [row.id, { title: row.title, day: row.day, ...(number !== null && { number }) }];
    }),
  );
}

/** The documents of a case as a screen lists them, oldest first. */
export async function getDocumentViews(read: Read, district: string, subjectId: string): Promise<DocumentView[]> {
  const rows = await getDocumentRows(read, district, subjectId);
  const proven = rows
    .filter(
      ({ sealedProof, sealedReceiverName, sealedNotice }) =>
        sealedProof !== null || sealedReceiverName !== null || sealedNotice !== null,
    )
    .map(({ dataKeyId }) => dataKeyId);
  const keys = proven.length === 0 ? new Map() : await getDataKeys(read, district, [...new Set(proven)]);
  const overtaken = rows.some(({ kind }) => kind === 'hearingNotice')
    ? overtakenNotices(await getChain(read, district, { kind: 'case', id: subjectId }))
    : new Map<string, Overtaken>();
  return rows.map((row) => {
    const number = printedNumber(row);
    const service = serviceView(row, keys);
    const addressee = addresseeOf(row, keys);
    const ended = overtaken.get(row.id);
    return {
      documentId: row.id,
      kind: row.kind,
      title: row.title,
      day: row.day,
      ready: row.ready,
      served: row.servedAt !== null,
      ...(number !== null && { number }),
      ...(service && { service }),
      ...(addressee !== undefined && { addressee }),
      ...(ended !== undefined && { overtaken: ended }),
    };
  });
}

function addresseeOf({ sealedNotice, dataKeyId }: ServedRow, keys: ReadonlyMap<string, DataKey>): string | undefined {
  const key = keys.get(dataKeyId);
  if (sealedNotice === null || key === undefined) return undefined;
  return openJson<{ data: { addressee?: string | null } }>(key, sealedNotice).data.addressee ?? undefined;
}

/** How a document was served, as its record has it; who took it in the place of the addressee stays masked. */
function serviceView(row: ServedRow, keys: ReadonlyMap<string, DataKey>): ServiceView | undefined {
  const { method, receiver, serviceDay } = row;
  if (method === null || receiver === null || serviceDay === null) return undefined;
  const key = keys.get(row.dataKeyId);
  const proof = row.sealedProof === null || !key ? undefined : openJson<ServiceProof>(key, row.sealedProof);
  const receiverName =
    proof === undefined ? row.sealedReceiverName && key && openText(key, row.sealedReceiverName) : proof.receiverName;
  return {
    method,
    state: row.servedAt === null ? 'underWay' : 'served',
    day: serviceDay,
    receiver,
    ...(row.untilDay !== null && { untilDay: row.untilDay }),
    ...(proof?.place != null && { place: proof.place }),
    ...(receiverName != null && { receiverName: maskName(receiverName) }),
    ...proof?.post,
  };
}
