import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitMatter, getMaterials, planTelling, requirementsOf, serveNotice, startDecision } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';

/**
 * Accepts 受理 (ALL 32(1)(5), R-2.6): everything that the published version requires of this applicant is there. Refuses:
 * case_moved_on, item_not_authorised, five_days_over once the law has accepted, materials_missing.
 */
export async function acceptCase(tx: Tx, { caseId }: { caseId: string }, call: StaffCall): Promise<CaseReference> {
  const [matter, materials] = await Promise.all([
    admitMatter(tx, 'accept', caseId, call),
    getMaterials(tx, call.district, caseId),
  ]);
  const { theCase } = matter;
  const received = new Set(materials.filter((material) => material.received).map((material) => material.key));
  const missing = requirementsOf(matter).filter(({ key, necessity }) => necessity === 'required' && !received.has(key));
  if (missing.length > 0)
    throw new Refusal(
      'materials_missing',
      { count: missing.length },
      missing.map(({ key }) => ({ field: key, code: 'required' })),
    );
  const { after, notice, facts } = await startDecision(
    tx,
    {
      matter,
      acceptedDay: call.today,
      acceptedBy: call.staff.id,
      ground: theCase.round === 1 ? { kind: 'complete' } : { kind: 'corrected' },
    },
    call,
  );
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.accepted',
    place: matter.center.id,
    facts,
  });
  planTelling(tx, call, caseId, { template: 'accepted', facts: { dueDay: after.dueDay ?? '' } });
  return { caseId, documentIds: [notice.documentId] };
}
