import { aboutHolder } from '../../contract/questions.ts';
import { neededMaterials } from '../../contract/situations.ts';
import { reviewCase, signForCase } from '../modules/cases/index.ts';
import { addWorkingDays, loadCalendar } from '../modules/deadlines/index.ts';
import { decideAtDesk, decideCase, deliverCase } from '../modules/decisions/index.ts';
import { acceptCase, correctCase, takeInCase } from '../modules/intake/index.ts';
import { actingAs } from '../modules/people/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import { dayOf, zone } from '../platform/clock.ts';
import { type Database, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { ofFirm } from './credit-code.ts';
import type { DemoItem } from './items/pieces.ts';
import { sampleAnswers } from './items/sample-answers.ts';
import { demoItems, type FoundedItems } from './items.ts';
import type { FoundedPeople, SamplePost } from './people.ts';
import type { FoundedPlaces } from './places.ts';
import { granddaughter, grandmother, sampleNumber } from './residents.ts';

/** How far a sample case has come; each step is an act of the product, done on its own working day. */
type Step = 'accept' | 'correct' | 'signFor' | 'review' | 'grant' | 'deny' | 'deliver';

interface Sample {
  readonly town: number;
  /** The item's key. */
  readonly item: string;
  /** Working days ago that it was taken in. */
  readonly ago: number;
  readonly steps: readonly Step[];
  readonly person: number;
  /** The granddaughter stands at the window for her grandmother, with a mandate. */
  readonly byMandate?: true;
}

const samples: readonly Sample[] = [
  { town: 0, item: 'hygieneLicence', ago: 0, steps: [], person: 0 },
  { town: 0, item: 'hygieneLicence', ago: 2, steps: [], person: 1 },
  { town: 0, item: 'hygieneLicence', ago: 4, steps: [], person: 2 },
  { town: 0, item: 'hygieneLicence', ago: 5, steps: [], person: 3 },
  { town: 0, item: 'hygieneLicence', ago: 7, steps: ['correct'], person: 4 },
  { town: 0, item: 'hygieneLicence', ago: 3, steps: ['accept'], person: 5 },
  { town: 0, item: 'hygieneLicence', ago: 8, steps: ['accept', 'signFor'], person: 6 },
  { town: 0, item: 'hygieneLicence', ago: 9, steps: ['accept', 'signFor', 'review'], person: 7 },
  { town: 0, item: 'hygieneLicence', ago: 12, steps: ['accept', 'signFor', 'review', 'grant'], person: 8 },
  { town: 0, item: 'hygieneLicence', ago: 15, steps: ['accept', 'signFor', 'review', 'deny', 'deliver'], person: 9 },
  { town: 0, item: 'seniorCard', ago: 1, steps: ['accept'], person: 10 },
  { town: 0, item: 'seniorCard', ago: 3, steps: ['accept', 'grant', 'deliver'], person: 11 },
  { town: 1, item: 'seniorCard', ago: 2, steps: ['accept', 'grant'], person: 12 },
  { town: 1, item: 'hygieneLicence', ago: 1, steps: [], person: 13 },
  { town: 2, item: 'hygieneLicence', ago: 14, steps: ['accept', 'signFor'], person: 14 },
  { town: 0, item: 'seniorAllowance', ago: 2, steps: ['accept'], person: 15, byMandate: true },
  { town: 0, item: 'disabilityCard', ago: 4, steps: ['accept', 'signFor'], person: 16 },
  { town: 0, item: 'cooperative', ago: 1, steps: [], person: 17 },
  { town: 0, item: 'treeFelling', ago: 6, steps: ['accept', 'signFor', 'review', 'grant'], person: 18 },
  { town: 1, item: 'soleTrader', ago: 3, steps: ['accept', 'signFor', 'review'], person: 19 },
  { town: 1, item: 'medicalEnrolment', ago: 2, steps: ['accept'], person: 20 },
  { town: 2, item: 'unemployment', ago: 1, steps: ['accept', 'grant', 'deliver'], person: 21 },
];

const familyNames = '肖邓彭梁曾颜龚戴谭成阳贺胡周欧易申柳石段姚童';

/** A few cases in every state, each made by the acts themselves on days gone by. */
export async function foundCases(
  db: Database,
  { places, people, items }: { places: FoundedPlaces; people: FoundedPeople; items: FoundedItems },
  call: Call,
): Promise<void> {
  const towns = [...places.centers.townships.keys()];
  for (const sample of samples)
    await foundCase(db, sample, towns[sample.town] as string, { places, people, items }, call);
}

async function foundCase(
  db: Database,
  sample: Sample,
  town: string,
  { places, people, items }: { places: FoundedPlaces; people: FoundedPeople; items: FoundedItems },
  call: Call,
): Promise<void> {
  const calendar = await loadCalendar(db, call.district);
  const clerk = people.clerks.get(town)?.staffId as string;
  const item = demoItems.find(({ key }) => key === sample.item) as DemoItem;
  // The health bureau's posts stand in nobody's way where the township decides: nothing is reviewed there.
  const reviewer = people.reviewers.get(item.organ === 'township' ? 'health' : item.organ) as SamplePost;
  const decider = (
    item.organ === 'township' ? people.townshipDeciders.get(town) : people.deciders.get(item.organ)
  ) as SamplePost;
  let day = call.today;
  for (let left = sample.ago; left > 0; left -= 1) {
    day = day.subtract({ days: 1 });
    while (calendar.kindOf(day).kind === 'weekend' || calendar.kindOf(day).kind === 'holiday')
      day = day.subtract({ days: 1 });
  }
  const at = (on: Temporal.PlainDate, hour: number): Call => {
    const wanted = on
      .toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: 5 + sample.person * 3 } })
      .toInstant();
    const now = Temporal.Instant.compare(wanted, call.now) > 0 ? call.now : wanted;
    return { ...call, now, today: dayOf(now) };
  };
  const act = <T>(
    staffId: string,
    hour: number,
    run: (tx: Parameters<Parameters<typeof transact>[1]>[0], as: Awaited<ReturnType<typeof actingAs>>) => Promise<T>,
  ) => transact(db, async (tx) => run(tx, await actingAs(tx, at(day, hour), staffId)));
  const next = () => {
    const later = addWorkingDays(day, 1, calendar);
    day = Temporal.PlainDate.compare(later, call.today) > 0 ? day : later;
  };

  const map = await loadPlaces(db, call.district);
  const villageId =
    map.childrenOf(map.centerById(places.centers.townships.get(town) ?? '')?.regionId ?? '')[0]?.id ?? '';
  const { caseId } = await act(clerk, 9, (tx, as) =>
    takeInCase(tx, application(sample, item, { items, villageId, today: call.today }), as),
  );
  for (const step of sample.steps) {
    const immediate = item.caseType === 'IMMEDIATE';
    if (!immediate) next();
    if (step === 'accept') await act(clerk, 10, (tx, as) => acceptCase(tx, { caseId }, as));
    if (step === 'correct')
      await act(clerk, 10, (tx, as) =>
        correctCase(
          tx,
          { caseId, defects: [{ key: 'testReport', kind: 'missing', howToFix: '请交一年以内的检测报告。' }] },
          as,
        ),
      );
    if (step === 'signFor') await act(reviewer.staffId, 11, (tx, as) => signForCase(tx, { caseId }, as));
    if (step === 'review')
      await act(reviewer.staffId, 14, (tx, as) =>
        reviewCase(tx, { caseId, opinion: 'agree', text: '材料齐全，符合法定形式，符合规定的条件。' }, as),
      );
    if (step === 'grant' && immediate)
      await act(clerk, 10, (tx, as) => decideAtDesk(tx, { caseId, outcome: 'GRANTED' }, as, decider.staffId));
    if (step === 'grant' && !immediate)
      await act(decider.staffId, 15, (tx, as) => decideCase(tx, { caseId, outcome: 'GRANTED' }, as));
    if (step === 'deny')
      await act(decider.staffId, 15, (tx, as) =>
        decideCase(tx, { caseId, outcome: 'DENIED', reason: '检测报告中空气质量一项不合格，整改后可以重新申请。' }, as),
      );
    if (step === 'deliver')
      await act(clerk, 16, (tx, as) => deliverCase(tx, { caseId, method: 'DIRECT', receiver: 'applicant' }, as));
  }
}

/** What a sample person hands in at the window: everything, except where the story needs a gap. */
function application(
  sample: Sample,
  item: DemoItem,
  { items, villageId, today }: { items: FoundedItems; villageId: string; today: Temporal.PlainDate },
): Parameters<typeof takeInCase>[1] {
  const name = `样例·${familyNames[sample.person]}某某`;
  const applicant = sample.byMandate
    ? grandmother
    : {
        name,
        residentNumber: sampleNumber(100 + sample.person),
        phone: `130000001${String(sample.person).padStart(2, '0')}`,
      };
  const filled = ofFirm(sampleAnswers(item.key, villageId), 100 + sample.person);
  const answers =
    'businessName' in filled ? { ...filled, businessName: `样例·${familyNames[sample.person]}记理发店` } : filled;
  const about = { today: today.toString(), applicant: aboutHolder(applicant.residentNumber, today.toString()) };
  const isMissing = (key: string) => sample.steps.includes('correct') && key === 'testReport';
  return {
    itemId: items[item.key] as string,
    applicant,
    ...(sample.byMandate && { agent: { ...granddaughter, untilDay: today.add({ months: 6 }).toString() } }),
    answers,
    materials: neededMaterials(item.content.materials, item.content.form, answers, about)
      .filter(({ necessity }) => necessity === 'required')
      .map(({ key }) => ({ key, received: !isMissing(key), originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  };
}
