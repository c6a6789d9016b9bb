import { Button, Input } from 'antd';
import { useState } from 'react';
import { checkResidentId } from '../../../../contract/identifiers.ts';
import { tidy } from '../../../../contract/typing.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Parties } from '../staff/Parties.tsx';
import { Refused, useCaseAct, useToday } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';

/** The clerk saw the card: the declared identity becomes a verified one. */
export function VerifyIdentity({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const today = useToday();
  const verify = useCaseAct('POST /cases/:caseId/verify-identity');
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const checked = checkResidentId(tidy(number).toUpperCase(), today);
  const other = verify.error?.fields.some(({ code }) => code === 'not_the_declared_number');
  const name = verify.error?.fields.find(({ code }) => code === 'not_the_known_name');
  const submit = () => {
    setTried(true);
    if (checked.ok)
      verify.mutate({ caseId: kase.caseId, residentNumber: tidy(number).toUpperCase() }, { onSuccess: done });
  };
  useKeys({ 'Ctrl+Enter': able && !verify.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('verify.hint')}</p>
          <label htmlFor="number">{t('verify.number')}</label>
          <Input
            id="number"
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={number}
            status={tried && !checked.ok ? 'error' : ''}
            aria-describedby="number-fault"
            onChange={(event) => setNumber(event.target.value)}
          />
          <p id="number-fault" className="fault">
            {tried &&
              !checked.ok &&
              faultSentence({ field: 'number', code: `id_${checked.reason}` }, t('verify.number'))}
          </p>
          <Parties kase={kase} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          {other || name ? (
            <Notice tone="red" role="alert">
              {name ? faultSentence(name, t('verify.number')) : t('verify.notDeclared')}
            </Notice>
          ) : (
            <Refused error={verify.error} />
          )}
        </div>
        {able && (
          <Button type="primary" loading={verify.isPending} onClick={submit}>
            {t('verify.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
