import type { DraftState } from '../../contract/compilation.ts';
import {
  approveDraft,
  beginDraft,
  getDraftView,
  publishDraft,
  returnDraft,
  reviewDraft,
  saveDraft,
  submitDraft,
} from '../modules/compilation/index.ts';
import { actingAs } from '../modules/people/index.ts';
import { dayOf } from '../platform/clock.ts';
import { type Database, type Tx, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { both, sample } from './items/pieces.ts';
import type { FoundedItems } from './items.ts';
import type { FoundedPeople } from './people.ts';

type Content = Awaited<ReturnType<typeof getDraftView>>['content'];

interface SampleDraft {
  /** The item's key, and the department that compiles it. */
  readonly item: string;
  readonly department: string;
  readonly edit: (content: Content) => Partial<Content>;
  readonly reason: string;
  /** It adds a burden on this basis. */
  readonly basis?: ReturnType<typeof sample>;
  readonly until: Exclude<DraftState, 'ABANDONED' | 'DRAFT'>;
}

const answered =
  (question: ReturnType<typeof both>, answer: ReturnType<typeof both>): SampleDraft['edit'] =>
  ({ elements }) => ({ elements: { ...elements, questions: [...elements.questions, { question, answer }] } });

/** A change in every state of its way. */
const samples: readonly SampleDraft[] = [
  {
    item: 'waterAbstraction',
    department: 'water',
    edit: answered(
      both('一块地打两口井，要办两次吗？', 'Two wells on one piece of land: do I apply twice?'),
      both('不用，一次申请写清楚两口井的位置就行。', 'No. One application that names both places is enough.'),
    ),
    reason: '群众常问，写进指南。',
    until: 'PUBLISHED',
  },
  {
    item: 'shopSign',
    department: 'urban.management',
    edit: ({ elements }) => ({ elements: { ...elements, offHours: !elements.offHours } }),
    reason: '延时服务的安排变了。',
    until: 'APPROVED',
  },
  {
    item: 'publicRental',
    department: 'housing',
    edit: ({ materials }) => ({
      materials: [
        ...materials,
        {
          key: 'vehicleStatement',
          name: both('家庭车辆情况说明', 'Statement of the household’s vehicles'),
          hint: both('没有车也写一句“没有”。', 'If there is none, just say so.'),
          necessity: 'required',
          originals: 1,
          copies: 0,
          form: 'either',
          source: 'applicant',
          basis: sample('公共租赁住房管理办法'),
        },
      ],
    }),
    reason: '核对家庭财产时要看车辆情况。',
    basis: sample('公共租赁住房管理办法'),
    until: 'PENDING_APPROVAL',
  },
  {
    item: 'studentAid',
    department: 'education',
    edit: answered(
      both('在外地上学，能申请吗？', 'I study elsewhere. Can I apply?'),
      both('户口在本区就可以，网上申请，不用跑。', 'Yes, if your household is registered here. Apply online.'),
    ),
    reason: '开学前常有人问。',
    until: 'PENDING_REVIEW',
  },
  {
    item: 'veteranCard',
    department: 'veterans',
    edit: ({ howLong }) => ({ howLong: { ...howLong, zh: `${howLong.zh}。` } }),
    reason: '统一写法。',
    until: 'RETURNED',
  },
];

/** Changes of items under way, each made by the acts themselves in the last days. */
export async function foundDrafts(
  db: Database,
  { people, items }: { people: Pick<FoundedPeople, 'everybody'>; items: FoundedItems },
  call: Call,
): Promise<void> {
  for (const each of samples) await foundDraft(db, each, { people, items }, call);
}

async function foundDraft(
  db: Database,
  { item, department, edit, reason, basis, until }: SampleDraft,
  { people, items }: { people: Pick<FoundedPeople, 'everybody'>; items: FoundedItems },
  call: Call,
): Promise<void> {
  const act = <T>(
    username: string,
    hoursAgo: number,
    run: (tx: Tx, as: Awaited<ReturnType<typeof actingAs>>) => Promise<T>,
  ) => {
    const staffId = people.everybody.get(username)?.staffId ?? '';
    const now = call.now.subtract({ hours: hoursAgo });
    return transact(db, async (tx) => run(tx, await actingAs(tx, { ...call, now, today: dayOf(now) }, staffId)));
  };
  const [manager, reviewer] = [`items.${department}`, `items.${department}.reviewer`];
  const { draftId } = await act(manager, 72, async (tx, as) => {
    const begun = await beginDraft(tx, { itemId: items[item] ?? '' }, as);
    const { revision, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = await getDraftView(
      tx,
      begun,
      as,
    );
    return saveDraft(
      tx,
      {
        ...begun,
        ...{ revision, profile, caseType, level, acceptingOrganId, decidingOrganId },
        content: { ...content, ...edit(content) },
      },
      as,
    );
  });
  // Saved once, and handed in once.
  const read = (round: number) => ({ draftId, revision: 1, round });
  await act(manager, 70, (tx, as) =>
    submitDraft(tx, { ...read(0), reason, ...(basis !== undefined && { burdenBasis: basis }) }, as),
  );
  if (until === 'PENDING_REVIEW') return;
  if (until === 'RETURNED') {
    await act(reviewer, 48, (tx, as) => returnDraft(tx, { draftId, reason: '意思没有变，不用单独改一版。' }, as));
    return;
  }
  await act(reviewer, 48, (tx, as) => reviewDraft(tx, read(1), as));
  await act('publisher', 46, (tx, as) => approveDraft(tx, read(1), as));
  if (until === 'PUBLISHED') await act('publisher', 45, (tx, as) => publishDraft(tx, read(1), as));
}
