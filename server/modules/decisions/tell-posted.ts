import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openJson } from '../../platform/vault/index.ts';
import { everywhere, getCase, tellApplicants } from '../cases/index.ts';
import { findService, type ServiceProof } from '../documents/index.ts';

/** Tells the applicant by whom a paper was posted, and under which number: what only the sealed proof of the service says. */
export async function tellPosted(
  tx: Tx,
  { caseId, serviceId }: { caseId: string; serviceId: string },
  call: Call,
): Promise<void> {
  const [{ key }, service] = await Promise.all([
    getCase(tx, call.district, caseId, everywhere),
    findService(tx, call.district, serviceId),
  ]);
  if (service === undefined || service.sealedProof === null) return;
  const { post } = openJson<ServiceProof>(key, service.sealedProof);
  if (post !== null)
    await tellApplicants(tx, [{ caseId, template: 'posted', facts: { title: service.title, ...post } }], call);
}
