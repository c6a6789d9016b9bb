import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CaseNotice } from '../../../../contract/procedures.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** The objections to a notice; whoever may closes it answers them here. */
export function Objections({ caseId, notice, able }: { caseId: string; notice: CaseNotice; able: boolean }) {
  const words = useWords();
  const { t } = words;
  if (notice.objections.length === 0) return <p className="quiet">{t('procedures.close.noObjections')}</p>;
  return (
    <ol className="stack">
      {notice.objections.map((one) => (
        <li key={one.objectionId} className="block">
          <p>
            <strong>{one.name}</strong>{' '}
            <span className="quiet">
              {[t(one.channel === 'ONLINE' ? 'procedures.close.online' : 'procedures.close.window'), one.phone ?? '']
                .filter(Boolean)
                .join(t('comma'))}{' '}
              {words.at(one.at)}
            </span>
          </p>
          <p>{one.text}</p>
          {one.answer === undefined ? (
            able && <Answer caseId={caseId} objectionId={one.objectionId} name={one.name} />
          ) : (
            <p>
              <span className="quiet">{t('procedures.close.answered', { who: one.answeredBy?.name ?? '' })}</span>
              {one.answer}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Answer({ caseId, objectionId, name }: { caseId: string; objectionId: string; name: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const answer = useCaseAct('POST /cases/:caseId/answer-objection');
  const [text, setText] = useState('');
  const id = `answer-${objectionId}`;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        answer.mutate(
          { caseId, objectionId, text: text.trim() },
          { onSuccess: () => void client.invalidateQueries({ queryKey: ['GET /cases/:caseId/procedures'] }) },
        );
      }}
    >
      <label htmlFor={id}>{t('procedures.close.answerLabel', { name })}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Refused error={answer.error} />
      <p>
        <Button htmlType="submit" loading={answer.isPending}>
          {t('procedures.close.doAnswer')}
        </Button>
      </p>
    </form>
  );
}
