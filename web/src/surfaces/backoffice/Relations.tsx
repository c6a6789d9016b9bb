import { Button, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { RelationView } from '../../../../contract/people.ts';
import { relationKinds } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';

interface Fields {
  kind: RelationView['kind'];
  residentNumber: string;
}

/** 亲属关系申报: whose relative I am, so that I never act in their matters. */
export function Relations() {
  const { t, at } = useWords();
  const mine = useRead('GET /staff/relations', {});
  const [said, setSaid] = useState<'declared' | 'ended'>();
  const [ending, setEnding] = useState<RelationView>();
  const end = useAct('POST /staff/relations/:relationId/end');
  usePageTitle(t('backoffice.relations.title'));
  const relations = mine.data?.relations ?? [];
  return (
    <div className="page-pad stack">
      <h1>{t('backoffice.relations.title')}</h1>
      <p className="quiet">{t('backoffice.relations.lead')}</p>
      <Refused error={mine.error} />
      {said !== undefined && (
        <Notice tone="green" role="status">
          {t(`backoffice.relations.${said}`)}
        </Notice>
      )}
      {mine.isSuccess && relations.length === 0 && <p>{t('backoffice.relations.none')}</p>}
      {relations.length > 0 && (
        <Scrolled label={t('backoffice.relations.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('backoffice.relations.who')}</th>
                <th scope="col">{t('backoffice.relations.number')}</th>
                <th scope="col">{t('backoffice.relations.at')}</th>
                <th scope="col">
                  <span className="only-heard">{t('backoffice.relations.end')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {relations.map((relation) => (
                <tr key={relation.relationId}>
                  <td>{t(`backoffice.relations.kind.${relation.kind}`)}</td>
                  <td className="number">{relation.residentNumber}</td>
                  <td className="quiet">{at(relation.declaredAt)}</td>
                  <td className="right">
                    <Button
                      size="small"
                      aria-label={`${t('backoffice.relations.end')}${t('colon')}${relation.residentNumber}`}
                      onClick={() => setEnding(relation)}
                    >
                      {t('backoffice.relations.end')}…
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <Declare onDone={() => setSaid('declared')} />
      {ending && (
        <Modal
          open
          title={t('backoffice.relations.end')}
          okText={t('backoffice.relations.end')}
          cancelText={t('cancel')}
          confirmLoading={end.isPending}
          onCancel={() => setEnding(undefined)}
          onOk={() =>
            end.mutate(
              { relationId: ending.relationId },
              {
                onSuccess: () => {
                  setEnding(undefined);
                  setSaid('ended');
                },
              },
            )
          }
        >
          <p>{t('backoffice.relations.endSure', { number: ending.residentNumber })}</p>
          <Refused error={end.error} />
        </Modal>
      )}
    </div>
  );
}

function Declare({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const [form] = Form.useForm<Fields>();
  const declare = useAct('POST /staff/relations');
  const [fault] = declare.error?.fields ?? [];
  const label = t('backoffice.relations.number');
  useEffect(() => {
    if (fault !== undefined) form.setFields([{ name: 'residentNumber', errors: [faultSentence(fault, label)] }]);
  }, [fault, form, label]);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 420 }}
      initialValues={{ kind: 'spouse' }}
      onFinish={(fields) =>
        declare.mutate(fields, {
          onSuccess: () => {
            form.resetFields();
            onDone();
          },
        })
      }
    >
      <Form.Item name="kind" label={t('backoffice.relations.who')}>
        <Select
          getPopupContainer={({ parentElement }) => parentElement ?? document.body}
          options={relationKinds.map((kind) => ({ value: kind, label: t(`backoffice.relations.kind.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="residentNumber"
        label={label}
        rules={[
          {
            required: true,
            whitespace: true,
            message: faultSentence({ field: 'residentNumber', code: 'required' }, label),
          },
        ]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {fault === undefined && <Refused error={declare.error} />}
      <Button type="primary" htmlType="submit" loading={declare.isPending}>
        {t('backoffice.relations.declare')}
      </Button>
    </Form>
  );
}
