import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { ResidentCase } from '../../../../contract/cases.ts';
import type { FileView } from '../../../../contract/documents.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, type Wrong } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { Upload } from '../../ui/resident/upload.tsx';

export function Supplement() {
  const { caseId = '' } = useParams();
  return (
    <Loaded of={useRead('GET /my/cases/:caseId', { caseId })}>{(matter) => <SupplementPage matter={matter} />}</Loaded>
  );
}

/** Uploaded and not yet sent, by case; in memory only, so that signing in again does not lose it. */
const uploaded = new Map<string, Record<string, readonly FileView[]>>();

/** Everything that the one notice listed, each with how to put it right; sent only when each has a new file. */
function SupplementPage({ matter }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  const { text, day } = useSaying();
  const [, go] = useLocation();
  const { caseId } = matter;
  const listed = matter.materials.filter(({ defect }) => defect !== undefined && !defect.settled);
  const [files, setFiles] = useState(uploaded.get(caseId) ?? {});
  const [busy, setBusy] = useState<string[]>([]);
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useAct('POST /my/cases/:caseId/supplement');
  const toCase = `/my/cases/${caseId}`;
  const open = listed.filter(({ requirement }) => (files[requirement.key] ?? []).length === 0);
  if (listed.length === 0 || !matter.actions.includes('supplement')) {
    return (
      <Page heading={t('supplement.title')} before={<Back to={toCase}>{text(matter.itemName)}</Back>}>
        <p>
          <Say text={t('supplement.none')} />
        </p>
      </Page>
    );
  }
  const submit = () => {
    const waiting = busy[0];
    const found =
      waiting !== undefined
        ? [{ field: waiting, sentence: t('apply.materials.wait') }]
        : open.map(({ requirement }) => ({
            field: requirement.key,
            sentence: t('supplement.missing', { label: text(requirement.name) }),
          }));
    setAttempt(attempt + 1);
    setWrongs(found);
    if (found.length > 0) return;
    const materials = Object.entries(files).map(([key, list]) => ({ key, fileIds: list.map(({ fileId }) => fileId) }));
    send.mutate(
      { caseId, materials },
      {
        onSuccess: () => {
          uploaded.delete(caseId);
          go(toCase);
        },
      },
    );
  };
  return (
    <Page
      heading={t('supplement.title')}
      errors={wrongs.length}
      before={
        <>
          <Back to={toCase}>{text(matter.itemName)}</Back>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      <p>
        <Say text={t('supplement.text', { count: listed.length })} />
        {matter.due?.purpose !== 'correction' ? null : (
          <strong className="block">
            <Say text={t('supplement.until', { day: day(matter.due.day) })} />
          </strong>
        )}
        <span className="block hint">
          <Say text={t('apply.materials.text')} />
        </span>
      </p>
      <Form onSubmit={submit} busy={send.isPending}>
        {listed.map(({ requirement: { key, name }, defect, files: before }) => (
          <section key={key} className="material">
            <h2>
              {text(name)}
              {defect === undefined ? null : <span className="necessity">{t(`supplement.kinds.${defect.kind}`)}</span>}
            </h2>
            {defect === undefined ? null : (
              <p>
                <Say text={t('supplement.how', { text: defect.howToFix })} />
              </p>
            )}
            {before.length === 0 ? null : (
              <p className="hint">
                {t('supplement.before')} {before.map((file) => file.name).join(t('story.comma'))}
              </p>
            )}
            <Upload
              id={key}
              material={text(name)}
              files={files[key] ?? []}
              wrong={wrongs.find((wrong) => wrong.field === key)?.sentence}
              onBusy={(isBusy) => setBusy((now) => (isBusy ? [...now, key] : now.filter((each) => each !== key)))}
              onChange={(list) => {
                uploaded.set(caseId, { ...uploaded.get(caseId), [key]: list });
                setFiles((now) => ({ ...now, [key]: list }));
                setWrongs((now) => now.filter((wrong) => wrong.field !== key));
              }}
            />
          </section>
        ))}
        <p role="status">
          <Say text={open.length === 0 ? t('supplement.ready') : t('supplement.left', { count: open.length })} />
        </p>
        <Refused refusal={send.error} retry={submit} />
        <Submit working={t('supplement.submitting')} busy={send.isPending}>
          {t('supplement.submit')}
        </Submit>
      </Form>
    </Page>
  );
}
