import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Inputs } from '../../../../contract/routes.ts';
import { caseTypes, levels, procedureProfiles } from '../../../../contract/words.ts';
import { useAct } from '../../api/hooks.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Asked } from './DraftActs.tsx';
import { useOptions } from './options.ts';

type New = Required<Pick<Inputs['POST /item-drafts'], 'profile' | 'caseType' | 'level'>>;

/** A new item: which law it follows and whose it is; everything else is written in its draft. */
export function Begin({ close }: { close: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const options = useOptions();
  const begin = useAct('POST /item-drafts');
  const [code, setCode] = useState('');
  const [made, setMade] = useState<New>({ profile: 'PUBLIC_SERVICE', caseType: 'PROMISED', level: 'DISTRICT' });
  const choice = <K extends keyof New>(name: K, list: string, values: readonly New[K][]) => (
    <Asked label={t(`compilation.field.${name}`)}>
      {(field) => (
        <Select<string>
          {...field}
          value={made[name]}
          options={options(list, values)}
          onChange={(value) => setMade((before) => ({ ...before, [name]: value as New[K] }))}
        />
      )}
    </Asked>
  );
  return (
    <Modal
      open
      title={t('compilation.begin.title')}
      okText={t('compilation.begin.do')}
      cancelText={t('cancel')}
      confirmLoading={begin.isPending}
      onCancel={close}
      onOk={() =>
        begin.mutate(
          { ...made, ...(code !== '' && { code }) },
          { onSuccess: ({ draftId }) => go(`/drafts/${draftId}`) },
        )
      }
    >
      <div className="stack">
        <p>{t('compilation.begin.says')}</p>
        {choice('profile', 'profiles', procedureProfiles)}
        {choice('caseType', 'caseTypes', caseTypes)}
        {choice('level', 'levels', levels)}
        <Asked label={t('compilation.begin.code')}>
          {(field) => (
            <Input
              {...field}
              className="number"
              maxLength={40}
              value={code}
              onChange={({ target }) => setCode(target.value.replace(/\s/g, '').toUpperCase())}
            />
          )}
        </Asked>
        <Refused error={begin.error} />
      </div>
    </Modal>
  );
}
