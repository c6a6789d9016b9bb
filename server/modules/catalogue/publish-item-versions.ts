import { Compile } from 'typebox/compile';
import { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getStaffedOrgans } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { digestContent } from './digest-content.ts';
import { faultsOf, type ItemVersion, type PublishedVersion, type PublishItemVersion } from './item.rules.ts';
import { insertVersions, lockItems } from './item.store.ts';
import { findFileFaults, keepItemFiles } from './item-file.store.ts';
import { namedOrganFaults, postFaults } from './process.rules.ts';

/**
 * Publishes versions of several items, each with a code of its own, in as few round trips as one; the answers stand in
 * the order of what was given. Refuses as `publishItemVersion` does, with the faults of the first that has any: then
 * nothing is published.
 */
export async function publishItemVersions(
  tx: Tx,
  inputs: readonly PublishItemVersion[],
  call: Call,
): Promise<PublishedVersion[]> {
  const refuseFor = (faults: FieldFault[]) => {
    if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  };
  for (const { content } of inputs) refuseFor(faultsOfShape(content));
  const [calendar, places, staffed] = await Promise.all([
    loadCalendar(tx, call.district),
    loadPlaces(tx, call.district),
    getStaffedOrgans(tx, call),
  ]);
  for (const input of inputs) {
    const strangers = (['acceptingOrganId', 'decidingOrganId'] as const).filter((field) => {
      const organId = input[field];
      return organId !== null && places.organById(organId)?.isAdministrativeOrgan !== true;
    });
    refuseFor([
      ...faultsOf(input, calendar),
      ...namedOrganFaults(input.content, places),
      ...postFaults(input, { places, staffed }),
      ...strangers.map((field) => ({ field, code: 'not_an_organ' })),
    ]);
    refuseFor(await findFileFaults(tx, call.district, input));
  }

  const items = await lockItems(
    tx,
    call.district,
    inputs.map(({ code }) => code),
  );
  const versions = inputs.map((input): ItemVersion => {
    const item = items.get(input.code);
    if (item === undefined) throw new Error(`item ${input.code} was not made`);
    return { ...input, id: newId(), itemId: item.itemId, version: item.version + 1 };
  });
  await insertVersions(tx, call.district, versions);
  await keepItemFiles(tx, call.district, versions);
  return versions.map(({ id, itemId, version, code, effectiveDay, content }) => {
    append(tx, call, {
      subject: { kind: 'item', id: itemId },
      act: 'item.published',
      facts: { itemVersionId: id, version, code, effectiveDay, contentDigest: digestContent(content) },
    });
    return { itemId, itemVersionId: id, version };
  });
}

const shape = Compile(ItemContent);

function faultsOfShape(content: unknown): FieldFault[] {
  if (shape.Check(content)) return [];
  return [...shape.Errors(content)].slice(0, 20).flatMap(({ keyword, instancePath, params }) => {
    const field = ['content', ...instancePath.split('/').slice(1)].join('.');
    const missing = keyword === 'required' && 'requiredProperties' in params ? params.requiredProperties : undefined;
    return missing === undefined
      ? [{ field, code: 'format' }]
      : missing.map((name) => ({ field: `${field}.${name}`, code: 'required' }));
  });
}
