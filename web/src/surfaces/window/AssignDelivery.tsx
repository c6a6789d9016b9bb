import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Hands the result to a village agent, who carries it to the door. */
export function AssignDelivery({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const read = useRead('GET /village-agents', { caseId: kase.caseId });
  const assign = useCaseAct('POST /cases/:caseId/assign-delivery');
  const [postId, setPostId] = useState<string | undefined>(kase.deliveryAgent?.postId);
  const [tried, setTried] = useState(false);
  const agents = read.data?.agents ?? [];
  const submit = () => {
    setTried(true);
    if (postId !== undefined) assign.mutate({ caseId: kase.caseId, postId }, { onSuccess: done });
  };
  useKeys({ 'Ctrl+Enter': able && !assign.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('assign.sentence')}</p>
          <Refused error={read.error} />
          {read.isPending && <Loading />}
          {read.isSuccess && agents.length === 0 && <Notice tone="yellow">{t('assign.none')}</Notice>}
          {agents.length > 0 && (
            <fieldset>
              <legend>{t('assign.agent')}</legend>
              <Radio.Group
                className="radio-lines"
                value={postId}
                onChange={(event) => setPostId(event.target.value)}
                options={agents.map((agent) => ({
                  value: agent.postId,
                  label: [agent.name, local(agent.title), local(agent.region)].join(t('comma')),
                }))}
              />
            </fieldset>
          )}
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={assign.error} />
          {tried && postId === undefined && (
            <Notice tone="red" role="alert">
              {t('assign.need')}
            </Notice>
          )}
        </div>
        {able && agents.length > 0 && (
          <Button type="primary" loading={assign.isPending} onClick={submit}>
            {t('assign.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
