import { Button, Form, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import type { Inputs } from '../../../../contract/routes.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

type Fields = Inputs['POST /office-settings'];

/** How long a department has to sign for a file, and how long papers may be on their way. */
export function OfficeLimits() {
  const { t } = useWords();
  const settings = useRead('GET /office-settings', {});
  const save = useAct('POST /office-settings');
  const [saved, setSaved] = useState(false);
  if (settings.data === undefined) return <Refused error={settings.error} />;
  const whole = (min: number, max: number) => [
    {
      required: true,
      type: 'integer' as const,
      min,
      max,
      message: t('backoffice.posts.wholeNumber', { min, max }),
    },
  ];
  return (
    <section className="block" aria-labelledby="limits">
      <h2 id="limits">{t('backoffice.posts.settings')}</h2>
      {saved && (
        <Notice tone="green" role="status">
          {t('backoffice.posts.saved')}
        </Notice>
      )}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        style={{ maxWidth: 420 }}
        initialValues={settings.data}
        onFinish={(fields) => save.mutate(fields, { onSuccess: () => setSaved(true) })}
      >
        <Form.Item label={t('backoffice.posts.signFor')} htmlFor="sign-for-amount">
          <Space>
            <Form.Item name={['signFor', 'amount']} noStyle rules={whole(1, 40)}>
              <InputNumber controls={false} id="sign-for-amount" />
            </Form.Item>
            <Form.Item name={['signFor', 'unit']} noStyle>
              <Select
                aria-label={t('backoffice.posts.signFor')}
                popupMatchSelectWidth={false}
                options={(['workingDays', 'officeHours'] as const).map((unit) => ({
                  value: unit,
                  label: t(`backoffice.posts.signForUnit.${unit}`),
                }))}
              />
            </Form.Item>
          </Space>
        </Form.Item>
        <Form.Item
          name="handOverDays"
          label={t('backoffice.posts.handOver')}
          htmlFor="hand-over-days"
          rules={whole(1, 30)}
        >
          <InputNumber controls={false} id="hand-over-days" />
        </Form.Item>
        <Refused error={save.error} />
        <Button htmlType="submit" loading={save.isPending}>
          {t('backoffice.posts.save')}
        </Button>
      </Form>
    </section>
  );
}
