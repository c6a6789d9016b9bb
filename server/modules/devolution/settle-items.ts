import type { ProposedItem } from '../../../contract/devolution.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getVersionsInForce } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { dayWithin } from './day.rules.ts';
import { legalityFaults, receiversOf } from './devolution.rules.ts';
import { type BatchItemRow, outdateReviews, replaceItems } from './devolution.store.ts';
import { findHanded } from './find-handed.ts';
import { refuseForeignFiles } from './refuse-foreign-files.ts';

/**
 * Puts a department's items into a batch, instead of those that it had there. Refuses `item_not_own`: it hands down its
 * own items alone; `devolution_unlawful` with every fault at its item; `file_missing`; `invalid_input`.
 */
export async function settleItems(
  tx: Tx,
  {
    batchId,
    organId,
    items,
    others,
  }: {
    batchId: string;
    organId: string;
    items: readonly ProposedItem[];
    /** Items that other departments have in the batch. */
    others: readonly string[];
  },
  call: StaffCall,
): Promise<void> {
  const [places, versions] = await Promise.all([loadPlaces(tx, call.district), getVersionsInForce(tx, call)]);
  const inForce = new Map(versions.map((version) => [version.itemId, version]));
  const wrong: FieldFault[] = [];
  const unlawful: FieldFault[] = [];
  const seen = new Set(others);
  const rows = items.flatMap((item, index): BatchItemRow[] => {
    const field = `items.${index}`;
    const version = inForce.get(item.itemId);
    if (version === undefined) {
      wrong.push({ field: `${field}.itemId`, code: 'not_an_option' });
      return [];
    }
    if (seen.has(item.itemId)) wrong.push({ field: `${field}.itemId`, code: 'twice' });
    seen.add(item.itemId);
    // What the townships decide is nobody's own: any department may move its intake forward.
    const own =
      [version.decidingOrganId, version.acceptingOrganId].includes(organId) || version.decidingOrganId === null;
    if (!own) throw new Refusal('item_not_own', {}, [{ field: `${field}.itemId`, code: 'not_own' }]);
    dayWithin(`${field}.effectiveDay`, item.effectiveDay, { from: call.today });
    const { kind, regionIds = null, organId: receiverOrganId = null } = item.receivers;
    const basis = item.basis ?? null;
    unlawful.push(
      ...legalityFaults(
        { version, mode: item.mode, kind, regionIds, organId: kind === 'ORGAN' ? receiverOrganId : null, basis },
        places,
      ).map((code) => ({ field, code })),
    );
    return [
      {
        id: newId(),
        itemId: item.itemId,
        organId,
        mode: item.mode,
        kind,
        regionIds: kind === 'ORGAN' ? null : regionIds,
        receiverOrganId: kind === 'ORGAN' ? receiverOrganId : null,
        basis,
        effectiveDay: item.effectiveDay,
        agreementFileId: item.agreementFileId ?? null,
        note: item.note?.trim() || null,
        takenBackDay: null,
      },
    ];
  });
  if (wrong.length > 0) throw new Refusal('invalid_input', {}, wrong);
  const agreements = rows.map(({ agreementFileId }, index) => ({
    fileId: agreementFileId,
    field: `items.${index}.agreementFileId`,
  }));
  await refuseForeignFiles(tx, { batchId, files: agreements }, call);
  const handed = await findHanded(tx, rows, call);
  for (const [index, { itemId }] of rows.entries())
    if (handed.has(itemId)) unlawful.push({ field: `items.${index}`, code: 'handed_already' });
  if (unlawful.length > 0) throw new Refusal('devolution_unlawful', { count: unlawful.length }, unlawful);
  const receivers = rows.flatMap((row) =>
    receiversOf({ kind: row.kind, regionIds: row.regionIds, organId: row.receiverOrganId }, places).map((place) => ({
      id: newId(),
      batchItemId: row.id,
      regionId: place.regionId,
      level: place.level,
      organId: place.organ.id,
    })),
  );
  await replaceItems(tx, call.district, { batchId, organId, items: rows, receivers });
  await outdateReviews(tx, call, batchId, organId);
}
