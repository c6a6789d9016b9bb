import { Input } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** The result of a special procedure came in today; the limit goes on with the next working day. */
export function EndProcedure({ kase, able, done }: ActProps) {
  const { t, day } = useWords();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const open = read.data?.procedures.find(({ endedDay }) => endedDay === undefined);
  const end = useCaseAct('POST /cases/:caseId/end-procedure');
  const [text, setText, forget] = useKept<string>(`doorstep.endProcedure.${kase.caseId}`, '');
  const result = text.trim();
  return (
    <ActForm
      able={able}
      pending={end.isPending}
      error={end.error}
      faults={result === '' ? [t('procedures.end.needResult')] : []}
      button={t('procedures.end.do')}
      effects={[t('procedures.end.today')]}
      submit={() =>
        end.mutate(
          { caseId: kase.caseId, result },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        )
      }
    >
      {open && (
        <>
          <p>
            {t('procedures.end.sentence', {
              ground: t(`procedures.ground.${open.ground}`),
              from: day(open.startedDay),
              until: day(open.expectedDay),
            })}
          </p>
          <p className="quiet">{open.reason}</p>
        </>
      )}
      <label htmlFor="procedure-result">{t('procedures.end.result')}</label>
      <Input.TextArea
        id="procedure-result"
        rows={5}
        maxLength={2000}
        placeholder={t('procedures.end.resultHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ActForm>
  );
}
