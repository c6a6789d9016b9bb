import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** The result of a special procedure came in today; the limit goes on with the next working day. */
export function EndProcedure({ kase, able, done }: ActProps) {
  const { t, day } = useWords();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const open = read.data?.procedures.find(({ endedDay }) => endedDay === undefined);
  const end = useCaseAct('POST /cases/:caseId/end-procedure');
  const [text, setText, forget] = useKept<string>(`doorstep.endProcedure.${kase.caseId}`, '');
  const result = text.trim();
  const form = useActForm({
    able,
    act: end,
    faults: {
      result: result === '' && t('procedures.end.needResult'),
    },
    submit: () =>
      end.mutate(
        { caseId: kase.caseId, result },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  return (
    <ActForm form={form} button={t('procedures.end.do')} effects={[t('procedures.end.today')]}>
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
      <ActText
        form={form}
        name="result"
        label={t('procedures.end.result')}
        rows={5}
        maxLength={2000}
        placeholder={t('procedures.end.resultHint')}
        value={text}
        onChange={(text) => setText(text)}
      />
    </ActForm>
  );
}
