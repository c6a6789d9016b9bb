import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  correctionNotice,
  getMaterials,
  getMatter,
  planTelling,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { insertSupplies, saveWithdrawal, unmarkByCommitment } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';

/**
 * The commitment is taken back before the decision (国办发〔2020〕42号): the matter goes on by the normal route. Before
 * acceptance the clerk's one correction notice asks for the materials; after it they are asked for at once, and the
 * result is held until they are there. Refuses: commitment_not_there.
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
  const isAccepted = theCase.acceptedDay !== null;
  await Promise.all([
    saveWithdrawal(tx, call.district, caseId),
    ...(isAccepted && asked.length > 0
      ? [
          insertSupplies(
            tx,
            call.district,
            caseId,
            asked.map((key) => ({ key, dueDay: null, method: null })),
          ),
        ]
      : []),
    saveCase(tx, call.district, {
      ...theCase,
      commitmentId: null,
      owedMaterials: theCase.owedMaterials + (isAccepted ? asked.length : 0),
    }),
  ]);
  const notice =
    isAccepted && asked.length > 0
      ? await issueDocument(
          tx,
          {
            organ: matter.acceptingOrgan,
            subject: { kind: 'case', id: caseId },
            key: theCase.key,
            maskedHolder: theCase.maskedApplicant,
            content: correctionNotice(matter, {
              defects: asked.map((key) => ({ key, kind: 'missing', howToFix: '撤回承诺后，请按一般程序提交' })),
              lastDay: null,
            }),
          },
          call,
        )
      : undefined;
  if (notice !== undefined) serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  const documentIds = notice === undefined ? [] : [notice.documentId];
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.commitmentWithdrawn',
    facts: {
      materials: asked,
      count: asked.length,
      documents: documentIds,
      ...(notice && { number: notice.number, digest: notice.digest }),
    },
  });
  planTelling(tx, call, caseId, { template: 'commitmentWithdrawn', facts: { count: asked.length } });
  return { caseId, documentIds };
}
