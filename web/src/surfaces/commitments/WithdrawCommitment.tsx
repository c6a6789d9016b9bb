import { useRead } from '../../api/hooks.ts';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 撤回承诺 for whoever stands at the window: says what must be handed in then. */
export function WithdrawCommitment({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const { chosen, materials = [] } = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId }).data ?? {};
  const withdraw = useCaseAct('POST /cases/:caseId/withdraw-commitment');
  const replaced = materials.filter(({ key }) => chosen?.kind === 'ITEM' || chosen?.materialKeys.includes(key));
  const form = useActForm({
    able,
    act: withdraw,
    submit: () => withdraw.mutate({ caseId: kase.caseId }, { onSuccess: done }),
  });
  return (
    <ActForm form={form} button={t('commitments.withdraw.do')}>
      <p>{t('commitments.withdraw.sentence')}</p>
      {replaced.length > 0 && (
        <p>{t('commitments.withdraw.asks', { names: replaced.map(({ name }) => local(name)).join(t('comma')) })}</p>
      )}
    </ActForm>
  );
}
