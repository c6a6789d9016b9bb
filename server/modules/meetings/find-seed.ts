import type { Read } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { seedOf } from './draw.rules.ts';
import type { Panel } from './expert.store.ts';

/**
 * The seed of a panel's draw, from the hash of the ledger row that arranged it. It stands from the moment of the
 * arrangement, before anybody is drawn.
 */
export async function findSeed(
  read: Read,
  district: string,
  { meetingId, caseId, panel }: { meetingId: string; caseId: string; panel: Panel },
): Promise<{ ledgerHash: string; seed: string }> {
  const chain = await getChain(read, district, { kind: 'case', id: caseId });
  const arranged = chain.find(
    ({ act, body }) =>
      act === 'case.meetingArranged' &&
      (JSON.parse(body) as { facts: { meeting?: string } }).facts.meeting === meetingId,
  );
  if (arranged === undefined) throw new Error(`meeting ${meetingId} was arranged without a ledger row`);
  const ledgerHash = arranged.hash.toString('hex');
  return { ledgerHash, seed: seedOf({ meetingId, day: panel.day, ledgerHash, poolDigest: panel.poolDigest }) };
}
