import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentCase } from '../../../../contract/cases.ts';
import { useAct } from '../../api/hooks.ts';
import { Why } from '../../features/why/why.tsx';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, TextField, type Wrong } from '../../ui/resident/form.tsx';
import { Back, Chevron, Page } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { CaseStory } from './case-story.tsx';
import { purposeOf } from './case-why.tsx';

/** Where is my matter? By number and query code, without an account. */
export function Query() {
  const [matter, setMatter] = useState<ResidentCase>();
  const [why, setWhy] = useState(false);
  if (matter === undefined) return <Ask onFound={setMatter} />;
  if (why) return <QueryWhy matter={matter} onBack={() => setWhy(false)} />;
  return <Found matter={matter} onWhy={() => setWhy(true)} onOther={() => setMatter(undefined)} />;
}

function Ask({ onFound }: { onFound: (matter: ResidentCase) => void }) {
  const { t } = useTranslation('resident');
  const { fault, refused } = useSentences();
  const query = useAct('POST /case-queries');
  const [caseNo, setCaseNo] = useState('');
  const [queryCode, setQueryCode] = useState('');
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sentenceAt = (field: string) => wrongs.find((wrong) => wrong.field === field)?.sentence;
  const submit = () => {
    const typed = { caseNo: plain(caseNo), queryCode: plain(queryCode) };
    const required = (field: 'caseNo' | 'queryCode') =>
      typed[field] === '' ? [{ field, sentence: fault({ field, code: 'required' }, t(`query.${field}`)) }] : [];
    const found = [...required('caseNo'), ...required('queryCode')];
    setAttempt(attempt + 1);
    setWrongs(found);
    if (found.length > 0) return;
    query.mutate(typed, {
      onSuccess: onFound,
      onError: (refusal) => {
        if (refusal.code === 'query_wrong') setWrongs([{ field: 'caseNo', sentence: refused(refusal) }]);
      },
    });
  };
  return (
    <Page
      heading={t('query.title')}
      errors={wrongs.length}
      before={
        <>
          <Back to="/">{t('home')}</Back>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      <p>
        <Say text={t('query.text')} />
      </p>
      <Form onSubmit={submit} busy={query.isPending}>
        <TextField
          id="caseNo"
          label={t('query.caseNo')}
          hint={t('query.caseNoHint')}
          wrong={sentenceAt('caseNo')}
          value={caseNo}
          onChange={setCaseNo}
        />
        <TextField
          id="queryCode"
          label={t('query.queryCode')}
          hint={t('query.queryCodeHint')}
          wrong={sentenceAt('queryCode')}
          value={queryCode}
          onChange={setQueryCode}
          narrow
        />
        {wrongs.length > 0 ? null : <Refused refusal={query.error} retry={submit} />}
        <Submit working={t('query.finding')} busy={query.isPending}>
          {t('query.find')}
        </Submit>
      </Form>
      <p className="hint">
        <Say text={t('query.counted')} />
      </p>
    </Page>
  );
}

/** Copied numbers come with blanks, full-width characters and small letters. */
function plain(typed: string): string {
  return typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .toUpperCase();
}

function Found({ matter, onWhy, onOther }: { matter: ResidentCase; onWhy: () => void; onOther: () => void }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <Page
      key="found"
      heading={text(matter.itemName)}
      className="case"
      before={<Turn onClick={onOther}>{t('query.another')}</Turn>}
    >
      <CaseStory
        mine={false}
        matter={matter}
        why={
          <button type="button" className="plain" onClick={onWhy}>
            <span className="line">{t('due.why')}</span>
          </button>
        }
      />
      <p className="hint">
        <Say text={t('query.masked')} />
      </p>
    </Page>
  );
}

function QueryWhy({ matter, onBack }: { matter: ResidentCase; onBack: () => void }) {
  const { t } = useTranslation('why');
  const { text } = useSaying();
  const { hotline } = useDistrict();
  return (
    <Page key="why" heading={t('title')} before={<Turn onClick={onBack}>{text(matter.itemName)}</Turn>}>
      {matter.explanation === undefined ? null : (
        <Why explanation={matter.explanation} purpose={purposeOf(matter)} hotline={hotline} />
      )}
    </Page>
  );
}

/** A way back inside this page: the case has no address without an account. */
function Turn({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <nav className="back">
      <button type="button" className="plain" onClick={onClick}>
        <Chevron turned />
        <span className="line">{children}</span>
      </button>
    </nav>
  );
}
