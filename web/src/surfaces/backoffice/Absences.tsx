import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { AbsenceView } from '../../../../contract/people.ts';
import { absenceKinds } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { type AbsenceFields, useAbsenceRules } from './absence-fields.ts';

/** 外出请假: when I am away, who stands in for me, and that I am back. */
export function Absences() {
  const { t, local } = useWords();
  const mine = useRead('GET /staff/absences', {});
  const [said, setSaid] = useState<'done' | 'ended'>();
  usePageTitle(t('backoffice.absences.title'));
  const { absences = [], posts = [] } = mine.data ?? {};
  return (
    <div className="page-pad stack">
      <h1>{t('backoffice.absences.title')}</h1>
      <p className="quiet">{t('backoffice.absences.lead')}</p>
      <Refused error={mine.error} />
      {said !== undefined && (
        <Notice tone="green" role="status">
          {t(`backoffice.absences.${said}`)}
        </Notice>
      )}
      {mine.isSuccess && absences.length === 0 && <p>{t('backoffice.absences.none')}</p>}
      {absences.length > 0 && (
        <ul className="plain-list stack">
          {absences.map((absence) => (
            <Away key={absence.absenceId} absence={absence} onDone={() => setSaid('ended')} />
          ))}
        </ul>
      )}
      <section className="block" aria-labelledby="record">
        <h2 id="record">{t('backoffice.absences.record')}</h2>
        <RecordOwn onDone={() => setSaid('done')} />
      </section>
      {posts.length > 0 && (
        <div className="block">
          <h2>{t('backoffice.absences.posts')}</h2>
          <Scrolled label={t('backoffice.absences.posts')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('backoffice.absences.post')}</th>
                  <th scope="col">{t('backoffice.absences.by')}</th>
                </tr>
              </thead>
              <tbody>
                {posts.map(({ title, substitutes, colleagues }) => (
                  <tr key={title.zh}>
                    <td>{local(title)}</td>
                    <td>
                      {substitutes.map(({ name }) => name).join(t('comma'))}
                      {colleagues.length > 0 && (
                        <div className="quiet">
                          {t('backoffice.absences.colleagues', {
                            names: colleagues.map(({ name }) => name).join(t('comma')),
                          })}
                        </div>
                      )}
                      {substitutes.length + colleagues.length === 0 && t('backoffice.absences.nobody')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </div>
      )}
    </div>
  );
}

/** One absence, with the button that ends it. */
function Away({ absence, onDone }: { absence: AbsenceView; onDone: () => void }) {
  const { t, day } = useWords();
  const end = useAct('POST /staff/absences/:absenceId/end');
  return (
    <li>
      <div className="row">
        <span className="grow">
          <strong>{t(`backoffice.absences.kind.${absence.kind}`)}</strong>
          {t('colon')}
          {t('backoffice.absences.span', { from: day(absence.fromDay), until: day(absence.untilDay) })}
          {absence.now && ` · ${t('backoffice.absences.now')}`}
        </span>
        <Button
          loading={end.isPending}
          onClick={() => end.mutate({ absenceId: absence.absenceId }, { onSuccess: onDone })}
        >
          {t(absence.now ? 'backoffice.absences.end' : 'backoffice.absences.cancel')}
        </Button>
      </div>
      <Refused error={end.error} />
    </li>
  );
}

function RecordOwn({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const [form] = Form.useForm<AbsenceFields>();
  const record = useAct('POST /staff/absences');
  const rules = useAbsenceRules(form, record.error);
  const today = useToday();
  return (
    <Form<AbsenceFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 420 }}
      initialValues={{ kind: 'leave' }}
      onFinish={(fields) =>
        record.mutate(fields, {
          onSuccess: () => {
            form.resetFields();
            onDone();
          },
        })
      }
    >
      <Form.Item name="kind" label={t('backoffice.absences.reason')}>
        <Select
          getPopupContainer={({ parentElement }) => parentElement ?? document.body}
          options={absenceKinds.map((kind) => ({ value: kind, label: t(`backoffice.absences.kind.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="fromDay" label={t('backoffice.absences.fromDay')} rules={rules.fromDay}>
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item name="untilDay" label={t('backoffice.absences.untilDay')} rules={rules.untilDay}>
        <Input type="date" min={today} />
      </Form.Item>
      <Refused error={rules.rest} />
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {t('backoffice.absences.do')}
      </Button>
    </Form>
  );
}
