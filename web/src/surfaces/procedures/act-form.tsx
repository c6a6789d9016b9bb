import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CallRefused } from '../../api/call.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Refused } from '../staff/Refused.tsx';
import { faultSentence } from '../staff/words.ts';

/** An act with its few fields: what it does, the fields, what follows, and one button. Faults are said when it was tried. */
export function ActForm({
  able,
  pending,
  error,
  faults,
  button,
  submit,
  effects = [],
  children,
}: {
  able: boolean;
  pending: boolean;
  error: CallRefused | null;
  faults: readonly string[];
  button: string;
  submit: () => void;
  effects?: readonly string[];
  children: ReactNode;
}) {
  const [tried, setTried] = useState(false);
  const press = () => {
    setTried(true);
    if (faults.length === 0) submit();
  };
  useKeys({ 'Ctrl+Enter': able && !pending ? press : undefined });
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
      </div>
      <div className="act-foot">
        <div className="grow">
          {error?.code === 'invalid_input' ? (
            <Notice tone="red" role="alert">
              {error.fields.map((fault) => faultSentence(fault, '')).join('')}
            </Notice>
          ) : (
            <Refused error={error} />
          )}
          {tried && faults.length > 0 && (
            <Notice tone="red" role="alert">
              {faults.join('')}
            </Notice>
          )}
        </div>
        {able && (
          <Button type="primary" loading={pending} onClick={press}>
            {button} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
