import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallRefused } from '../../api/call.ts';
import { goToFault } from '../../ui/staff/Field.tsx';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Refused, readableFacts } from './Refused.tsx';
import { faultSentence, refusalSentence, useWords } from './words.ts';

/** Every field of a form by its name on the wire; what is wrong with it as it stands, as a sentence. */
type Faults = Readonly<Record<string, string | false | undefined>>;

/**
 * A form that does one act. What is wrong stands at its field, said when it was tried, by this page or by the server; the
 * focus goes there, and nothing typed is lost. Ctrl+Enter presses its button, wherever the focus is.
 */
export function useActForm({
  able = true,
  act: { isPending, error },
  faults = {},
  submit,
}: {
  able?: boolean;
  act: { isPending: boolean; error: CallRefused | null };
  faults?: Faults;
  submit: () => void;
}) {
  const words = useWords();
  const [tries, setTries] = useState(0);
  const isWhole = Object.values(faults).every((fault) => !fault);
  const told = (field: string) =>
    error?.fields.find((each) => each.field === field || each.field.split('.')[0] === field);
  const at = (field: string, label = ''): string | undefined => {
    if (tries > 0 && faults[field]) return faults[field];
    const fault = told(field);
    if (fault === undefined || error === null) return undefined;
    return saysEach(error)
      ? faultSentence({ ...fault, facts: readableFacts(fault.facts ?? {}, words) }, label)
      : refusalSentence(error.code, readableFacts(error.facts, words));
  };
  const press = () => {
    setTries(tries + 1);
    if (isWhole) submit();
  };
  useKeys({ 'Ctrl+Enter': able && !isPending ? press : undefined });
  useEffect(() => {
    if (tries > 0 || error !== null) goToFault();
  }, [tries, error]);
  const isPlaced = error !== null && Object.keys(faults).some((field) => told(field) !== undefined);
  return { able, isPending, press, at, rest: isPlaced ? null : error };
}

export type ActFormState = ReturnType<typeof useActForm>;

/** What follows from an act, its page's own words, and its one button at the foot. */
export function ActForm({
  form,
  button,
  note,
  effects = [],
  paper,
  children,
}: {
  form: ActFormState;
  button: string;
  note?: ReactNode;
  effects?: readonly string[];
  /** What it will produce, read before it is done. */
  paper?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          {children}
          {effects.length > 0 && (
            <ul className="effects">
              {effects.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
          )}
        </div>
        {paper !== undefined && <div className="act-paper">{paper}</div>}
      </div>
      <ActFoot form={form} button={button} note={note} />
    </>
  );
}

export function ActFoot({
  form: { able, isPending, press, rest },
  button,
  note,
  beside,
}: {
  form: ActFormState;
  button: string;
  note?: ReactNode;
  /** The other way to leave the page. */
  beside?: ReactNode;
}) {
  return (
    <div className="act-foot">
      <div className="grow">
        <FormRefused error={rest} />
        {note}
      </div>
      {beside}
      {able && (
        <Button type="primary" loading={isPending} onClick={press}>
          {button} <Key>Ctrl Enter</Key>
        </Button>
      )}
    </div>
  );
}

/** The same in a dialog: its button says what it does. */
export function ActDialog({
  form: { isPending, press, rest },
  title,
  button,
  isEnding = false,
  close,
  children,
}: {
  form: ActFormState;
  title: string;
  button: string;
  /** It takes something away. */
  isEnding?: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Modal
      open
      width={620}
      title={title}
      okText={button}
      cancelText={t('cancel')}
      okButtonProps={{ danger: isEnding }}
      confirmLoading={isPending}
      onCancel={close}
      onOk={press}
    >
      <div className="stack dialog-form">
        {children}
        <FormRefused error={rest} />
      </div>
    </Modal>
  );
}

/** Refused for what stands in its fields, each with a reason of its own. */
const saysEach = ({ code }: CallRefused) => code === 'invalid_input' || code === 'answers_wrong';

/** What the server refused and no field of the form is to blame for. */
export function FormRefused({ error }: { error: CallRefused | null }) {
  if (error === null || !saysEach(error)) return <Refused error={error} />;
  return (
    <Notice tone="red" role="alert">
      {error.fields.map((fault) => faultSentence(fault, '')).join('')}
    </Notice>
  );
}
