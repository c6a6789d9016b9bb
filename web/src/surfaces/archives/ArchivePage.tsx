import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ArchiveFault, ArchiveView } from '../../../../contract/archives.ts';
import { archiveParts, archiveProperties } from '../../../../contract/words.ts';
import { hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords, type Words } from '../staff/words.ts';
import './archives.css';
import { archiveShapes, registerDay, registerInstant, sizeWords } from './standing.ts';

/** One archive: how it stands, its check point by point, what the package holds, and the notes beside it. */
export function ArchivePage({ archiveId }: { archiveId: string }) {
  const words = useWords();
  const { t, local } = words;
  const read = useRead('GET /archives/:archiveId', { archiveId });
  const archive = read.data;
  usePageTitle(archive?.caseNo ?? t('archives.title'));
  if (archive === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
        <BackToList />
      </div>
    ) : (
      <Loading />
    );
  const { retention } = archive;
  return (
    <div className="page-pad licence-page">
      <BackToList />
      <h1>
        {local(archive.itemName)} <span className="quiet number">{archive.caseNo}</span>
      </h1>
      <p>
        <Light shape={archiveShapes[archive.state]}>
          <strong>{t(`archives.states.${archive.state}`)}</strong>
        </Light>
      </p>
      <p>{t(`archives.stateText.${archive.state}`)}</p>
      <Acts archive={archive} />
      <dl className="facts">
        {archive.number !== undefined && (
          <div>
            <dt>{t('archives.number')}</dt>
            <dd className="number">{archive.number}</dd>
          </div>
        )}
        <div>
          <dt>{t('archives.case')}</dt>
          <dd className="number">
            <Link href={`/cases/${archive.caseId}`}>{archive.caseNo}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('archives.applicant')}</dt>
          <dd>{archive.applicant}</dd>
        </div>
        <div>
          <dt>{t('archives.organ')}</dt>
          <dd>{local(archive.organ)}</dd>
        </div>
        <div>
          <dt>{t('archives.ending')}</dt>
          <dd>
            {words.stateName(archive.ending)}
            {t('comma')}
            {registerDay(archive.endedDay, words)}
          </dd>
        </div>
        <div>
          <dt>{t('archives.retention')}</dt>
          <dd>
            {t(`archives.classes.${retention.class}`)}
            {retention.disposalDay !== undefined && (
              <span className="quiet archive-line">
                {t('archives.disposal', { day: registerDay(retention.disposalDay, words) })}
              </span>
            )}
            <span className="quiet archive-line">{t('archives.basis', { basis: retention.basis })}</span>
          </dd>
        </div>
        {archive.archivedAt !== undefined && (
          <div>
            <dt>{t('archives.archivedAt')}</dt>
            <dd>{registerInstant(archive.archivedAt, words)}</dd>
          </div>
        )}
        {archive.package !== undefined && (
          <div>
            <dt>{t('archives.digest')}</dt>
            <dd>
              <code className="archive-digest">{archive.package.digest}</code>
              <span className="quiet archive-line">{sizeWords(archive.package.bytes)}</span>
            </dd>
          </div>
        )}
      </dl>
      <Report archive={archive} />
      <Contents archive={archive} />
      {archive.archivedAt !== undefined && <Notes archive={archive} />}
    </div>
  );
}

function BackToList() {
  const { t } = useWords();
  return (
    <p>
      <Link href="/archives">{t('archives.back')}</Link>
    </p>
  );
}

/** What may be done now; each says how it went, and the report below says why. */
function Acts({ archive }: { archive: ArchiveView }) {
  const { t } = useWords();
  const { archiveId, actions } = archive;
  const [done, setDone] = useState<'built' | 'stillFailing' | 'sound' | 'damaged'>();
  const build = useAct('POST /archives/:archiveId/build');
  const check = useAct('POST /archives/:archiveId/check');
  const may = (act: ArchiveView['actions'][number]) => actions.includes(act);
  return (
    <>
      <p className="row">
        {may('build') && (
          <Button
            type="primary"
            loading={build.isPending}
            onClick={() =>
              build.mutate(
                { archiveId },
                { onSuccess: ({ state }) => setDone(state === 'ARCHIVED' ? 'built' : 'stillFailing') },
              )
            }
          >
            {t(archive.state === 'COLLECTED' ? 'archives.buildNow' : 'archives.build')}
          </Button>
        )}
        {may('check') && (
          <Button
            loading={check.isPending}
            onClick={() =>
              check.mutate(
                { archiveId },
                { onSuccess: ({ state }) => setDone(state === 'ARCHIVED' ? 'sound' : 'damaged') },
              )
            }
          >
            {t('archives.check')}
          </Button>
        )}
        {may('download') && (
          <a href={hrefOf('GET /archives/:archiveId/package', { archiveId })} download>
            {t('archives.download')}
          </a>
        )}
      </p>
      {may('download') && <p className="quiet">{t('archives.recorded')}</p>}
      {done !== undefined && (
        <Notice tone={done === 'built' || done === 'sound' ? 'green' : 'red'} role="status">
          {t(`archives.${done}`)}
        </Notice>
      )}
      <Refused error={build.error ?? check.error} />
    </>
  );
}

function faultWords({ code, what }: ArchiveFault, { t, find }: Words): string {
  if (code === 'part_missing')
    return t('archives.faults.part_missing', { what: find(`archives.parts.${what}`, 'archives.entry') });
  // An act is named by its place in the chain and its word: the story's own where there is one.
  const [, sequence, act] = /^(\d+) case\.(\w+)$/.exec(what) ?? [];
  const said = act === undefined ? what : `${sequence} ${find(`story.${act}`, 'story.other', { act })}`;
  return t(`archives.faults.${code}`, { what: said });
}

/** The points of the check under their four properties; what failed stands out and says why. */
function Report({ archive }: { archive: ArchiveView }) {
  const words = useWords();
  const { t } = words;
  const failed = archive.report.filter(({ passed }) => !passed).length;
  return (
    <section aria-labelledby="report">
      <h2 id="report">{t('archives.report')}</h2>
      {archive.checkedAt === undefined ? (
        <p className="quiet">{t('archives.notChecked')}</p>
      ) : (
        <>
          <p>
            <Light shape={failed === 0 ? 'done' : 'red'}>
              {failed === 0
                ? t('archives.passedAll', { count: archive.report.length })
                : t('archives.failedSome', { count: failed })}
            </Light>{' '}
            <span className="quiet">{t('archives.checkedAt', { at: registerInstant(archive.checkedAt, words) })}</span>
          </p>
          <div className="archive-properties">
            {archiveProperties.map((property) => (
              <section key={property} aria-labelledby={`property-${property}`}>
                <h3 id={`property-${property}`}>{t(`archives.properties.${property}`)}</h3>
                <ul>
                  {archive.report
                    .filter((point) => point.property === property)
                    .map(({ point, passed, faults }) => (
                      <li key={point}>
                        <Light shape={passed ? 'done' : 'wrong'}>
                          {t(`archives.points.${point}`)}
                          {t('colon')}
                          {t(passed ? 'archives.passed' : 'archives.failed')}
                        </Light>
                        {faults.length > 0 && (
                          <ul className="archive-faults">
                            {faults.map((fault) => (
                              <li key={`${fault.code} ${fault.what}`}>{faultWords(fault, words)}</li>
                            ))}
                          </ul>
                        )}
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Contents({ archive }: { archive: ArchiveView }) {
  const words = useWords();
  const { t, find } = words;
  const { archiveId, entries } = archive;
  const places = entries.map((entry, index) => ({ entry, position: index + 1 }));
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{t('archives.contents')}</h2>
      {entries.length === 0 ? (
        <p className="quiet">{t('archives.contentsNone')}</p>
      ) : (
        <Scrolled label={t('archives.contents')}>
          <table className="rows rows-plain archive-contents">
            <thead>
              <tr>
                <th scope="col">{t('archives.entry')}</th>
                <th scope="col">{t('archives.made')}</th>
                <th scope="col">{t('archives.size')}</th>
                <th scope="col">SHA-256</th>
              </tr>
            </thead>
            {archiveParts.map((part) => {
              const mine = places.filter(({ entry }) => entry.part === part);
              if (mine.length === 0) return null;
              return (
                <tbody key={part}>
                  <tr>
                    <th scope="rowgroup" colSpan={4}>
                      {t(`archives.parts.${part}`)}
                    </th>
                  </tr>
                  {mine.map(({ entry, position }) => (
                    <tr key={entry.path}>
                      <td>
                        <a
                          href={hrefOf('GET /archives/:archiveId/entries/:position', { archiveId, position })}
                          target="_blank"
                          rel="noreferrer"
                        >
                          {entry.title}
                        </a>
                      </td>
                      <td className="quiet">
                        {entry.madeAt !== undefined && registerInstant(entry.madeAt, words)}
                        {entry.madeBy !== undefined && ` ${makerWords(entry.madeBy, find)}`}
                      </td>
                      <td className="number">{sizeWords(entry.bytes)}</td>
                      <td>
                        <code title={entry.sha256}>{entry.sha256.slice(0, 12)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              );
            })}
          </table>
        </Scrolled>
      )}
    </section>
  );
}

const kinds = ['resident', 'staff', 'system', 'visitor'];

/** A name as it is; a kind of maker by its word. */
function makerWords(maker: string, find: Words['find']): string {
  return kinds.includes(maker) ? find(`archives.makers.${maker}`, 'archives.makers.system') : maker;
}

function Notes({ archive }: { archive: ArchiveView }) {
  const words = useWords();
  const { t } = words;
  const { archiveId, notes } = archive;
  const add = useAct('POST /archives/:archiveId/note');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const missing = tried && text.trim() === '';
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('archives.notes')}</h2>
      <p className="quiet">{t('archives.notesHint')}</p>
      {notes.length === 0 ? (
        <p className="quiet">{t('archives.noNotes')}</p>
      ) : (
        <ol className="licence-lines">
          {notes.map((note) => (
            <li key={note.noteId}>
              <strong>{note.by}</strong>
              <span className="quiet">{registerInstant(note.at, words)}</span>
              <span className="licence-reason">{note.text}</span>
            </li>
          ))}
        </ol>
      )}
      {archive.actions.includes('note') && (
        <form
          className="licence-form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            setDone(false);
            if (text.trim() === '') return;
            add.mutate(
              { archiveId, text: text.trim() },
              {
                onSuccess: () => {
                  setText('');
                  setTried(false);
                  setDone(true);
                },
              },
            );
          }}
        >
          <label htmlFor="archive-note">{t('archives.note')}</label>
          <Input.TextArea
            id="archive-note"
            rows={3}
            maxLength={2000}
            value={text}
            aria-invalid={missing}
            aria-describedby={missing ? 'archive-note-missing' : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          {missing && (
            <Notice tone="red" role="alert">
              <span id="archive-note-missing">{t('archives.needNote')}</span>
            </Notice>
          )}
          {done && (
            <Notice tone="green" role="status">
              {t('archives.noted')}
            </Notice>
          )}
          <Refused error={add.error} />
          <p>
            <Button htmlType="submit" loading={add.isPending}>
              {t('archives.addNote')}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
