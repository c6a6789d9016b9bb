import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { PaperChecks, type PaperOnDesk, toHandedIn } from '../staff/PaperChecks.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Takes in at the window what the correction notice asked for; nothing else may be asked. */
export function ReceiveSupplement({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const receive = useCaseAct('POST /cases/:caseId/receive-supplement');
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(
    `doorstep.supplement.${kase.caseId}.${kase.round}`,
    {},
  );
  const open = kase.materials.filter((material) => material.defect && !material.defect.settled);
  const materials = open.map((material) => material.requirement);
  const got = toHandedIn(materials, papers).filter((material) => material.received);
  const form = useActForm({
    able,
    act: receive,
    faults: { materials: got.length === 0 && t('supplement.none') },
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
  return (
    <ActForm form={form} button={t('supplement.do')}>
      <p>{t('supplement.hint')}</p>
      <h2>{t('supplement.open')}</h2>
      <ul className="plain-list">
        {open.map((material) => (
          <li key={material.requirement.key}>
            {local(material.requirement.name)}
            {t('colon')}
            {material.defect?.howToFix}
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
