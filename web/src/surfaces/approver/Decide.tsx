import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import type { ActProps } from '../staff/act.ts';
import { DecideForm, useDecision } from '../staff/DecideForm.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Desk } from './Desk.tsx';
import { Opinions } from './Opinions.tsx';

/** Grant or deny, by another person than those who took in and reviewed; the decision is read before it is made. */
export function Decide({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const decide = useCaseAct('POST /cases/:caseId/decide');
  const decision = useDecision(kase, able);
  const [showing, show] = useState<'decision' | 'materials'>('materials');
  const { outcome } = decision.draft;
  useEffect(() => {
    if (outcome) show('decision');
  }, [outcome]);
  const submit = () => {
    decision.setTried(true);
    if (decision.input === undefined || decision.faults.length > 0) return;
    decide.mutate(decision.input, {
      onSuccess: () => {
        decision.forget();
        done();
      },
    });
  };
  useKeys({ 'Ctrl+Enter': able && !decide.isPending ? submit : undefined });
  return (
    <>
      <Desk
        kase={kase}
        {...(showing === 'decision' && outcome ? { paper: <PreviewPaper preview={decision.preview} /> } : {})}
      >
        <Opinions kase={kase} />
        {able && <DecideForm decision={decision} />}
        {outcome && able && (
          <p>
            <button
              type="button"
              className="plain-link"
              onClick={() => show(showing === 'decision' ? 'materials' : 'decision')}
            >
              {showing === 'decision'
                ? t('case.open')
                : t('doc.preview', { title: t(outcome === 'DENIED' ? 'doc.denialDecision' : 'doc.grantDecision') })}
            </button>
          </p>
        )}
      </Desk>
      <div className="act-foot">
        <div className="grow">
          <Refused error={decide.error} />
        </div>
        {able && outcome && (
          <Button type="primary" loading={decide.isPending} onClick={submit}>
            {t(`decide.do${outcome}`)} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
