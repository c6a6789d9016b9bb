import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryWish } from '../../../../../contract/values.ts';
import { ChoiceField } from '../../../ui/resident/form.tsx';
import { Loaded } from '../../../ui/resident/loaded.tsx';
import { useGuide } from '../reads.ts';
import { idOf } from './question-field.tsx';
import { StepPage } from './step-page.tsx';
import type { StepProps } from './steps.ts';

export function DeliveryStep(props: StepProps) {
  return (
    <Loaded of={useGuide(props.matter.itemId)}>
      {({ deliveryWishes }) => <Wishes {...props} wishes={deliveryWishes} />}
    </Loaded>
  );
}

function Wishes({ wishes, ...props }: StepProps & { wishes: readonly DeliveryWish[] }) {
  const { t } = useTranslation('resident');
  const { matter } = props;
  const [wish, setWish] = useState<DeliveryWish>(() =>
    wishes.includes(matter.deliveryWish) ? matter.deliveryWish : (wishes[0] ?? matter.deliveryWish),
  );
  return (
    <StepPage
      {...props}
      heading={t('apply.delivery.title')}
      wrongs={[]}
      check={() => true}
      answer={() => ({ deliveryWish: wish })}
    >
      <ChoiceField
        id={idOf('_delivery')}
        label={t('apply.delivery.label')}
        labelHidden
        value={wish}
        options={wishes.map((each) => ({
          value: each,
          label: t(`apply.delivery.${each}`),
          hint: t(`apply.delivery.hints.${each}`),
        }))}
        onChange={(value) => setWish(value as DeliveryWish)}
      />
    </StepPage>
  );
}
