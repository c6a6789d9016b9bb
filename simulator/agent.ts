import { handOver, type Reply, type Scene } from './applicant.ts';
import type { Step } from './journey.rules.ts';

/** A village's agent at his station, or on the way with a result. */
export async function actAsAgent(scene: Scene, { act }: Step): Promise<Reply> {
  const { district, applicant, requestId } = scene;
  const agent = await scene.at(district.agentOf(applicant.journey.villageId));
  switch (act) {
    case 'takeIn':
      return handOver(scene, agent);
    case 'carry':
      return agent.call(
        'POST /cases/:caseId/deliver',
        { caseId: applicant.caseId, method: 'ENTRUSTED', receiver: 'applicant' },
        requestId(),
      );
    default:
      throw new Error(`An agent does not ${act}.`);
  }
}
