import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentChoice } from '../../../../../contract/cases.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { ChoiceField } from '../../../ui/resident/form.tsx';
import { idOf } from './question-field.tsx';
import { StepPage } from './step-page.tsx';
import type { StepProps } from './steps.ts';

/** 先交材料 / 书面承诺: chosen freely, the usual way unless somebody says otherwise. */
export function WayStep(props: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { materials = [], whole, chosen } = props.commitment ?? {};
  const [choice, setChoice] = useState<CommitmentChoice>(() => ({
    whole: chosen?.kind === 'ITEM',
    materials: chosen?.kind === 'MATERIALS' ? chosen.materialKeys : [],
  }));
  const same =
    choice.whole === (chosen?.kind === 'ITEM') &&
    [...choice.materials].sort().join() ===
      [...(chosen?.kind === 'MATERIALS' ? chosen.materialKeys : [])].sort().join();
  const put = (key: string, isPromised: boolean) =>
    setChoice({
      whole: false,
      materials: isPromised ? [...choice.materials, key] : choice.materials.filter((each) => each !== key),
    });
  return (
    <StepPage
      {...props}
      heading={t('commit.way.title')}
      text={t('commit.way.text')}
      wrongs={[]}
      check={() => true}
      // What was signed stays signed while the choice is the same.
      answer={() => (same ? undefined : { commitment: choice })}
    >
      {whole === undefined ? null : (
        <ChoiceField
          id={idOf('_way')}
          label={t('commit.way.whole')}
          labelHidden={materials.length === 0}
          value={choice.whole ? 'promise' : 'normal'}
          options={[
            { value: 'normal', label: t('commit.way.normal'), hint: t('commit.way.wholeNormalHint') },
            {
              value: 'promise',
              label: t('commit.way.promise'),
              hint: t(whole.atOnce ? 'commit.way.atOnceHint' : 'commit.way.wholePromiseHint'),
            },
          ]}
          onChange={(value) => setChoice({ whole: value === 'promise', materials: [] })}
        />
      )}
      {choice.whole || whole?.atOnce
        ? null
        : materials.map(({ key, name }, at) => (
            <ChoiceField
              key={key}
              id={idOf(whole === undefined && at === 0 ? '_way' : `_way-${key}`)}
              label={t('commit.way.one', { label: text(name) })}
              value={choice.materials.includes(key) ? 'promise' : 'normal'}
              options={[
                { value: 'normal', label: t('commit.way.normal'), hint: t('commit.way.normalHint') },
                { value: 'promise', label: t('commit.way.promise'), hint: t('commit.way.promiseHint') },
              ]}
              onChange={(value) => put(key, value === 'promise')}
            />
          ))}
    </StepPage>
  );
}
