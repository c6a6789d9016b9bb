import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import type { MyCommitment } from '../../../../contract/commitments.ts';
import type { FileView } from '../../../../contract/documents.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, type Wrong } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { Upload } from '../../ui/resident/upload.tsx';

/** 容缺补交: what is owed, by when; one at a time is fine. */
export function Owed() {
  const { caseId = '' } = useParams();
  return (
    <Loaded of={useRead('GET /my/cases/:caseId/commitment', { caseId })}>
      {(commitment) => <OwedPage caseId={caseId} commitment={commitment} />}
    </Loaded>
  );
}

function OwedPage({ caseId, commitment: { owed, supplyDueDay } }: { caseId: string; commitment: MyCommitment }) {
  const { t } = useTranslation('resident');
  const { text, day } = useSaying();
  const [, go] = useLocation();
  const [files, setFiles] = useState<Record<string, readonly FileView[]>>({});
  const [busy, setBusy] = useState<string[]>([]);
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const supply = useAct('POST /my/cases/:caseId/supply');
  const toCase = `/my/cases/${caseId}`;
  const given = Object.entries(files).filter(([, list]) => list.length > 0);
  const submit = () => {
    const waiting = busy[0];
    const found =
      waiting !== undefined
        ? [{ field: waiting, sentence: t('apply.materials.wait') }]
        : given.length === 0
          ? [{ field: owed[0]?.key ?? '', sentence: t('commit.owed.missing') }]
          : [];
    setAttempt(attempt + 1);
    setWrongs(found);
    if (found.length > 0) return;
    const materials = given.map(([key, list]) => ({ key, fileIds: list.map(({ fileId }) => fileId) }));
    supply.mutate({ caseId, materials }, { onSuccess: () => go(toCase) });
  };
  return (
    <Page
      heading={t('commit.owed.title')}
      errors={wrongs.length}
      before={
        <>
          <Back to={toCase}>{t('commit.back')}</Back>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      <p>
        <Say text={owed.length === 0 ? t('commit.owed.none') : t('commit.owed.text', { count: owed.length })} />
        {owed.length === 0 ? null : (
          <strong className="block">
            <Say
              text={
                supplyDueDay === undefined ? t('commit.owed.noDay') : t('commit.owed.until', { day: day(supplyDueDay) })
              }
            />
          </strong>
        )}
      </p>
      {owed.length === 0 ? null : (
        <Form onSubmit={submit} busy={supply.isPending}>
          {owed.map(({ key, name }) => (
            <section key={key} className="material">
              <h2>{text(name)}</h2>
              <Upload
                id={key}
                material={text(name)}
                files={files[key] ?? []}
                wrong={wrongs.find((wrong) => wrong.field === key)?.sentence}
                onBusy={(isBusy) => setBusy((now) => (isBusy ? [...now, key] : now.filter((each) => each !== key)))}
                onChange={(list) => {
                  setFiles((now) => ({ ...now, [key]: list }));
                  setWrongs([]);
                }}
              />
            </section>
          ))}
          <Refused refusal={supply.error} retry={submit} />
          <Submit working={t('commit.owed.submitting')} busy={supply.isPending}>
            {t('commit.owed.submit')}
          </Submit>
        </Form>
      )}
    </Page>
  );
}

/** 撤回承诺 says what it does before it is done. */
export function WithdrawCommitment() {
  const { t } = useTranslation('resident');
  const { caseId = '' } = useParams();
  const [, go] = useLocation();
  const withdraw = useAct('POST /my/cases/:caseId/withdraw-commitment');
  const toCase = `/my/cases/${caseId}`;
  const send = () => withdraw.mutate({ caseId }, { onSuccess: () => go(toCase, { replace: true }) });
  return (
    <Loaded of={useRead('GET /my/cases/:caseId/commitment', { caseId })}>
      {({ mayWithdraw }) => (
        <Page heading={t('commit.withdraw.title')} before={<Back to={toCase}>{t('commit.back')}</Back>}>
          <p>
            <Say text={mayWithdraw ? t('commit.withdraw.text') : t('commit.withdraw.cannot')} />
          </p>
          {mayWithdraw ? (
            <Form onSubmit={send} busy={withdraw.isPending}>
              <Refused refusal={withdraw.error} retry={send} />
              <Submit working={t('commit.withdraw.confirming')} busy={withdraw.isPending}>
                {t('commit.withdraw.confirm')}
              </Submit>
            </Form>
          ) : null}
          <p>
            <Link className="touch" href={toCase}>
              <span className="line">{t('commit.withdraw.keep')}</span>
            </Link>
          </p>
        </Page>
      )}
    </Loaded>
  );
}
