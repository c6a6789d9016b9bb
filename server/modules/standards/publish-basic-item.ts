import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { BasicContent, PowerType } from '../../../contract/standards.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reviseCatalogue } from '../catalogue/index.ts';
import { basicItemFaults } from './basic-item.rules.ts';
import { insertBasicVersion, lockBasicItem } from './basic-item.store.ts';

export interface PublishBasicItem {
  readonly code: string;
  readonly type: PowerType;
  readonly content: BasicContent;
  /** What was changed and on what ground. */
  readonly note: string;
  /** The version that was edited; 0 for a new one. */
  readonly basedOn: number;
}

/**
 * Publishes a version of a basic item, which holds at once and never changes; one of a new code is made. Refuses
 * `invalid_input` with every fault, `basic_item_moved_on` where somebody published another version meanwhile.
 */
export async function publishBasicItem(
  tx: Tx,
  { code, type, content, note, basedOn }: PublishBasicItem,
  call: Call,
): Promise<{ basicItemId: string; version: number }> {
  const faults = basicItemFaults({ code, type, content });
  if (note.trim() === '') faults.push({ field: 'note', code: 'required' });
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  const { basicItemId, version: latest } = await lockBasicItem(tx, call.district, code);
  if (latest !== basedOn) throw new Refusal('basic_item_moved_on', { version: latest });
  const version = latest + 1;
  await insertBasicVersion(tx, call, { basicItemId, version, type, content, note: note.trim() });
  reviseCatalogue(tx, call.district);
  append(tx, call, {
    subject: { kind: 'basicItem', id: basicItemId },
    act: 'basicItem.published',
    facts: {
      code,
      version,
      contentDigest: createHash('sha256')
        .update(canonicalize({ type, content }) ?? '')
        .digest('hex'),
    },
  });
  return { basicItemId, version };
}
