import { defective, type Reply, type Scene } from './applicant.ts';
import type { Step } from './journey.rules.ts';
import { wishOf } from './journey.rules.ts';

/** A one-pixel picture: what is on it nobody looks at here. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An applicant at his phone. */
export async function actAsResident(scene: Scene, { act }: Step): Promise<Reply> {
  const { applicant, requestId } = scene;
  const { caseId } = applicant;
  const me = await scene.account();
  switch (act) {
    case 'apply':
      return apply(scene);
    case 'supplement': {
      const key = defective(applicant.journey);
      const fileIds = [await me.send('POST /my/files', `${key}.png`, picture, requestId('file'))];
      return me.call('POST /my/cases/:caseId/supplement', { caseId, materials: [{ key, fileIds }] }, requestId());
    }
    case 'withdraw':
      return me.call('POST /my/cases/:caseId/withdraw', { caseId }, requestId());
    case 'receiveResult':
      return me.call('POST /my/cases/:caseId/receive-result', { caseId }, requestId());
    default:
      throw new Error(`A resident does not ${act}.`);
  }
}

/** Begins, fills in, photographs and submits. */
async function apply({ district, applicant: { journey }, requestId, account }: Scene): Promise<Reply> {
  const me = await account();
  const { matter, villageId, delivery } = journey;
  const { caseId } = await me.call('POST /my/cases', { itemId: matter.itemId }, requestId('begin'));
  const materials = await Promise.all(
    matter.required.map(async (key) => ({
      key,
      fileIds: [await me.send('POST /my/files', `${key}.png`, picture, requestId(`file-${key}`))],
    })),
  );
  await me.call(
    'POST /my/cases/:caseId/save',
    {
      caseId,
      answers: district.answers(matter, villageId),
      materials,
      regionId: villageId,
      deliveryWish: wishOf(delivery),
    },
    requestId('save'),
  );
  return me.call('POST /my/cases/:caseId/submit', { caseId }, requestId());
}
