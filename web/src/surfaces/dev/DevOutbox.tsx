import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { dayOfInstant, timeOf } from '../../ui/day.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Refused, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

const shapes = { planned: 'none', sent: 'done', failed: 'red' } as const;

/** What a live installation would have sent: the exact text, the receiver masked. */
export function DevOutbox({ watch }: { watch: number }) {
  const { t, day } = useWords();
  const today = useToday();
  const read = useRead('GET /dev/outbox', { limit: 40 }, { refetchInterval: watch });
  const messages = read.data?.messages ?? [];
  const [chosen, choose] = useState<string>();
  const open = messages.find((message) => message.messageId === chosen) ?? messages[0];
  return (
    <section className="dev-column" aria-labelledby="dev-outbox">
      <h2 id="dev-outbox">
        {t('dev.outbox')} <span className="quiet">{t('dev.outboxCount')}</span>
      </h2>
      <Refused error={read.error} />
      {read.isSuccess && messages.length === 0 && <p className="quiet">{t('dev.outboxEmpty')}</p>}
      {open && (
        <article className="message" aria-label={t('dev.text')}>
          <div className="row">
            <strong>{t(`dev.channels.${open.channel}`)}</strong>
            <span className="quiet grow number">{open.receiver}</span>
            {open.caseId && <a href={`/staff/cases/${open.caseId}`}>{t('dev.openCase')}</a>}
          </div>
          <p lang="zh-CN" className="message-text">
            {open.text}
          </p>
          <p className="quiet small">
            {t('dev.length', { count: [...open.text].length })}
            {open.caseNo && `　${t('dev.caseNo', { caseNo: open.caseNo })}`}
          </p>
        </article>
      )}
      {messages.length > 0 && (
        <table className="outbox">
          <thead>
            <tr>
              <th scope="col">{t('dev.when')}</th>
              <th scope="col">{t('dev.channel')}</th>
              <th scope="col">{t('dev.receiver')}</th>
              <th scope="col">{t('dev.text')}</th>
              <th scope="col">{t('dev.state')}</th>
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <tr key={message.messageId} aria-current={message === open ? 'true' : undefined}>
                <td className="quiet">
                  {dayOfInstant(message.at) === today
                    ? timeOf(message.at)
                    : day(dayOfInstant(message.at)).replace(/ 周.$|^\w+,? /, '')}
                </td>
                <td>{t(`dev.channels.${message.channel}`)}</td>
                <td className="quiet number">{message.receiver}</td>
                <td className="outbox-text">
                  <button type="button" className="outbox-open" onClick={() => choose(message.messageId)} lang="zh-CN">
                    {message.text.replace(/^【[^】]*】/, '')}
                  </button>
                </td>
                <td>
                  <Light shape={shapes[message.state]}>{t(`dev.states.${message.state}`)}</Light>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
