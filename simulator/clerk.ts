import { defective, handOver, onPaper, type Reply, type Scene } from './applicant.ts';
import type { Step } from './journey.rules.ts';

/** A clerk at a window. */
export async function actAsClerk(scene: Scene, { act, at }: Step): Promise<Reply> {
  const { district, applicant, requestId } = scene;
  const { journey, caseId } = applicant;
  const { matter, villageId, channel } = journey;
  const clerk = await scene.at(district.clerkFor(villageId, matter.itemId));
  switch (act) {
    case 'takeIn':
      return handOver(scene, clerk);
    case 'refuse':
      return clerk.call(
        'POST /cases/:caseId/refuse',
        { caseId, ground: 'notRequired', reason: '样例：经核对，该事项依法不需要办理。' },
        requestId(),
      );
    case 'correct': {
      const key = defective(journey);
      // Who says that a picture cannot be read has looked at it.
      if (channel === 'ONLINE')
        await clerk.call('POST /cases/:caseId/open-material', { caseId, key }, requestId('open'));
      const defect =
        channel === 'ONLINE'
          ? { key, kind: 'unreadable' as const, howToFix: '样例：照片看不清，请重新拍。' }
          : { key, kind: 'missing' as const, howToFix: '样例：请补交这份材料。' };
      return clerk.call('POST /cases/:caseId/correct', { caseId, defects: [defect] }, requestId());
    }
    case 'supplement':
      return clerk.call(
        'POST /cases/:caseId/receive-supplement',
        { caseId, materials: onPaper([defective(journey)]) },
        requestId(),
      );
    case 'accept':
      return clerk.call('POST /cases/:caseId/accept', { caseId }, requestId());
    case 'acceptTolerated':
      return clerk.call(
        'POST /cases/:caseId/accept-tolerated',
        {
          caseId,
          materials: [...matter.tolerated],
          supplyDay: scene.dayOf(journey.steps.find((step) => step.act === 'supplyOwed')?.at ?? at),
          method: 'WINDOW',
          signed: true,
        },
        requestId(),
      );
    case 'supplyOwed':
      return clerk.call(
        'POST /cases/:caseId/receive-tolerated',
        { caseId, materials: onPaper(matter.tolerated) },
        requestId(),
      );
    case 'withdraw':
      return clerk.call(
        'POST /cases/:caseId/withdraw-for-applicant',
        { caseId, signer: 'applicant', reason: '样例：不办了。', returned: [] },
        requestId(),
      );
    case 'assignDelivery':
      return clerk.call(
        'POST /cases/:caseId/assign-delivery',
        { caseId, postId: district.agentOf(villageId).postId },
        requestId(),
      );
    case 'deliver':
      return clerk.call(
        'POST /cases/:caseId/deliver',
        { caseId, method: 'DIRECT', receiver: 'applicant' },
        requestId(),
      );
    case 'mail':
      // The return slip came today.
      return clerk.call(
        'POST /cases/:caseId/serve-document',
        {
          caseId,
          documentId: applicant.resultId,
          method: 'MAIL',
          receiver: 'applicant',
          place: '样例：申请书所填地址',
          carrier: '中国邮政（样例）',
          trackingNumber: `SAMPLE${journey.person}`,
          day: scene.dayOf(at),
        },
        requestId(),
      );
    default:
      throw new Error(`A clerk does not ${act}.`);
  }
}
