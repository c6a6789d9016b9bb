import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BatchView } from '../../../../contract/devolution.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { acceptances, townshipOpinions } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useMe, useToday } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import { DevolutionDialog, type DialogField } from './DevolutionDialog.tsx';

type AskedAct = Exclude<BatchView['actions'][number], 'propose' | 'putItems'>;

const routes = {
  holdMeeting: 'POST /devolution-batches/:batchId/hold-meeting',
  openRound: 'POST /devolution-batches/:batchId/open-round',
  comment: 'POST /devolution-batches/:batchId/comment',
  closeRound: 'POST /devolution-batches/:batchId/close-round',
  reviewLegality: 'POST /devolution-batches/:batchId/review-legality',
  publish: 'POST /devolution-batches/:batchId/publish',
  recordTraining: 'POST /devolution-batches/:batchId/record-training',
  permit: 'POST /devolution-batches/:batchId/permit',
  startTrial: 'POST /devolution-batches/:batchId/start-trial',
  goLive: 'POST /devolution-batches/:batchId/go-live',
  takeBack: 'POST /devolution-batches/:batchId/take-back',
  withdraw: 'POST /devolution-batches/:batchId/withdraw',
  changeAcceptance: 'POST /devolution-batches/:batchId/change-acceptance',
} as const satisfies Record<AskedAct, string>;

/** Acts that bring a batch on, the furthest first: the first that is there is the next thing to do. */
const forward: readonly AskedAct[] = [
  'goLive',
  'startTrial',
  'permit',
  'recordTraining',
  'publish',
  'reviewLegality',
  'comment',
  'openRound',
  'holdMeeting',
];

/** What this caller may do now; nothing else stands here. */
export function DevolutionActs({ view }: { view: BatchView }) {
  const { t } = useWords();
  const [asked, ask] = useState<AskedAct>();
  const acts = view.actions.filter((act) => act !== 'propose');
  // Once there was a meeting, another one is no longer what comes next; nor is anything once it is live.
  const next = forward.find(
    (act) => acts.includes(act) && view.step !== (act === 'holdMeeting' ? 'JOINT_MEETING' : 'LIVE'),
  );
  if (acts.length === 0) return null;
  return (
    <div className="row devolution-acts">
      {acts
        .sort((a, b) => Number(b === next) - Number(a === next))
        .map((act) =>
          act === 'putItems' ? (
            <Link key={act} className="button" href={`/devolution/${view.batchId}/items`}>
              {t('devolution.acts.putItems')}
            </Link>
          ) : (
            <Button key={act} type={act === next ? 'primary' : 'default'} onClick={() => ask(act)}>
              {t(`devolution.acts.${act}`)}…
            </Button>
          ),
        )}
      {asked !== undefined && <AskedDialog view={view} act={asked} close={() => ask(undefined)} />}
    </div>
  );
}

function AskedDialog({ view, act, close }: { view: BatchView; act: AskedAct; close: () => void }) {
  const words = useWords();
  const { t } = words;
  const sent = useAct(routes[act]);
  const today = useToday();
  const ownOrganId = useMe().data?.me?.post?.organId;
  const organs = useOrgans(view);
  return (
    <DevolutionDialog
      kept={`${view.batchId}.${act}.${view.rounds.length}.${view.trainings.length}`}
      title={t(`devolution.acts.${act}`)}
      says={t(`devolution.effects.${act}`, { count: view.items })}
      fields={fieldsOf[act]({ view, today, ownOrganId, organs, words })}
      sent={sent}
      danger={act === 'takeBack' || act === 'withdraw'}
      onSend={(input, done) =>
        sent.mutate(
          {
            batchId: view.batchId,
            ...input,
            ...(act === 'reviewLegality' && { lawful: input.lawful === 'lawful' }),
          } as Inputs[(typeof routes)[AskedAct]],
          { onSuccess: done },
        )
      }
      close={close}
    />
  );
}

interface Named {
  readonly organId: string;
  readonly name: LocalText;
}

/** Who can sit in a joint meeting: who hands down, who receives, the departments, and the caller's own office. */
function useOrgans(view: BatchView): { chosen: readonly Named[]; all: readonly Named[] } {
  const post = useMe().data?.me?.post;
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  const chosen = uniqueOrgans([
    ...(post === undefined ? [] : [{ organId: post.organId, name: post.organ }]),
    ...view.from,
    ...view.offices.map(({ organ }) => organ),
  ]);
  const others = departments
    .filter(({ departmentId }) => departmentId !== 'township')
    .map(({ departmentId, name }) => ({ organId: departmentId, name }));
  return { chosen, all: uniqueOrgans([...chosen, ...others]) };
}

function uniqueOrgans(organs: readonly Named[]): Named[] {
  return [...new Map(organs.map((organ) => [organ.organId, organ])).values()];
}

interface Asking {
  readonly view: BatchView;
  readonly today: string;
  readonly ownOrganId: string | undefined;
  readonly organs: { chosen: readonly Named[]; all: readonly Named[] };
  readonly words: Words;
}

const note = ({ words: { t } }: Asking): DialogField => ({
  name: 'note',
  label: t('devolution.fields.note'),
  kind: 'words',
  most: 1000,
  optional: true,
});
const reason = ({ words: { t } }: Asking): DialogField => ({
  name: 'reason',
  label: t('devolution.fields.reason'),
  kind: 'words',
  most: 1000,
});
const optionOf =
  ({ words: { local } }: Asking) =>
  ({ organId, name }: Named) => ({ value: organId, label: local(name) });

/** What each act asks. */
const fieldsOf: Record<AskedAct, (asking: Asking) => DialogField[]> = {
  holdMeeting: (asking) => {
    const { today, organs, words } = asking;
    const { t } = words;
    return [
      { name: 'day', label: t('devolution.fields.day'), kind: 'day', max: today, initial: today },
      {
        name: 'organIds',
        label: t('devolution.fields.organs'),
        kind: 'many',
        initial: organs.chosen.map(({ organId }) => organId),
        options: organs.all.map(optionOf(asking)),
      },
      { name: 'minutesFileId', label: t('devolution.fields.minutes'), kind: 'file', optional: true },
      note(asking),
    ];
  },
  openRound: (asking) => [
    { name: 'untilDay', label: asking.words.t('devolution.fields.untilDay'), kind: 'day', min: asking.today },
    note(asking),
  ],
  comment: ({ words: { t } }) => [
    {
      name: 'opinion',
      label: t('devolution.fields.opinion'),
      kind: 'few',
      options: townshipOpinions.map((value) => ({ value, label: t(`devolution.opinions.${value}`) })),
    },
    { name: 'text', label: t('devolution.fields.text'), kind: 'words', most: 2000, optional: true },
  ],
  closeRound: (asking) => [note(asking)],
  reviewLegality: ({ words: { t } }) => [
    {
      name: 'lawful',
      label: t('devolution.fields.lawful'),
      kind: 'few',
      options: (['lawful', 'unlawful'] as const).map((value) => ({ value, label: t(`devolution.${value}`) })),
    },
    { name: 'opinion', label: t('devolution.fields.opinionText'), kind: 'words', most: 2000 },
  ],
  publish: (asking) => [
    { name: 'announcement', label: asking.words.t('devolution.fields.announcement'), kind: 'words', most: 500 },
    note(asking),
  ],
  recordTraining: (asking) => {
    const { view, today, words } = asking;
    const { t, local } = words;
    // A department records its own trainings, the bureau everybody's.
    const mine = view.from.filter(({ organId }) => organId === asking.ownOrganId);
    const own = mine.length > 0 ? mine : view.from;
    const [only] = own.length === 1 ? own : [];
    return [
      {
        name: 'organId',
        label: t('devolution.fields.organ'),
        kind: 'one',
        options: own.map(optionOf(asking)),
        ...(only && { initial: only.organId }),
      },
      { name: 'day', label: t('devolution.fields.day'), kind: 'day', max: today, initial: today },
      { name: 'hours', label: t('devolution.fields.hours'), kind: 'number', min: 0.5, max: 200, step: 0.5 },
      { name: 'section', label: t('devolution.fields.section'), kind: 'line', most: 60 },
      {
        name: 'staffIds',
        label: t('devolution.fields.people'),
        kind: 'ticks',
        groups: view.offices
          .map(({ name, posts }) => ({
            label: local(name),
            options: [
              ...new Map(
                posts.flatMap(({ holders }) =>
                  holders.map((holder) => [
                    holder.staffId,
                    {
                      value: holder.staffId,
                      label: holder.name + (holder.trained ? '' : t('devolution.notTrained')),
                    },
                  ]),
                ),
              ).values(),
            ],
          }))
          .filter(({ options }) => options.length > 0),
      },
      note(asking),
    ];
  },
  permit: (asking) => {
    const { view, words } = asking;
    const { t, local } = words;
    const ready = view.offices.flatMap(({ posts }) =>
      posts.filter(
        ({ holders, permitted }) => !permitted && holders.length > 0 && holders.every((each) => each.trained),
      ),
    );
    return [
      {
        name: 'postIds',
        label: t('devolution.fields.posts'),
        kind: 'ticks',
        initial: [...new Set(ready.map(({ postId }) => postId))],
        groups: view.offices
          .map(({ name, posts }) => ({
            label: local(name),
            options: posts
              .filter(({ permitted }) => !permitted)
              .map(({ postId, title, centerName, holders }) => ({
                value: postId,
                label: `${centerName ? `${local(centerName)} ` : ''}${local(title)}${t('colon')}${holders
                  .map((holder) => holder.name + (holder.trained ? '' : t('devolution.notTrained')))
                  .join(t('list.separator'))}`,
              })),
          }))
          .filter(({ options }) => options.length > 0),
      },
      { name: 'sealNote', label: t('devolution.fields.seal'), kind: 'line', most: 500, optional: true },
      { name: 'networkNote', label: t('devolution.fields.network'), kind: 'line', most: 500, optional: true },
      note(asking),
    ];
  },
  startTrial: (asking) => {
    const { today, words } = asking;
    return [
      { name: 'fromDay', label: words.t('devolution.fields.fromDay'), kind: 'day', min: today, initial: today },
      { name: 'untilDay', label: words.t('devolution.fields.untilDay'), kind: 'day', min: today },
      note(asking),
    ];
  },
  goLive: (asking) => [note(asking)],
  takeBack: (asking) => {
    const { view, today, words } = asking;
    return [
      {
        name: 'batchItemIds',
        label: words.t('devolution.fields.which'),
        hint: words.t('devolution.fields.allItems'),
        kind: 'many',
        optional: true,
        options: view.contents
          .filter(({ takenBackDay }) => takenBackDay === undefined)
          .map(({ batchItemId, name }) => ({ value: batchItemId, label: words.local(name) })),
      },
      { name: 'fromDay', label: words.t('devolution.fields.fromDay'), kind: 'day', min: today },
      reason(asking),
    ];
  },
  withdraw: (asking) => [reason(asking)],
  changeAcceptance: (asking) => {
    const { t, local } = asking.words;
    return [
      {
        name: 'receiverId',
        label: t('devolution.fields.receiver'),
        kind: 'one',
        options: asking.view.contents.flatMap((item) =>
          item.receiving
            .filter(({ untilDay }) => untilDay === undefined)
            .map(({ receiverId, organ, acceptance }) => ({
              value: receiverId,
              label: `${local(organ.name)}${t('colon')}${local(item.name)} (${t(`devolution.acceptances.${acceptance}`)})`,
            })),
        ),
      },
      {
        name: 'acceptance',
        label: t('devolution.fields.acceptance'),
        kind: 'few',
        options: acceptances.map((value) => ({ value, label: t(`devolution.acceptances.${value}`) })),
      },
      reason(asking),
    ];
  },
};
