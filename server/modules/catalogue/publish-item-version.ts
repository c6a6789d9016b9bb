import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Value } from 'typebox/value';
import { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { loadPlaces } from '../places/index.ts';
import { faultsOf, type ItemVersion } from './item.rules.ts';
import { insertVersion, lockItem } from './item.store.ts';

/** A version to publish; its number follows from the versions before it. */
export type PublishItemVersion = Omit<ItemVersion, 'id' | 'itemId' | 'version'>;

/**
 * Publishes a version of an item, which is made when its code is new. Refuses `invalid_input` with every fault of the
 * content: its shape, a promise longer than the law's limit, an immediate matter that is none, an organ
 * that is no administrative organ.
 */
export async function publishItemVersion(
  tx: Tx,
  input: PublishItemVersion,
  call: Call,
): Promise<{ itemId: string; itemVersionId: string; version: number }> {
  const shape = faultsOfShape(input.content);
  if (shape.length > 0) throw new Refusal('invalid_input', {}, shape);
  const [calendar, places] = await Promise.all([loadCalendar(tx, call.district), loadPlaces(tx, call.district)]);
  const strangers = (['acceptingOrganId', 'decidingOrganId'] as const).filter((field) => {
    const organId = input[field];
    return organId !== null && places.organById(organId)?.isAdministrativeOrgan !== true;
  });
  const faults = [...faultsOf(input, calendar), ...strangers.map((field) => ({ field, code: 'not_an_organ' }))];
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);

  const { itemId, version: latest } = await lockItem(tx, call.district, input.code);
  const published: ItemVersion = { ...input, id: newId(), itemId, version: latest + 1 };
  await insertVersion(tx, call.district, published);
  append(tx, call, {
    subject: { kind: 'item', id: itemId },
    act: 'item.published',
    facts: {
      itemVersionId: published.id,
      version: published.version,
      code: published.code,
      effectiveDay: published.effectiveDay,
      contentDigest: digestOf(published.content),
    },
  });
  return { itemId, itemVersionId: published.id, version: published.version };
}

/** What is published binds: its digest stands in the ledger. */
function digestOf(content: ItemContent): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}

function faultsOfShape(content: unknown): FieldFault[] {
  return [...Value.Errors(ItemContent, content)].slice(0, 20).flatMap(({ keyword, instancePath, params }) => {
    const field = ['content', ...instancePath.split('/').slice(1)].join('.');
    const missing = keyword === 'required' && 'requiredProperties' in params ? params.requiredProperties : undefined;
    return missing === undefined
      ? [{ field, code: 'format' }]
      : missing.map((name) => ({ field: `${field}.${name}`, code: 'required' }));
  });
}
