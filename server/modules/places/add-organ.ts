import { checkUscc } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Organ } from './place.rules.ts';
import { insertOrgan } from './place.store.ts';

/** Adds an organ or organisation. Refuses `invalid_input` where its credit code is none (GB 32100). */
export async function addOrgan(tx: Tx, organ: Omit<Organ, 'id'>, call: Call): Promise<{ organId: string }> {
  const code = organ.uscc === undefined ? undefined : checkUscc(organ.uscc);
  if (code?.ok === false) throw new Refusal('invalid_input', {}, [{ field: 'uscc', code: `uscc_${code.reason}` }]);
  const organId = await insertOrgan(tx, call.district, organ);
  append(tx, call, {
    subject: { kind: 'organ', id: organId },
    act: 'organ.added',
    facts: {
      name: organ.name.zh,
      level: organ.level,
      ...(organ.uscc !== undefined && { uscc: organ.uscc }),
      regionId: organ.regionId,
      isAdministrativeOrgan: organ.isAdministrativeOrgan,
    },
  });
  return { organId };
}
