import { Button, Input, Radio } from 'antd';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { useActForm } from '../staff/act-form.tsx';
import { Documents } from '../staff/Documents.tsx';
import { Refused, useCaseAct, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Hands over the result: at the window directly, by the village agent on the office's behalf. The receipt is made. */
export function Deliver({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const deliver = useCaseAct('POST /cases/:caseId/deliver');
  const agent = useMe().data?.me?.post?.role === 'villageAgent';
  const [draft, setDraft, forget] = useKept<{ receiver: 'applicant' | 'entrusted'; name: string }>(
    `doorstep.deliver.${kase.caseId}`,
    { receiver: 'applicant', name: '' },
  );
  const entrusted = draft.receiver === 'entrusted';
  const form = useActForm({
    able,
    act: deliver,
    faults: {
      receiver: undefined,
      receiverName: entrusted && draft.name.trim() === '' && t('deliver.needName'),
    },
    submit: () =>
      deliver.mutate(
        {
          caseId: kase.caseId,
          method: agent ? 'ENTRUSTED' : 'DIRECT',
          receiver: draft.receiver,
          ...(entrusted ? { receiverName: draft.name.trim() } : {}),
        },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  return (
    <div className={agent ? 'act-page act-big' : 'act-page'}>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('deliver.sentence')}</p>
          <FieldGroup label={t('deliver.receiver')} fault={form.at('receiver', t('deliver.receiver'))}>
            <Radio.Group
              aria-label={t('deliver.receiver')}
              value={draft.receiver}
              onChange={(event) => setDraft({ ...draft, receiver: event.target.value })}
              options={[
                { value: 'applicant', label: `${t('deliver.applicant')}${t('comma')}${kase.applicant}` },
                { value: 'entrusted', label: t('deliver.entrusted') },
              ]}
            />
          </FieldGroup>
          {entrusted && (
            <Field label={t('deliver.name')} fault={form.at('receiverName', t('deliver.name'))}>
              {(bound) => (
                <Input
                  {...bound}
                  autoComplete="off"
                  maxLength={200}
                  placeholder={t('deliver.nameHint')}
                  value={draft.name}
                  onChange={(event) => setDraft({ ...draft, name: event.target.value })}
                />
              )}
            </Field>
          )}
          <Notice tone="plain">{t('deliver.sign')}</Notice>
          <Documents kase={kase} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={form.rest} />
        </div>
        {able && (
          <Button type="primary" size={agent ? 'large' : 'middle'} loading={deliver.isPending} onClick={form.press}>
            {entrusted ? t('deliver.doEntrusted') : t(agent ? 'deliver.agentDo' : 'deliver.do')}{' '}
            {!agent && <Key>Ctrl Enter</Key>}
          </Button>
        )}
      </div>
    </div>
  );
}
