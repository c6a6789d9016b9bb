import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { PublicNotice } from '../../../../contract/procedures.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
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
  const [tried, setTried] = useState(false);
  const [name, phone, text] = [draft.name.trim(), draft.phone.trim(), draft.text.trim()];
  const isMissing = name === '' || text === '';
  return (
    <Modal open title={t('procedures.desk.take')} onCancel={close} footer={null} width={560}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isMissing) return;
          take.mutate({ noticeId: notice.noticeId, name, text, ...(phone !== '' && { phone }) }, { onSuccess: taken });
        }}
      >
        <p>
          {local(notice.itemName)} <span className="quiet">{notice.applicant}</span>
        </p>
        <label htmlFor="objection-name">{t('procedures.desk.name')}</label>
        <Input
          id="objection-name"
          maxLength={200}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <label htmlFor="objection-phone">{t('procedures.desk.phone')}</label>
        <Input
          id="objection-phone"
          maxLength={40}
          value={draft.phone}
          onChange={(event) => setDraft({ ...draft, phone: event.target.value })}
        />
        <label htmlFor="objection-text">{t('procedures.desk.text')}</label>
        <Input.TextArea
          id="objection-text"
          rows={5}
          maxLength={2000}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
        <Refused error={take.error} />
        {tried && isMissing && (
          <Notice tone="red" role="alert">
            {t('procedures.desk.need')}
          </Notice>
        )}
        <p>
          <Button type="primary" htmlType="submit" loading={take.isPending}>
            {t('procedures.desk.do')}
          </Button>
        </p>
      </form>
    </Modal>
  );
}
