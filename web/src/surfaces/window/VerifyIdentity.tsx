import { Input } from 'antd';
import { useState } from 'react';
import { checkResidentId } from '../../../../contract/identifiers.ts';
import { tidy } from '../../../../contract/typing.ts';
import { Field } from '../../ui/staff/Field.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Parties } from '../staff/Parties.tsx';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';

/** The clerk saw the card: the declared identity becomes a verified one. */
export function VerifyIdentity({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const today = useToday();
  const verify = useCaseAct('POST /cases/:caseId/verify-identity');
  const [number, setNumber] = useState('');
  const checked = checkResidentId(tidy(number).toUpperCase(), today);
  const label = t('verify.number');
  const fault = verify.error?.fields[0];
  const form = useActForm({
    able,
    act: verify,
    faults: {
      residentNumber: !checked.ok && faultSentence({ field: 'residentNumber', code: `id_${checked.reason}` }, label),
    },
    submit: () =>
      verify.mutate({ caseId: kase.caseId, residentNumber: tidy(number).toUpperCase() }, { onSuccess: done }),
  });
  return (
    <ActForm form={form} button={t('verify.do')}>
      <p>{t('verify.hint')}</p>
      <Field
        label={label}
        fault={
          fault?.code === 'not_the_declared_number' && checked.ok
            ? t('verify.notDeclared')
            : form.at('residentNumber', label)
        }
      >
        {(bound) => (
          <Input
            {...bound}
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Parties kase={kase} />
    </ActForm>
  );
}
