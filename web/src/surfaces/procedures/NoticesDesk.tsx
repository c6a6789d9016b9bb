import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PublicNotice } from '../../../../contract/procedures.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { ActText } from '../staff/act-fields.tsx';
import { ActDialog, useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Public notices at the window: what runs, and the objection of whoever stands there. */
export function NoticesDesk() {
  const { t, day, local } = useWords();
  const read = useRead('GET /public-notices', { limit: 100 });
  const [chosen, choose] = useState<PublicNotice>();
  const [done, setDone] = useState(false);
  usePageTitle(t('procedures.desk.title'));
  const notices = read.data?.notices ?? [];
  return (
    <div className="page-pad">
      <h1>{t('procedures.desk.title')}</h1>
      <p className="quiet">{t('procedures.desk.hint')}</p>
      <Refused error={read.error} />
      {done && (
        <Notice tone="green" role="status">
          {t('procedures.desk.done')}
        </Notice>
      )}
      {notices.length === 0 && <p>{t('procedures.desk.none')}</p>}
      {notices.length > 0 && (
        <Scrolled label={t('procedures.desk.title')}>
          <table className="rows rows-plain">
            <tbody>
              {notices.map((notice) => (
                <tr key={notice.noticeId}>
                  <td>
                    {notice.open
                      ? t('procedures.desk.until', { day: day(notice.untilDay) })
                      : t('procedures.desk.over')}
                  </td>
                  <td>
                    {local(notice.itemName)}
                    <p className="quiet">{notice.content}</p>
                  </td>
                  <td>{notice.applicant}</td>
                  <td>{local(notice.organ)}</td>
                  <td>
                    {notice.open && (
                      <Button
                        onClick={() => {
                          setDone(false);
                          choose(notice);
                        }}
                      >
                        {t('procedures.desk.take')}…
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {chosen && (
        <TakeObjection
          notice={chosen}
          close={() => choose(undefined)}
          taken={() => {
            choose(undefined);
            setDone(true);
          }}
        />
      )}
    </div>
  );
}

function TakeObjection({ notice, close, taken }: { notice: PublicNotice; close: () => void; taken: () => void }) {
  const { t, local } = useWords();
  const take = useAct('POST /public-notices/:noticeId/objections');
  const [draft, setDraft] = useState({ name: '', phone: '', text: '' });
  const [name, phone, text] = [draft.name.trim(), draft.phone.trim(), draft.text.trim()];
  const form = useActForm({
    act: take,
    faults: {
      name: name === '' && t('procedures.desk.needName'),
      phone: undefined,
      text: text === '' && t('procedures.desk.needText'),
    },
    submit: () =>
      take.mutate({ noticeId: notice.noticeId, name, text, ...(phone !== '' && { phone }) }, { onSuccess: taken }),
  });
  const line = (field: 'name' | 'phone', maxLength: number) => (
    <Field label={t(`procedures.desk.${field}`)} fault={form.at(field, t(`procedures.desk.${field}`))}>
      {(bound) => (
        <Input
          {...bound}
          maxLength={maxLength}
          value={draft[field]}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog form={form} title={t('procedures.desk.take')} button={t('procedures.desk.do')} close={close}>
      <p>
        {local(notice.itemName)} <span className="quiet">{notice.applicant}</span>
      </p>
      {line('name', 200)}
      {line('phone', 40)}
      <ActText
        form={form}
        name="text"
        label={t('procedures.desk.text')}
        rows={5}
        maxLength={2000}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
      />
    </ActDialog>
  );
}
