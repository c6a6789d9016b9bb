import { aboutHolder } from '../../contract/questions.ts';
import { neededMaterials } from '../../contract/situations.ts';
import { everywhere, getCase } from '../modules/cases/index.ts';
import { getVersionInForce, processOf } from '../modules/catalogue/index.ts';
import { addWorkingDays, loadCalendar, type WorkCalendar } from '../modules/deadlines/index.ts';
import { getWindowLetter, takeInCase } from '../modules/intake/index.ts';
import { addExpert } from '../modules/meetings/index.ts';
import { actingAs } from '../modules/people/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import { dayOf, zone } from '../platform/clock.ts';
import { type Database, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { ofFirm } from './credit-code.ts';
import { endingStories } from './ending-stories.ts';
import { sampleAnswers } from './items/sample-answers.ts';
import { demoItems, type FoundedItems } from './items.ts';
import { enterOldLicence } from './old-licence.ts';
import type { FoundedPeople } from './people.ts';
import type { FoundedPlaces, OrganKey } from './places.ts';
import type { Sample, Scene } from './process-scene.ts';
import { sampleNumber } from './residents.ts';
import { unitStories } from './unit-stories.ts';

interface Founded {
  readonly places: FoundedPlaces;
  readonly people: FoundedPeople;
  readonly items: FoundedItems;
}

/** Sample experts of the pool, by field. */
const experts: readonly (readonly [
  name: string,
  employer: string,
  ...fields: Parameters<typeof addExpert>[1]['fields'],
])[] = [
  ['样例·专家甲', '样例·演示规划院', 'planning'],
  ['样例·专家乙', '样例·演示设计院', 'planning', 'construction'],
  ['样例·专家丙', '样例·演示建筑大学', 'construction'],
  ['样例·专家丁', '样例·演示消防学会', 'fireSafety', 'construction'],
  ['样例·专家戊', '样例·演示环境所', 'environment', 'planning'],
  ['样例·专家己', '样例·演示幼儿师范', 'other'],
];

/** Matters that several units work on, each brought so far by the product's own acts. */
export async function foundProcessCases(db: Database, founded: Founded, call: Call): Promise<void> {
  const calendar = await loadCalendar(db, call.district);
  const publisher = founded.people.everybody.get('publisher')?.staffId ?? '';
  const longAgo = { ...call, now: call.now.subtract({ hours: 24 * 60 }), today: call.today.subtract({ days: 60 }) };
  for (const [name, employer, ...fields] of experts)
    await transact(db, async (tx) =>
      addExpert(
        tx,
        { name, employer, fields: [...fields], relatives: [], interests: [], fromDay: longAgo.today.toString() },
        await actingAs(tx, longAgo, publisher),
      ),
    );
  const places = await loadPlaces(db, call.district);
  const villageId = places.centerById([...founded.places.centers.villages.values()][0] ?? '')?.regionId ?? '';
  for (const [at, sample] of [...unitStories, ...endingStories].entries())
    await foundCase(db, sample, at, founded, { call, calendar, villageId });
}

async function foundCase(
  db: Database,
  sample: Sample,
  at: number,
  { places, people, items }: Founded,
  { call, calendar, villageId }: { call: Call; calendar: WorkCalendar; villageId: string },
): Promise<void> {
  const item = demoItems.find(({ key }) => key === sample.item);
  if (item === undefined) return;
  let day = backFrom(call.today, sample.ago, calendar);
  let minute = 0;
  const act: Scene['act'] = (username, hour, run) => {
    minute += 1;
    const wanted = day
      .toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: (at % 8) * 3 + minute } })
      .toInstant();
    const now = Temporal.Instant.compare(wanted, call.now) > 0 ? call.now : wanted;
    return transact(db, async (tx) =>
      run(tx, await actingAs(tx, { ...call, now, today: dayOf(now) }, staff(username))),
    );
  };
  const staff = (username: string) => people.everybody.get(username)?.staffId ?? '';
  const itemId = items[item.key] ?? '';
  const organ = (key: OrganKey) => places.organs[key];
  const given = ofFirm(sampleAnswers(item.key, villageId), 300 + at);
  const answers: Record<string, string> = 'firm.name' in given ? { ...given, 'firm.name': sample.name } : { ...given };
  const { holds, byCommitment } = sample;
  const phone = `13000000${200 + at}`;
  if (holds !== undefined && item.organ !== 'township') {
    const organId = organ(item.organ);
    const licensed = { id: itemId, name: item.content.name.zh, code: item.code };
    const holder = { name: sample.name, number: answers['firm.uscc'] ?? '', phones: [phone] };
    answers['licenceNumber'] = await transact(db, (tx) =>
      enterOldLicence(tx, holds, { organId, item: licensed, holder }, call),
    );
  }
  const residentNumber = sampleNumber(300 + at);
  const about = { today: call.today.toString(), applicant: aboutHolder(residentNumber, call.today.toString()) };
  const { caseId } = await act('clerk.district', 9, async (tx, as) => {
    const whole = { whole: true, materials: [] };
    const letter = byCommitment && (await getWindowLetter(tx, { itemId, ...whole }, as));
    return takeInCase(
      tx,
      {
        itemId,
        applicant: { name: sample.name, residentNumber, phone, regionId: villageId },
        answers,
        materials: neededMaterials(item.content.materials, item.content.form, answers, about)
          .filter(({ necessity }) => necessity === 'required')
          .filter(({ commitment }) => letter === undefined || commitment === undefined)
          .map(({ key }) => ({ key, received: key !== sample.without, originals: 1, copies: 0, fileIds: [] })),
        deliveryWish: item.content.deliveryWishes[0] ?? 'WINDOW',
        ...(letter && { commitment: { ...whole, signed: letter.digest } }),
      },
      as,
    );
  });
  await sample.story({
    caseId,
    db,
    act,
    staff,
    organ,
    next: () => {
      const later = addWorkingDays(day, 1, calendar);
      if (Temporal.PlainDate.compare(later, call.today) <= 0) day = later;
    },
    task: async (name) => {
      const [{ tasks }, version] = await Promise.all([
        getCase(db, call.district, caseId, everywhere),
        getVersionInForce(db, call, itemId),
      ]);
      const outlined = processOf(version).stages.flatMap((stage) => stage.tasks);
      const key = outlined.find((task) => task.name.zh === name)?.key;
      const found = tasks.find((task) => task.key === key);
      if (found === undefined) throw new Error(`${item.key} has no task called ${name}`);
      return found.id;
    },
    time: (ahead, clock) => `${addWorkingDays(day, ahead, calendar)}T${clock}`,
  });
}

function backFrom(today: Temporal.PlainDate, ago: number, calendar: WorkCalendar): Temporal.PlainDate {
  let day = today;
  for (let left = ago; left > 0; left -= 1) {
    do day = day.subtract({ days: 1 });
    while (calendar.kindOf(day).kind === 'weekend' || calendar.kindOf(day).kind === 'holiday');
  }
  return day;
}
