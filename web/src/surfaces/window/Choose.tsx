import { Radio, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Key } from '../../ui/staff/keys.tsx';
import { focusStop, useGoOn } from './stops.ts';
import { type Choice, chosenBy, fitness } from './typed-answer.ts';

interface ChooseProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  wrong: boolean;
  describedBy: string;
  required: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** A long list: a few letters leave what fits, best first, and Enter takes it and goes on. */
export function ChooseFromList({
  id,
  label,
  choices,
  value,
  wrong,
  describedBy,
  required,
  onChange,
  onLeave,
  ...look
}: ChooseProps & {
  placeholder: string;
  none: string;
  autoFocus?: boolean;
  loading?: boolean;
  /** What stands beside a choice in the list. */
  beside?: (choice: Choice) => ReactNode;
}) {
  const goOn = useGoOn();
  const { placeholder, none, autoFocus = false, loading = false, beside } = look;
  return (
    <div
      className="choose"
      onKeyDownCapture={(event) => {
        const isOpen = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true';
        if (event.key !== 'Enter' || event.ctrlKey || isOpen || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        goOn();
      }}
    >
      <Select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        aria-required={required}
        autoFocus={autoFocus}
        status={wrong ? 'error' : ''}
        loading={loading}
        placeholder={placeholder}
        notFoundContent={none}
        popupMatchSelectWidth={false}
        allowClear={!required}
        value={value || null}
        options={choices.map((choice) => ({ value: choice.value, label: choice.label, choice }))}
        {...(beside === undefined
          ? {}
          : {
              optionRender: ({ data }: { data: { choice: Choice } }) => (
                <span className="choice-line">
                  <span className="grow">{data.choice.label}</span>
                  <span className="quiet small">{beside(data.choice)}</span>
                </span>
              ),
            })}
        showSearch={{
          filterOption: (typed, option) => option !== undefined && fitness(option.choice, typed) > 0,
          filterSort: (a, b, { searchValue }) => fitness(b.choice, searchValue) - fitness(a.choice, searchValue),
        }}
        onSelect={(chosen: string) => {
          flushSync(() => onChange(chosen));
          goOn();
        }}
        onClear={() => onChange('')}
        onBlur={onLeave}
      />
    </div>
  );
}

/** So long after a letter the next one belongs to it. */
const together = 700;

/**
 * A few choices side by side, each with its key. A key that can mean only one of them takes it and goes on, as Enter does;
 * letters that begin several take the first and wait for more. Arrows and space choose and stay.
 */
export function ChooseByKey({ id, label, choices, value, describedBy, onChange, onLeave }: ChooseProps) {
  const goOn = useGoOn();
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const press = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
    const text = event.timeStamp - typed.current.at < together ? typed.current.text + event.key : event.key;
    const found = chosenBy(choices, text) ?? chosenBy(choices, event.key);
    if (found === undefined) return;
    typed.current = { text, at: event.timeStamp };
    event.preventDefault();
    event.stopPropagation();
    flushSync(() => onChange(found.value));
    const begun = choices.filter((each) => fitness(each, text) > 1);
    if (fitness(found, text) === 3 || begun.length === 1) goOn();
    else focusStop(box.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are a shorter way to the radios within
    <div ref={box} onKeyDown={press} onBlur={onLeave}>
      <Radio.Group
        id={id}
        className="choose-keys"
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={choices.map((choice) => ({
          value: choice.value,
          label: (
            <>
              {choice.label} <Key>{choice.number}</Key>
            </>
          ),
        }))}
      />
    </div>
  );
}
