import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Key } from '../../ui/staff/keys.tsx';
import { useWords } from '../staff/words.ts';
import { AnswerField, type AnswerFieldProps } from './AnswerField.tsx';
import { agentQuestions, personQuestions, type roleHere, type Way, wayQuestions } from './intake-people.ts';
import { focusStop } from './stops.ts';
import { useVillages } from './villages.ts';

interface PeopleProps {
  /** As shown: typed, or prefilled. */
  people: Readonly<Record<string, string>>;
  faultOf: (path: string) => string | undefined;
  sourceOf: (path: string) => string | undefined;
  onChange: (path: string, value: string) => void;
  onLeave: (path: string) => void;
}

/** Where the focus goes for a question about a person. */
export const personId = (path: string) => `in-${path}`;

/** Whether somebody stands here, or it was sent and when it arrived. */
export function WayPart({ way, ...rest }: PeopleProps & { way: Way }) {
  const words = useWords();
  return (
    <>
      <div className="fields">
        {wayQuestions(words, way).map(({ path, field }) => (
          <Asked
            key={path}
            path={path}
            field={field}
            {...(path === 'sent.lateReason' ? {} : { passed: true })}
            {...rest}
          />
        ))}
      </div>
      {way !== 'here' && <p className="quiet small">{words.t('intake.sentHint')}</p>}
    </>
  );
}

/** Whose card was seen, and as whom he stands here. */
export function PersonPart({ role, ...rest }: PeopleProps & { role: ReturnType<typeof roleHere> }) {
  const words = useWords();
  const { t, local } = words;
  const { here } = useVillages();
  return (
    <fieldset>
      <legend>
        {role === 'applicant' ? t('case.role.applicant') : t('intake.signer', { role: t(`case.role.${role}`) })}
      </legend>
      <div className="fields">
        {personQuestions(words).map(({ path, field }) => (
          <Asked
            key={path}
            path={path}
            field={field}
            {...(path === 'applicant.phone' ? { placeholder: t('intake.phoneHint') } : {})}
            {...(path === 'applicant.regionId'
              ? {
                  passed: true,
                  townships: true,
                  placeholder: here ? t('intake.regionHere', { region: local(here.name) }) : t('intake.regionHint'),
                }
              : {})}
            {...rest}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Somebody else stands here for the applicant: kept clearly apart from him, with his mandate. */
export function AgentPart({
  hasAgent,
  isSent,
  onAgent,
  ...rest
}: PeopleProps & { hasAgent: boolean; isSent: boolean; onAgent: () => void }) {
  const words = useWords();
  const { t } = words;
  const box = useRef<HTMLFieldSetElement>(null);
  const before = useRef(hasAgent);
  useEffect(() => {
    if (hasAgent && !before.current) focusStop(box.current?.querySelector('[data-stop]'));
    before.current = hasAgent;
  }, [hasAgent]);
  if (!hasAgent)
    return (
      <p>
        <Button size="small" onClick={onAgent}>
          {t('intake.addAgent')} <Key>F4</Key>
        </Button>
      </p>
    );
  return (
    <fieldset ref={box} className="agent-block">
      <legend>{t('case.role.agent')}</legend>
      <p className="quiet small">{t(isSent ? 'intake.agentSentHint' : 'intake.agentHint')}</p>
      <div className="fields">
        {agentQuestions(words).map(({ path, field }) => (
          <Asked key={path} path={path} field={field} {...(path === 'agent.signedDay' && { passed: true })} {...rest} />
        ))}
      </div>
      <p>
        <Button size="small" onClick={onAgent}>
          {t('intake.noAgent')} <Key>F4</Key>
        </Button>
      </p>
    </fieldset>
  );
}

function Asked({
  path,
  field,
  people,
  faultOf,
  sourceOf,
  onChange,
  onLeave,
  ...look
}: PeopleProps & { path: string } & Pick<AnswerFieldProps, 'field' | 'placeholder' | 'passed' | 'townships'>) {
  return (
    <AnswerField
      id={personId(path)}
      field={field}
      value={people[path] ?? ''}
      fault={faultOf(path)}
      source={sourceOf(path)}
      {...look}
      onChange={(value) => onChange(path, value)}
      onLeave={() => onLeave(path)}
    />
  );
}
