import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept, useOwn } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActDialog, ActFoot, useActForm } from '../staff/act-form.tsx';
import { Blocked } from '../staff/CaseActions.tsx';
import { OwnTask } from '../staff/OwnTask.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Desk } from './Desk.tsx';
import { Opinions } from './Opinions.tsx';

/** The reviewer's opinion, written with phrases of his own; it cannot be changed afterwards. */
export function Review({ kase, task, able, done }: ActProps) {
  const { t, local } = useWords();
  const review = useCaseAct('POST /cases/:caseId/review');
  const [draft, setDraft, forget] = useKept<{ opinion?: 'agree' | 'disagree' | 'veto'; text: string }>(
    `doorstep.review.${kase.caseId}.${task?.taskId ?? ''}`,
    { text: '' },
  );
  const [phrases, setPhrases] = useOwn<string[]>('doorstep.phrases', [
    t('review.phrase1'),
    t('review.phrase2'),
    t('review.phrase3'),
    t('review.phrase4'),
  ]);
  const [managing, setManaging] = useState(false);
  const mayVeto = kase.process.stages.some(({ tasks }) =>
    tasks.some(({ key, veto }) => key === task?.key && veto === true && !task.added),
  );
  const insert = (phrase: string) => setDraft((before) => ({ ...before, text: before.text + phrase }));
  const form = useActForm({
    able,
    act: review,
    faults: {
      text: draft.text.trim() === '' && t('review.needText'),
      opinion: draft.opinion === undefined && t('review.needOpinion'),
    },
    submit: () => {
      if (draft.opinion === undefined) return;
      review.mutate(
        { caseId: kase.caseId, ...(task && { taskId: task.taskId }), opinion: draft.opinion, text: draft.text.trim() },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      );
    },
  });
  useKeys(Object.fromEntries(phrases.map((phrase, index) => [`Alt+${index + 1}`, () => insert(phrase)])));
  return (
    <>
      <Desk kase={kase}>
        <Opinions kase={kase} own={task} />
        <section aria-labelledby="mine" className="stack">
          <OwnTask kase={kase} task={task} act="review" />
          <div className="section-head">
            <h2 id="mine">
              {t('review.mine')} {task && <span className="quiet">{local(task.name)}</span>}
            </h2>
            <span className="hints quiet">
              <Key>Alt</Key> <Key>1</Key>–<Key>{phrases.length}</Key> {t('review.phrases')}
            </span>
          </div>
          <div className="phrases">
            {phrases.map((phrase, index) => (
              <button key={phrase} type="button" className="phrase" onClick={() => insert(phrase)}>
                <Key>{index + 1}</Key> {phrase}
              </button>
            ))}
            <button type="button" className="plain-link" onClick={() => setManaging(true)}>
              {t('review.manage')}
            </button>
          </div>
          <ActText
            form={form}
            name="text"
            label={t('review.text')}
            rows={5}
            maxLength={4000}
            placeholder={t(draft.opinion === 'disagree' ? 'review.disagreeHint' : 'review.textHint')}
            value={draft.text}
            onChange={(text) => setDraft((before) => ({ ...before, text }))}
          />
          <FieldGroup label={t('review.opinion')} fault={form.at('opinion', t('review.opinion'))}>
            <Radio.Group
              aria-label={t('review.opinion')}
              value={draft.opinion}
              onChange={(event) => setDraft((before) => ({ ...before, opinion: event.target.value }))}
              options={[
                { value: 'agree', label: t('review.agree') },
                { value: 'disagree', label: t('review.disagree') },
                ...(mayVeto ? [{ value: 'veto', label: t('review.veto') }] : []),
              ]}
            />
          </FieldGroup>
          {draft.opinion === 'veto' && <p className="quiet">{t('tasks.vetoHint')}</p>}
          <Blocked kase={kase} />
        </section>
      </Desk>
      <ActFoot form={form} button={t('review.do')} note={<p className="quiet">{t('review.effect')}</p>} />
      {managing && <Phrases phrases={phrases} onSave={setPhrases} close={() => setManaging(false)} />}
    </>
  );
}

function Phrases({
  phrases,
  onSave,
  close,
}: {
  phrases: string[];
  onSave: (phrases: string[]) => void;
  close: () => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState(phrases.join('\n'));
  const form = useActForm({
    act: { isPending: false, error: null },
    submit: () => {
      onSave([...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '').slice(0, 9));
      close();
    },
  });
  return (
    <ActDialog form={form} title={t('review.manage')} button={t('review.manageSave')} close={close}>
      <Field label={t('review.manageHint')}>
        {(bound) => (
          <Input.TextArea {...bound} rows={9} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}
