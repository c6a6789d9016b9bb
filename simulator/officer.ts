import type { Reply, Scene } from './applicant.ts';
import { townshipOrgan } from './district.ts';
import type { Step } from './journey.rules.ts';
import { Refused } from './office.ts';

/**
 * A reviewer or decider of an organ. A guide names the organ of the district; where its power went down, what is not found there
 * lies with the township.
 */
export async function actAsOfficer(scene: Scene, step: Step): Promise<Reply> {
  const { district, applicant } = scene;
  const { villageId, matter } = applicant.journey;
  const place = `${matter.itemId} ${district.clerkFor(villageId, matter.itemId).organId}`;
  if (district.handedDown.has(place)) return actAt(scene, { ...step, organ: townshipOrgan });
  try {
    return await actAt(scene, step);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404 || step.organ === townshipOrgan) throw error;
    const reply = await actAt(scene, { ...step, organ: townshipOrgan });
    district.handedDown.add(place);
    return reply;
  }
}

async function actAt(scene: Scene, { act, organ = '' }: Step): Promise<Reply> {
  const { district, applicant, requestId } = scene;
  const { journey, caseId } = applicant;
  const { villageId, matter, fate } = journey;
  const isDenied = fate === 'denied';
  if (act === 'decide') {
    const decider = await scene.at(district.deciderOf(organ, villageId));
    const reply = await decider.call(
      'POST /cases/:caseId/decide',
      isDenied
        ? { caseId, outcome: 'DENIED', ground: 'conditionsUnmet', reason: '样例：经审查，不符合办理条件。' }
        : { caseId, outcome: 'GRANTED' },
      requestId(),
    );
    applicant.resultId = reply.documentIds[0] ?? '';
    return reply;
  }
  const reviewer = await scene.at(district.reviewerOf(organ, villageId));
  const opinion = isDenied ? 'disagree' : 'agree';
  switch (act) {
    case 'signFor':
      return reviewer.call('POST /cases/:caseId/sign-for', { caseId }, requestId());
    case 'review':
      return reviewer.call(
        'POST /cases/:caseId/review',
        { caseId, opinion, text: isDenied ? '样例：不符合条件。' : '样例：材料齐全，符合条件。' },
        requestId(),
      );
    case 'postNotice': {
      const isLimited = matter.stages.flat().some(({ kind, isLimited }) => kind === 'PUBLIC_NOTICE' && isLimited);
      return reviewer.call(
        'POST /cases/:caseId/post-notice',
        { caseId, content: '样例：拟准予，现予公示。', ...(!isLimited && { days: 5 }) },
        requestId(),
      );
    }
    case 'closeNotice':
      return reviewer.call(
        'POST /cases/:caseId/close-notice',
        { caseId, opinion, conclusion: '样例：公示期满，无异议。' },
        requestId(),
      );
    case 'certify':
      return reviewer.call('POST /cases/:caseId/certify', { caseId }, requestId());
    default:
      throw new Error(`An officer does not ${act}.`);
  }
}
