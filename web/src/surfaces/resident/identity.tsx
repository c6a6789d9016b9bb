import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { checkResidentId } from '../../../../contract/identifiers.ts';
import type { ResidentMe } from '../../../../contract/people.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useDistrict } from '../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, TextField, type Wrong } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Page } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { wayBack } from './self.ts';

/** Name and number as on the card; the number is checked here, digit by digit, before it travels. */
export function Identity() {
  const [search] = useSearchParams();
  const to = wayBack(search.get('to'), '/my');
  return (
    <Loaded of={useRead('GET /my/self', {})}>
      {({ me }) =>
        me === undefined ? (
          <Redirect replace to={`/sign-in?to=${encodeURIComponent(`/identity?to=${encodeURIComponent(to)}`)}`} />
        ) : (
          <Declare me={me} to={to} />
        )
      }
    </Loaded>
  );
}

/** Typed and not yet declared; in memory only, so that signing in again does not lose it. */
let typed = { name: '', number: '' };

function Declare({ me, to }: { me: ResidentMe; to: string }) {
  const { t } = useTranslation('resident');
  const { today } = useDistrict();
  const { fault } = useSentences();
  const [, go] = useLocation();
  const declare = useAct('POST /my/identity');
  const [name, setName] = useState(typed.name || (me.name ?? ''));
  const [number, setNumber] = useState(typed.number);
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const labels: Record<string, string> = { name: t('identity.name'), residentNumber: t('identity.number') };
  const sentenceAt = (field: string) => wrongs.find((wrong) => wrong.field === field)?.sentence;
  const check = (): Wrong[] => {
    const found: Wrong[] = [];
    if (name.trim() === '')
      found.push({ field: 'name', sentence: fault({ field: 'name', code: 'required' }, t('identity.name')) });
    const checked = checkResidentId(number, today);
    if (!checked.ok)
      found.push({
        field: 'residentNumber',
        sentence: fault({ field: 'residentNumber', code: `id_${checked.reason}` }, t('identity.number')),
      });
    return found;
  };
  const submit = () => {
    const found = check();
    setAttempt(attempt + 1);
    setWrongs(found);
    if (found.length > 0) return;
    declare.mutate(
      { name: name.trim(), residentNumber: number },
      {
        onSuccess: () => {
          typed = { name: '', number: '' };
          go(to, { replace: true });
        },
        onError: ({ fields }) =>
          setWrongs(fields.map((each) => ({ field: each.field, sentence: fault(each, labels[each.field] ?? '') }))),
      },
    );
  };
  return (
    <Page
      heading={t('identity.title')}
      errors={wrongs.length}
      before={<ErrorSummary wrongs={wrongs} attempt={attempt} />}
    >
      <p>
        <Say text={t('identity.text')} />
      </p>
      <Form onSubmit={submit} busy={declare.isPending}>
        <TextField
          id="name"
          label={t('identity.name')}
          wrong={sentenceAt('name')}
          value={name}
          onChange={(next) => {
            setName(next);
            typed = { ...typed, name: next };
          }}
          autoComplete="name"
        />
        <TextField
          id="residentNumber"
          label={t('identity.number')}
          hint={t('identity.numberHint')}
          wrong={sentenceAt('residentNumber')}
          value={number}
          onChange={(next) => {
            setNumber(next);
            typed = { ...typed, number: next };
          }}
          onLeave={() => {
            if (number !== '')
              setWrongs((before) => [
                ...before.filter(({ field }) => field !== 'residentNumber'),
                ...check().filter(({ field }) => field === 'residentNumber'),
              ]);
          }}
        />
        {wrongs.length > 0 ? null : <Refused refusal={declare.error} />}
        <Submit working={t('identity.declaring')} busy={declare.isPending}>
          {t('identity.declare')}
        </Submit>
      </Form>
      <p className="hint">
        <Say text={t('identity.note')} />
      </p>
    </Page>
  );
}
