import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import {
  admitAct,
  type Case,
  type CaseReference,
  getMaterials,
  getMatter,
  type Matter,
  planTelling,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { addWorkingDays, loadCalendar } from '../deadlines/index.ts';
import { insertSupplies, planSupply, saveWithdrawal, unmarkByCommitment } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { supplyNotice, usualSupplyDays } from './supply-paper.rules.ts';

/**
 * The commitment is taken back before the decision (国办发〔2020〕42号): the matter goes on by the normal route. Before
 * acceptance the clerk's one correction notice asks for the materials. After it a notice of its own asks for them
 * by a day, the result is held until they are there, and what is not there by then ends the matter like any supply that was
 * owed. Refuses: commitment_not_there.
 */
export async function withdrawCommitment(
  tx: Tx,
  { caseId }: { caseId: string },
  call: ResidentCall | StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'withdrawCommitment', caseId, call);
  const matter = await getMatter(tx, call, theCase);
  const replaced = await unmarkByCommitment(tx, call.district, caseId);
  const handedIn = await getMaterials(tx, call.district, caseId);
  const asked = replaced.filter((key) => handedIn.some((material) => material.key === key && !material.received));
  const after: Case = { ...theCase, commitmentId: null };
  await saveWithdrawal(tx, call.district, caseId);
  const owing = theCase.acceptedDay !== null && asked.length > 0;
  const notice = owing ? await askFor(tx, { matter, after, asked }, call) : undefined;
  if (notice === undefined) saveCase(tx, call.district, after);
  const documentIds = notice === undefined ? [] : [notice.documentId];
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.commitmentWithdrawn',
    facts: {
      materials: asked,
      count: asked.length,
      documents: documentIds,
      ...(notice && { supplyDay: notice.supplyDay, number: notice.number, digest: notice.digest }),
    },
  });
  planTelling(tx, call, caseId, { template: 'commitmentWithdrawn', facts: { count: asked.length } });
  return { caseId, documentIds };
}

/** Asks for what the commitment stood for by a day; where something was owed already, the nearer day counts. */
async function askFor(
  tx: Tx,
  { matter, after, asked }: { matter: Matter; after: Case; asked: readonly string[] },
  call: ResidentCall | StaffCall,
) {
  const calendar = await loadCalendar(tx, call.district);
  const last = addWorkingDays(call.today, matter.version.content.correctionDays ?? usualSupplyDays, calendar);
  const supplyDay = last.toString();
  const { supplyDueDay } = after;
  saveCase(tx, call.district, {
    ...after,
    owedMaterials: after.owedMaterials + asked.length,
    supplyDueDay: supplyDueDay !== null && supplyDueDay < supplyDay ? supplyDueDay : supplyDay,
  });
  await insertSupplies(
    tx,
    call.district,
    after.id,
    asked.map((key) => ({ key, dueDay: supplyDay, method: null })),
  );
  const notice = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject: { kind: 'case', id: after.id },
      key: after.key,
      maskedHolder: after.maskedApplicant,
      content: supplyNotice(matter, {
        materials: asked,
        withdrawnDay: call.today.toString(),
        supplyDay,
        provisional: calendar.kindOf(last).provisional,
      }),
    },
    call,
  );
  serveNotice(tx, { theCase: after, documentId: notice.documentId }, call);
  planSupply(tx, call, { caseId: after.id, supplyDay }, calendar);
  return { ...notice, supplyDay };
}
