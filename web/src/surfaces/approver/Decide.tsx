import { useEffect, useState } from 'react';
import type { ActProps } from '../staff/act.ts';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
import { DecideForm, useDecision } from '../staff/DecideForm.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
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
  const form = useActForm({
    able,
    act: decide,
    faults: decision.faults,
    submit: () => {
      if (decision.input === undefined) return;
      decide.mutate(decision.input, {
        onSuccess: () => {
          decision.forget();
          done();
        },
      });
    },
  });
  return (
    <>
      <Desk
        kase={kase}
        {...(showing === 'decision' && outcome ? { paper: <PreviewPaper preview={decision.preview} /> } : {})}
      >
        <Opinions kase={kase} />
        {able && <DecideForm decision={decision} at={form.at} />}
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
      <ActFoot form={form} button={t(outcome === undefined ? 'act.decide' : `decide.do${outcome}`)} />
    </>
  );
}
