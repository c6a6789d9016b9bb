import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { checkMobile } from '../../../../contract/identifiers.ts';
import { useAct } from '../../api/hooks.ts';
import { useDistrict } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, TextField, type Wrong } from '../../ui/resident/form.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useMe, wayBack } from './self.ts';

interface Sent {
  typed: string;
  phone: string;
  validMinutes: number;
  againInSeconds: number;
}

/** Half-width digits without the blanks of a copied number. */
const digitsOf = (typed: string) =>
  typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '');

/** Phone, then code; then on to where one was going. */
export function SignIn() {
  const [search] = useSearchParams();
  const to = wayBack(search.get('to'), '/my');
  const me = useMe();
  const [sent, setSent] = useState<Sent>();
  if (me !== undefined) return <Redirect replace to={to} />;
  return sent === undefined ? (
    <Phone onSent={setSent} />
  ) : (
    <Code key={sent.typed} sent={sent} to={to} onOther={() => setSent(undefined)} />
  );
}

function Phone({ onSent }: { onSent: (sent: Sent) => void }) {
  const { t } = useTranslation('resident');
  const { fault } = useSentences();
  const send = useAct('POST /phone-codes');
  const [phone, setPhone] = useState('');
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const label = t('signIn.phone');
  const submit = () => {
    const typed = digitsOf(phone);
    setAttempt(attempt + 1);
    if (!checkMobile(typed).ok) {
      const code = typed === '' ? 'required' : 'phone';
      setWrongs([{ field: 'phone', sentence: fault({ field: 'phone', code }, label) }]);
      return;
    }
    setWrongs([]);
    send.mutate(
      { phone: typed },
      {
        onSuccess: (reply) => onSent({ typed, ...reply }),
        onError: ({ fields }) => setWrongs(fields.map((each) => ({ field: 'phone', sentence: fault(each, label) }))),
      },
    );
  };
  return (
    <Page
      heading={t('signIn.title')}
      errors={wrongs.length}
      before={
        <>
          <Back to="/">{t('home')}</Back>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      <p>
        <Say text={t('signIn.text')} />
      </p>
      <Form onSubmit={submit} busy={send.isPending}>
        <TextField
          id="phone"
          label={label}
          hint={t('signIn.phoneHint')}
          wrong={wrongs[0]?.sentence}
          value={phone}
          onChange={setPhone}
          numeric
          narrow
          autoComplete="tel-national"
        />
        {wrongs.length > 0 ? null : <Refused refusal={send.error} />}
        <Submit working={t('signIn.sending')} busy={send.isPending}>
          {t('signIn.send')}
        </Submit>
      </Form>
    </Page>
  );
}

function Code({ sent, to, onOther }: { sent: Sent; to: string; onOther: () => void }) {
  const { t } = useTranslation('resident');
  const { mode } = useDistrict();
  const [, go] = useLocation();
  const { fault, refused } = useSentences();
  const enter = useAct('POST /resident-sessions');
  const resend = useAct('POST /phone-codes');
  const [code, setCode] = useState('');
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [wait, setWait] = useState(sent.againInSeconds);
  const [said, setSaid] = useState('');
  const waiting = wait > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => setWait((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  const submit = () => {
    const typed = digitsOf(code);
    setAttempt(attempt + 1);
    if (typed === '') {
      setWrongs([{ field: 'code', sentence: fault({ field: 'code', code: 'required' }, t('signIn.code')) }]);
      return;
    }
    setWrongs([]);
    enter.mutate(
      { phone: sent.typed, code: typed },
      {
        onSuccess: () => go(to, { replace: true }),
        onError: (refusal) => {
          if (refusal.code === 'code_wrong' || refusal.code === 'code_expired' || refusal.code === 'invalid_input') {
            const sentence =
              refusal.code === 'invalid_input'
                ? fault({ field: 'code', code: 'format' }, t('signIn.code'))
                : refused(refusal);
            setWrongs([{ field: 'code', sentence }]);
          }
        },
      },
    );
  };
  const again = () =>
    resend.mutate(
      { phone: sent.typed },
      {
        onSuccess: ({ againInSeconds }) => {
          setWait(againInSeconds);
          setSaid(t('signIn.sentAgain'));
        },
      },
    );
  return (
    <Page
      heading={t('signIn.codeTitle')}
      errors={wrongs.length}
      before={<ErrorSummary wrongs={wrongs} attempt={attempt} />}
    >
      <p>
        <Say text={t('signIn.codeText', { phone: sent.phone, minutes: sent.validMinutes })} />
        {mode === 'demo' ? (
          <span className="block hint">
            <Say text={t('signIn.demo')} />{' '}
            <a className="touch" href="/dev" target="_blank" rel="noopener">
              <span className="line">{t('signIn.demoOutbox')}</span>
            </a>
          </span>
        ) : null}
      </p>
      <Form onSubmit={submit} busy={enter.isPending}>
        <TextField
          id="code"
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          wrong={wrongs[0]?.sentence}
          value={code}
          onChange={setCode}
          numeric
          narrow
          autoComplete="one-time-code"
        />
        {wrongs.length > 0 ? null : <Refused refusal={enter.error ?? resend.error} />}
        <Submit working={t('signIn.entering')} busy={enter.isPending}>
          {t('signIn.enter')}
        </Submit>
      </Form>
      <p role="status">{said}</p>
      <p>
        {waiting ? (
          <span className="hint">{t('signIn.againIn', { seconds: wait })}</span>
        ) : (
          <button type="button" className="plain" onClick={again}>
            <span className="line">{t('signIn.again')}</span>
          </button>
        )}
      </p>
      <p>
        <button type="button" className="plain" onClick={onOther}>
          <span className="line">{t('signIn.otherPhone')}</span>
        </button>
      </p>
    </Page>
  );
}
