import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { basicCodeOf, getVersionsInForce, type ItemVersion } from '../catalogue/index.ts';
import { getBasicItems } from './basic-item.store.ts';
import { type Channel, differencesOf, getPublished } from './channel.queries.ts';
import {
  advanceCheck,
  type Check,
  type FoundItem,
  insertDeviations,
  insertDifferences,
  lockCheck,
} from './check.store.ts';
import { deviationsOf, siblingKey } from './deviation.rules.ts';

/** Items of one batch: each batch is a transaction of its own, so that its progress is seen and others are answered in between. */
const batchSize = 250;

/** Checks the next items by code and plans what follows. A batch that was done already, by a job that came twice, does nothing. */
export async function checkBatch(
  tx: Tx,
  { checkId, done, after, channels }: { checkId: string; done: number; after: string; channels: readonly Channel[] },
  call: Call,
): Promise<void> {
  const check = await lockCheck(tx, call.district, { checkId, done });
  if (check === undefined) return;
  const versions = await getVersionsInForce(tx, call);
  const left = versions.filter(({ code }) => code > after).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const batch = left.slice(0, batchSize);
  const last = batch.at(-1);
  const isLast = last === undefined || batch.length === left.length;
  const deviating =
    check.kind === 'ELEMENTS'
      ? await checkElements(tx, call, check, batch, versions)
      : await checkChannels(tx, call, check, batch, channels);
  const clean = batch.length - deviating;
  await advanceCheck(tx, call, check, { items: batch.length, clean, isLast });
  if (!isLast) {
    const next = { checkId, done: done + batch.length, after: last.code };
    plan(tx, call, { kind: 'standards.check', key: `${checkId}:${next.done}`, payload: next });
    return;
  }
  append(tx, call, {
    subject: { kind: 'standardCheck', id: checkId },
    act: 'standardCheck.ended',
    facts: { kind: check.kind, items: done + batch.length, clean: check.clean + clean },
  });
}

/** How many of the batch deviate from their basic item or siblings. */
async function checkElements(
  tx: Tx,
  { district }: Call,
  { id, elements }: Check,
  batch: readonly ItemVersion[],
  versions: readonly ItemVersion[],
): Promise<number> {
  const codes = [...new Set(batch.map(({ code }) => basicCodeOf(code)))];
  const basics = new Map((await getBasicItems(tx, district, codes)).map((basic) => [basic.code, basic]));
  const siblings = Map.groupBy(versions, siblingKey);
  const found = batch.map((item) => ({
    item,
    deviations: deviationsOf(item, {
      basic: basics.get(basicCodeOf(item.code)),
      siblings: siblings.get(siblingKey(item)) ?? [],
      elements,
    }),
  }));
  await insertDeviations(
    tx,
    district,
    id,
    found.flatMap(({ item, deviations }) => deviations.map((deviation) => ({ item: foundItem(item), deviation }))),
  );
  return found.filter(({ deviations }) => deviations.length > 0).length;
}

/** How many of the batch some channel shows otherwise than they were published. */
async function checkChannels(
  tx: Tx,
  call: Call,
  { id }: Check,
  batch: readonly ItemVersion[],
  channels: readonly Channel[],
): Promise<number> {
  const published = await getPublished(
    tx,
    call,
    batch.map(({ itemId }) => itemId),
  );
  const shown = await Promise.all(
    channels.map(async ({ name, read }) => ({ name, shows: await read(tx, call, published) })),
  );
  const found = published.flatMap((version) =>
    shown.flatMap(({ name, shows }) =>
      shows.has(version.itemId)
        ? differencesOf(name, version, shows.get(version.itemId)).map((difference) => ({
            item: foundItem(version),
            ...difference,
          }))
        : [],
    ),
  );
  const known = new Set(published.map(({ itemId }) => itemId));
  const unpublished = batch
    .filter(({ itemId }) => !known.has(itemId))
    .map((version) => ({
      item: foundItem(version),
      channel: 'GUIDE' as const,
      part: 'item',
      published: '',
      shown: version.id,
    }));
  found.push(...unpublished);
  await insertDifferences(tx, call.district, id, found);
  return new Set(found.map(({ item }) => item.itemId)).size;
}

function foundItem({ id, itemId, code, level, decidingOrganId, content }: ItemVersion): FoundItem {
  return { itemId, itemVersionId: id, name: content.name, code, organId: decidingOrganId, level };
}
