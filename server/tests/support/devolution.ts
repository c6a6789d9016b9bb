import type { BatchView, ProposedItem } from '../../../contract/devolution.ts';
import { newId } from '../../platform/ids.ts';
import { licenceAnswers, licencePapers } from './applications.ts';
import { organOf } from './filing.ts';
import type { Client, Town } from './town.ts';

export const provincialOrder = { law: '湖南省乡镇权力清单规定', mark: 'sample' } as const;
export const licensingLaw = { law: '行政许可法', article: '第二十四条', mark: 'checked' } as const;

/** The hygiene licence going down to the first township. */
export const licenceDown = (town: Town, over: Partial<ProposedItem> = {}): ProposedItem => ({
  itemId: town.items.hygieneLicence,
  mode: 'DEVOLVED',
  receivers: { kind: 'TOWNSHIPS', regionIds: [town.regions.town] },
  basis: provincialOrder,
  effectiveDay: town.today(),
  ...over,
});

export const proposeItems = (town: Town, items: ProposedItem[]) =>
  town.itemManager.call('POST /devolution-batches', { title: '下放公共场所卫生许可', items });

/** A joint meeting of the bureau and the first township. */
export async function meet(town: Town, batchId: string): Promise<void> {
  const organIds = [await organOf(town, '区卫生健康局'), await organOf(town, '甲镇')];
  await town.itemPublisher.call('POST /devolution-batches/:batchId/hold-meeting', {
    batchId,
    day: town.today(),
    organIds,
  });
}

/** Three rounds of comments, each closed by the publisher. */
export async function askTownships(town: Town, batchId: string): Promise<void> {
  for (const round of [1, 2, 3]) {
    await town.itemPublisher.call('POST /devolution-batches/:batchId/open-round', { batchId, untilDay: town.today() });
    await town.townDecider.call('POST /devolution-batches/:batchId/comment', {
      batchId,
      opinion: round === 1 ? 'AGREE_WITH_CHANGE' : 'AGREE',
      ...(round === 1 && { text: '请先培训。' }),
    });
    await town.itemPublisher.call('POST /devolution-batches/:batchId/close-round', { batchId });
  }
}

export async function bringToPublished(town: Town, items: ProposedItem[]): Promise<string> {
  const { batchId } = await proposeItems(town, items);
  await meet(town, batchId);
  await askTownships(town, batchId);
  await town.itemReviewer.call('POST /devolution-batches/:batchId/review-legality', {
    batchId,
    lawful: true,
    opinion: '依据充分。',
  });
  await town.itemPublisher.call('POST /devolution-batches/:batchId/publish', {
    batchId,
    announcement: '区政府门户网站',
  });
  return batchId;
}

export async function train(
  town: Town,
  batchId: string,
  who: readonly Client[],
  day = town.today(),
): Promise<BatchView> {
  return town.itemManager.call('POST /devolution-batches/:batchId/record-training', {
    batchId,
    organId: await organOf(town, '区卫生健康局'),
    day,
    hours: 4,
    section: '行政审批股',
    staffIds: who.map(({ staffId }) => staffId),
  });
}

/** To the last day of the trial, with one post of each office trained and permitted; the day after it may go live. */
export async function bringToTrial(town: Town, items: ProposedItem[]): Promise<string> {
  const batchId = await bringToPublished(town, items);
  const { offices } = await train(town, batchId, [town.clerk, town.agent]);
  const trained = [town.clerk.staffId, town.agent.staffId];
  const postIds = offices.flatMap(({ posts }) =>
    posts.filter(({ holders }) => holders.some(({ staffId }) => trained.includes(staffId))).map(({ postId }) => postId),
  );
  await town.itemPublisher.call('POST /devolution-batches/:batchId/permit', {
    batchId,
    postIds,
    sealNote: '启用甲镇审批专用章',
    networkNote: '电子政务外网已通',
  });
  await town.itemPublisher.call('POST /devolution-batches/:batchId/start-trial', {
    batchId,
    fromDay: town.today(),
    untilDay: town.today(),
  });
  return batchId;
}

export async function nextDay(town: Town): Promise<void> {
  await town.at(`${Temporal.PlainDate.from(town.today()).add({ days: 1 })}T09:00`);
}

/** All the way; live on the day after. */
export async function goLive(town: Town, items: ProposedItem[]): Promise<string> {
  const batchId = await bringToTrial(town, items);
  await nextDay(town);
  await town.itemPublisher.call('POST /devolution-batches/:batchId/go-live', { batchId });
  return batchId;
}

const numbers = ['431302190001010041', '431302190001010068', '431302190001010076', '431302190001010084'];
let people = 0;

/** A licence application of somebody of the village, handed in at the township. */
export async function takeInDown(town: Town): Promise<string> {
  people += 1;
  const residentNumber = numbers[people % numbers.length] ?? '';
  const { caseId } = await town.clerk.call('POST /cases/take-in', {
    itemId: town.items.hygieneLicence,
    applicant: { name: `样例·老板${residentNumber.slice(-3)}`, residentNumber, regionId: town.regions.village },
    answers: licenceAnswers,
    materials: licencePapers.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  });
  return caseId;
}

/** The senior citizen card, which the township decides, taken in at the first township too. */
export const seniorCardDown = (town: Town): ProposedItem => ({
  itemId: town.items.seniorCard,
  mode: 'SERVICE_FORWARD',
  receivers: { kind: 'TOWNSHIPS', regionIds: [town.regions.town] },
  effectiveDay: town.today(),
});

let numbered = 0;

/** A batch that stands at a step, with all that the next act asks for; the bureau's item, received by two organs. */
export async function batchAt(
  town: Town,
  step: BatchView['step'],
  {
    openRounds = 0,
    closedRounds = 0,
    trained,
    empty = false,
    heard = false,
  }: { openRounds?: number; closedRounds?: number; trained?: string; empty?: boolean; heard?: boolean } = {},
): Promise<{ batchId: string; organId: string; receiverId: string }> {
  numbered += 1;
  const number = numbered;
  const [batchId, itemId, receiverId, trainingId] = [newId(), newId(), newId(), newId()];
  const { district } = town;
  const { pool } = town.db;
  const [bureau, township] = [await organOf(town, '区卫生健康局'), await organOf(town, '甲镇')];
  const today = town.today();
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  await pool.query(
    `insert into devolution_batches (district, id, year, number, title, step, proposed_at, published_day, trial_from_day, trial_until_day, live_day)
     values ($1, $2, 2000, $3, '样例批次', $4, '2026-03-02T01:00:00Z', $5, $6, $6, $5)`,
    [district, batchId, number, step, today, yesterday],
  );
  for (let round = 1; round <= openRounds + closedRounds; round += 1)
    await pool.query(
      `insert into devolution_rounds (district, id, batch_id, round, from_day, until_day) values ($1, uuidv7(), $2, $3, $4, $5)`,
      [district, batchId, round, yesterday, round <= closedRounds ? yesterday : today],
    );
  if (empty) return { batchId, organId: bureau, receiverId };
  await pool.query(
    `insert into devolution_items (district, id, batch_id, item_id, organisation_id, mode, receiver_kind, region_ids, effective_day)
     values ($1, $2, $3, $4, $5, 'SERVICE_FORWARD', 'TOWNSHIPS', $6, $7)`,
    [district, itemId, batchId, town.items.seniorCard, bureau, [town.regions.town], today],
  );
  // What the bureau itself receives lies in the next township: so its decider has a word too.
  for (const [id, regionId, organId] of [
    [receiverId, town.regions.town, township],
    ...(step === 'JOINT_MEETING' ? [[newId(), town.regions.otherTown, bureau] as const] : []),
  ])
    await pool.query(
      `insert into devolution_receivers (district, id, batch_item_id, region_id, level, organisation_id, acceptance)
       values ($1, $2, $3, $4, 'TOWNSHIP', $5, 'NOT_ACCEPTED')`,
      [district, id, itemId, regionId, organId],
    );
  // Every receiving organ has said something in every round.
  if (heard)
    await pool.query(
      `insert into devolution_comments (district, id, round_id, organisation_id, opinion, text, staff_id, commented_at)
       select $1, uuidv7(), r.id, organ, 'AGREE', '同意。', $3, '2026-03-02T01:00:00Z'
       from devolution_rounds r, unnest($4::uuid[]) organ where r.district = $1 and r.batch_id = $2`,
      [district, batchId, town.townDecider.staffId, [township, bureau]],
    );
  if (trained !== undefined) {
    await pool.query(
      `insert into devolution_trainings (district, id, batch_id, organisation_id, day, minutes, section) values ($1, $2, $3, $4, $5, 120, '样例股')`,
      [district, trainingId, batchId, bureau, today],
    );
    await pool.query(`insert into devolution_attendees (district, training_id, staff_id) values ($1, $2, $3)`, [
      district,
      trainingId,
      trained,
    ]);
  }
  return { batchId, organId: bureau, receiverId };
}

/** A batch whose meeting left minutes. */
export async function batchWithFile(town: Town, fileId: string): Promise<{ batchId: string; fileId: string }> {
  const { batchId } = await batchAt(town, 'JOINT_MEETING');
  await town.db.pool.query(
    `insert into devolution_meetings (district, id, batch_id, day, organ_ids, minutes_file_id) values ($1, $2, $3, $4, '{}', $5)`,
    [town.district, newId(), batchId, town.today(), fileId],
  );
  return { batchId, fileId };
}

/** A finding in a state, which the bureau owns, by a run that is done. */
export async function aFinding(
  town: Town,
  state: 'OPEN' | 'RECTIFIED' | 'CLOSED',
): Promise<{ findingId: string; lookBackId: string; organId: string }> {
  const [findingId, lookBackId] = [newId(), newId()];
  const organId = await organOf(town, '区卫生健康局');
  await town.db.pool.query(
    `insert into look_backs (district, id, since_day, state, done, total, kinds, fresh, reopened, gone, started_by, organisation_id, started_at, finished_at)
     values ($1, $2, '2026-01-01', 'DONE', 1, 1, '{}', 1, 0, 0, $3, $4, '2026-03-02T01:00:00Z', '2026-03-02T01:00:00Z')`,
    [town.district, lookBackId, town.itemPublisher.staffId, organId],
  );
  await town.db.pool.query(`delete from look_back_notes where district = $1`, [town.district]);
  await town.db.pool.query(`delete from look_back_findings where district = $1 and kind = 'UNTRAINED'`, [
    town.district,
  ]);
  await town.db.pool.query(
    `insert into look_back_findings (district, id, kind, state, item_id, region_id, level, mode, centers, adjusted_day, owner_organ_id, look_back_id, found_at)
     values ($1, $2, 'UNTRAINED', $3, $4, $5, 'TOWNSHIP', 'SERVICE_FORWARD', 1, '2026-02-01', $6, $7, '2026-03-02T01:00:00Z')`,
    [town.district, findingId, state, town.items.seniorCard, town.regions.town, organId, lookBackId],
  );
  return { findingId, lookBackId, organId };
}
