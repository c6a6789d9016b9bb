import { Radio } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Hands the result to a village agent, who carries it to the door. */
export function AssignDelivery({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const read = useRead('GET /village-agents', { caseId: kase.caseId });
  const assign = useCaseAct('POST /cases/:caseId/assign-delivery');
  const [postId, setPostId] = useState<string | undefined>(kase.deliveryAgent?.postId);
  const agents = read.data?.agents ?? [];
  const form = useActForm({
    able: able && agents.length > 0,
    act: assign,
    faults: { postId: postId === undefined && t('assign.need') },
    submit: () => postId !== undefined && assign.mutate({ caseId: kase.caseId, postId }, { onSuccess: done }),
  });
  return (
    <ActForm form={form} button={t('assign.do')}>
      <p>{t('assign.sentence')}</p>
      <Refused error={read.error} />
      {read.isPending && <Loading />}
      {read.isSuccess && agents.length === 0 && <Notice tone="yellow">{t('assign.none')}</Notice>}
      {agents.length > 0 && (
        <FieldGroup label={t('assign.agent')} fault={form.at('postId', t('assign.agent'))}>
          <Radio.Group
            aria-label={t('assign.agent')}
            className="radio-lines"
            value={postId}
            onChange={(event) => setPostId(event.target.value)}
            options={agents.map((agent) => ({
              value: agent.postId,
              label: [agent.name, local(agent.title), local(agent.region)].join(t('comma')),
            }))}
          />
        </FieldGroup>
      )}
    </ActForm>
  );
}
