import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Loading } from '../staff/Loading.tsx';
import { PaperChecks, type PaperOnDesk, toHandedIn } from '../staff/PaperChecks.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 收容缺材料: what was owed and has come; the rest stays owed. */
export function ReceiveTolerated({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const read = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId });
  const receive = useCaseAct('POST /cases/:caseId/receive-tolerated');
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(`doorstep.supply.${kase.caseId}`, {});
  const owed = read.data?.owed ?? [];
  const materials = kase.materials
    .map(({ requirement }) => requirement)
    .filter(({ key }) => owed.some((each) => each.key === key));
  const got = toHandedIn(materials, papers).filter(({ received }) => received);
  const form = useActForm({
    able,
    act: receive,
    faults: { materials: got.length === 0 && t('commitments.receive.none') },
    submit: () =>
      receive.mutate(
        { caseId: kase.caseId, materials: got },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
  return (
    <ActForm form={form} button={t('commitments.receive.do')}>
      <p>{t('commitments.receive.hint')}</p>
      <ul className="plain-list">
        {owed.map((each) => (
          <li key={each.key}>
            {local(each.name)}
            {each.day !== undefined && (
              <>
                {t('colon')}
                {t('commitments.receive.until', { day: day(each.day) })}
              </>
            )}
          </li>
        ))}
      </ul>
      <FieldGroup label={t('commitments.receive.papers')} fault={form.at('materials', t('commitments.receive.papers'))}>
        <PaperChecks
          materials={materials}
          papers={papers}
          onChange={(key, paper) => setPapers((before) => ({ ...before, [key]: paper }))}
        />
      </FieldGroup>
    </ActForm>
  );
}
