import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Form, Refused, Submit } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';

/** Withdrawing says what it does before it is done. */
export function Withdraw() {
  const { t } = useTranslation('resident');
  const { caseId = '' } = useParams();
  const { text } = useSaying();
  const [, go] = useLocation();
  const withdraw = useAct('POST /my/cases/:caseId/withdraw');
  const toCase = `/my/cases/${caseId}`;
  const send = () => withdraw.mutate({ caseId }, { onSuccess: () => go(toCase, { replace: true }) });
  return (
    <Loaded of={useRead('GET /my/cases/:caseId', { caseId })}>
      {(matter) => {
        const may = matter.actions.includes('withdraw');
        return (
          <Page heading={t('withdraw.title')} before={<Back to={toCase}>{text(matter.itemName)}</Back>}>
            <p>
              <Say text={may ? t('withdraw.text', { item: text(matter.itemName) }) : t('withdraw.cannot')} />
            </p>
            {may ? (
              <Form onSubmit={send} busy={withdraw.isPending}>
                <Refused refusal={withdraw.error} retry={send} />
                <Submit working={t('withdraw.confirming')} busy={withdraw.isPending}>
                  {t('withdraw.confirm')}
                </Submit>
              </Form>
            ) : null}
            <p>
              <Link className="touch" href={toCase}>
                <span className="line">{t('withdraw.keep')}</span>
              </Link>
            </p>
          </Page>
        );
      }}
    </Loaded>
  );
}
