import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseMaterial, StaffCase } from '../../../../contract/cases.ts';
import { defectKinds } from '../../../../contract/words.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Mark } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
import { isHandedIn, isUnread, Viewer } from '../staff/Materials.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

type DefectKind = (typeof defectKinds)[number];

interface Verdict {
  good?: boolean;
  kind: DefectKind;
  howToFix: string;
  newlyArising: boolean;
}

/** What can be said before anybody looked: a required material that was not handed in is missing. */
function firstVerdict(material: CaseMaterial, missing: string): Verdict {
  const lacks = !isHandedIn(material) && material.requirement.necessity === 'required';
  return {
    ...(lacks ? { good: false } : {}),
    kind: lacks ? 'missing' : 'incomplete',
    howToFix: lacks ? missing : '',
    newlyArising: false,
  };
}

/** The one correction notice for everything at once: every material gets a verdict, and was looked at. */
export function Correct({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const correct = useCaseAct('POST /cases/:caseId/correct');
  const [verdicts, setVerdicts, forget] = useKept<Record<string, Verdict>>(
    `doorstep.correct.${kase.caseId}.${kase.round}`,
    {},
  );
  const [at, setAt] = useState(0);
  const [reading, setReading] = useState<string>();
  const today = useToday();
  const second = kase.correction.noticeSent;
  const judged = kase.materials.map((material) => ({
    material,
    key: material.requirement.key,
    verdict: verdicts[material.requirement.key] ?? firstVerdict(material, t('correct.phrase.missing')),
  }));
  const bad = judged.filter(({ verdict }) => verdict.good === false);
  const undecided = judged.filter(
    ({ material, verdict }) =>
      verdict.good === undefined && (isHandedIn(material) || material.requirement.necessity === 'required'),
  );
  const defects = bad.map(({ key, verdict }) => ({
    key,
    kind: verdict.kind,
    howToFix: verdict.howToFix.trim(),
    ...(second && verdict.newlyArising ? { newlyArising: true } : {}),
  }));
  const written = defects.filter(({ howToFix }) => howToFix !== '');
  const preview = usePreview(
    { caseId: kase.caseId, act: 'correct', defects: JSON.stringify(written) },
    { enabled: able && written.length > 0 },
  );
  const wrongWith = ({ material, verdict }: (typeof judged)[number]) => {
    if (verdict.good === false) return verdict.howToFix.trim() === '' && t('correct.needFix');
    return verdict.good === undefined && t(isUnread(material) ? 'correct.needLook' : 'correct.needJudging');
  };
  const form = useActForm({
    able,
    act: correct,
    faults: {
      ...Object.fromEntries(judged.map((row) => [row.key, false])),
      ...Object.fromEntries([...undecided, ...bad].map((row) => [row.key, wrongWith(row)])),
      defects: bad.length === 0 && undecided.length === 0 && t('correct.needBad'),
    },
    submit: () =>
      correct.mutate(
        { caseId: kase.caseId, defects },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      ),
  });
  const judge = (index: number, change: Partial<Verdict>) => {
    const row = judged[index];
    if (row === undefined) return;
    setVerdicts((before) => ({ ...before, [row.key]: { ...row.verdict, ...change } }));
  };
  const open = (index: number) => {
    setAt(index);
    setReading(judged[index]?.key);
  };
  const call = (index: number, good: boolean) => {
    const row = judged[index];
    if (row === undefined) return;
    setAt(index);
    if (row.material.requirement.necessity === 'shared') return;
    if (isUnread(row.material)) return open(index);
    judge(index, { good });
  };
  const phrase = (index: number, kind: DefectKind) =>
    judge(index, { good: false, kind, howToFix: t(`correct.phrase.${kind}`) });
  const phraseKeys = Object.fromEntries(
    defectKinds.map((kind, index) => [
      `Alt+${index + 1}`,
      judged[at]?.verdict.good === false ? () => phrase(at, kind) : undefined,
    ]),
  );
  const move = (step: number) => setAt((before) => Math.min(Math.max(before + step, 0), judged.length - 1));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    y: () => call(at, true),
    x: () => call(at, false),
    o: () => open(at),
    ...phraseKeys,
  });
  const seen = judged.filter(({ material }) => !isUnread(material)).length;
  const tells = preview.data?.tells;
  return (
    <>
      <div className="correct-rule">
        <div className="grow">
          <p>
            <strong>{t('correct.rule')}</strong>
            {t('correct.ruleMore')}
          </p>
          {second ? (
            <Notice tone="yellow">{t('correct.second')}</Notice>
          ) : (
            kase.correction.lastDay && (
              <p>
                {kase.profile === 'LICENSE' && kase.receivedDay
                  ? t('correct.last', { day: day(kase.correction.lastDay), received: day(kase.receivedDay) })
                  : t('correct.lastPlain', { day: day(kase.correction.lastDay) })}
                <Link href={`/cases/${kase.caseId}#why`}>{t('correct.why')}</Link>
              </p>
            )
          )}
        </div>
        <FiveDays kase={kase} />
      </div>
      <div className="act-body act-body-wide">
        <div className="act-main">
          <div className="section-head">
            <h2>
              {t('case.materials')}{' '}
              <span className="quiet">
                {t('correct.count', {
                  total: judged.length,
                  seen: seen === judged.length ? t('correct.allSeen') : t('correct.someSeen', { n: seen }),
                  bad: bad.length,
                })}
              </span>
            </h2>
            <p className="hints quiet">
              <Key>j</Key>
              <Key>k</Key> {t('work.keysMove')} <Key>y</Key> {t('correct.good')} <Key>x</Key> {t('correct.bad')}{' '}
              <Key>Alt</Key> <Key>1</Key>–<Key>6</Key> {t('correct.phrases')}
            </p>
          </div>
          <ol className="verdicts">
            {judged.map(({ material, key, verdict }, index) => {
              const n = index + 1;
              const name = local(material.requirement.name);
              const fault = form.at(key, name);
              const bound = { 'aria-describedby': fault && `fault-${key}` };
              const marked = (here: boolean) => (here && fault !== undefined) || undefined;
              return (
                <li
                  key={key}
                  onFocus={() => setAt(index)}
                  className={index === at ? 'verdict verdict-at' : 'verdict'}
                  aria-current={index === at ? 'true' : undefined}
                >
                  <div className="verdict-line">
                    <span className="quiet number">{n}</span>
                    <span className="grow" data-fault={marked(isUnread(material))}>
                      {name}{' '}
                      <button
                        type="button"
                        {...bound}
                        className="plain-link"
                        onClick={() => open(index)}
                        aria-label={`${t('case.open')}${t('colon')}${name}`}
                      >
                        {t('case.open')}
                      </button>
                      {!isHandedIn(material) && (
                        <span className="quiet">
                          {' '}
                          {t(material.requirement.necessity === 'shared' ? 'intake.exempt' : 'case.notHanded')}
                        </span>
                      )}
                      {isUnread(material) && <span className="quiet"> {t('correct.openFirst')}</span>}
                    </span>
                    {!isUnread(material) && material.requirement.necessity !== 'shared' && (
                      <fieldset
                        {...bound}
                        className="segments"
                        aria-label={t('correct.verdict', { n, name })}
                        data-fault={marked(verdict.good !== false)}
                      >
                        <button
                          type="button"
                          className="segment segment-good"
                          aria-pressed={verdict.good === true}
                          onClick={() => call(index, true)}
                        >
                          {verdict.good === true && <Mark shape="done" />} {t('correct.good')}
                        </button>
                        <button
                          type="button"
                          className="segment segment-bad"
                          aria-pressed={verdict.good === false}
                          onClick={() => call(index, false)}
                        >
                          {verdict.good === false && <Mark shape="wrong" />} {t('correct.bad')}
                        </button>
                      </fieldset>
                    )}
                  </div>
                  {verdict.good === false && (
                    <div className="verdict-fix">
                      <Select
                        aria-label={t('correct.kindLabel', { n })}
                        value={verdict.kind}
                        popupMatchSelectWidth={false}
                        onChange={(kind) => judge(index, { kind })}
                        options={defectKinds.map((kind) => ({ value: kind, label: t(`correct.kind.${kind}`) }))}
                      />
                      <div data-fault={marked(!isUnread(material))}>
                        <Input
                          {...bound}
                          aria-label={t('correct.fixLabel', { n })}
                          aria-invalid={fault !== undefined}
                          placeholder={t('correct.fixHint')}
                          maxLength={500}
                          value={verdict.howToFix}
                          status={fault === undefined ? '' : 'error'}
                          onChange={(event) => judge(index, { howToFix: event.target.value })}
                        />
                      </div>
                      {index === at && (
                        <div className="phrases">
                          {defectKinds.map((kind, phraseNo) => (
                            <button key={kind} type="button" className="phrase" onClick={() => phrase(index, kind)}>
                              <Key>{phraseNo + 1}</Key> {t(`correct.kind.${kind}`)}
                            </button>
                          ))}
                        </div>
                      )}
                      {second && (
                        <Checkbox
                          checked={verdict.newlyArising}
                          onChange={(event) => judge(index, { newlyArising: event.target.checked })}
                        >
                          {t('correct.newly')}
                        </Checkbox>
                      )}
                    </div>
                  )}
                  {fault !== undefined && (
                    <p id={`fault-${key}`} className="fault" role="alert">
                      {fault}
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
          {form.at('defects') !== undefined && (
            <p className="fault" role="alert" data-fault>
              {form.at('defects')}
            </p>
          )}
        </div>
        <div className="act-paper">
          {reading === undefined ? (
            <>
              <h2>{t('doc.preview', { title: t('doc.correctionNotice') })}</h2>
              {written.length > 0 ? (
                <PreviewPaper preview={preview} />
              ) : (
                <p className="quiet">{t('correct.needVerdict', { count: undecided.length })}</p>
              )}
            </>
          ) : (
            <>
              <p>
                <button type="button" className="plain-link" onClick={() => setReading(undefined)}>
                  {t('doc.preview', { title: t('doc.correctionNotice') })}
                </button>
              </p>
              <Viewer
                kase={kase}
                chosen={reading}
                onChoose={(key) => {
                  setReading(key);
                  setAt(judged.findIndex((row) => row.key === key));
                }}
              />
            </>
          )}
        </div>
      </div>
      <ActFoot
        form={form}
        button={t('correct.do')}
        note={
          bad.length > 0 && (
            <section aria-labelledby="effects">
              <h2 id="effects">{t('correct.effects')}</h2>
              <ol className="effects">
                <li>{t('correct.effect1', { day: today ? day(today) : '' })}</li>
                {preview.data && <li>{tells ? t('correct.effect2', { phone: tells }) : t('correct.effect2none')}</li>}
                <li>{t('correct.effect3', { bad: bad.length })}</li>
                <li>{t('correct.effect4', { total: judged.length })}</li>
              </ol>
            </section>
          )
        }
        beside={
          <Link href={`/cases/${kase.caseId}`} className="button">
            {t('correct.keep')}
          </Link>
        }
      />
    </>
  );
}

/** The five working days inside which the law lets the office ask, day by day. */
function FiveDays({ kase }: { kase: StaffCase }) {
  const { t, day } = useWords();
  const { explanation } = kase;
  if (explanation === undefined || kase.due?.purpose !== 'answer') return null;
  const shown = explanation.days.filter((each) => each.reason === 'startDay' || each.counted);
  return (
    <ol className="strip" aria-label={t('correct.strip')}>
      {shown.map((each) => {
        const today = each.day === explanation.today;
        const last = each.day === explanation.dueDay;
        const n = each.nth ?? 0;
        const word =
          each.reason === 'startDay'
            ? t('correct.received')
            : last
              ? t(today ? 'correct.nthLastToday' : 'correct.nthLast', { n })
              : t(today ? 'correct.nthToday' : 'correct.nth', { n });
        return (
          <li key={each.day} className={last ? 'strip-last' : today ? 'strip-today' : undefined}>
            <span>{day(each.day)}</span>
            <span className="small">{word}</span>
          </li>
        );
      })}
    </ol>
  );
}
