import { Button, Checkbox, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CallRefused, upload } from '../../api/call.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Asked } from './DraftActs.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface TickGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** What a dialog asks for one thing; a tick list has its groups, so that a whole office is chosen at once. */
export type DialogField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
  readonly initial?: string | readonly string[];
} & (
  | { readonly kind: 'day'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'line' | 'words'; readonly most: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  | { readonly kind: 'few'; readonly options: readonly Option[] }
  | { readonly kind: 'many'; readonly options: readonly Option[] }
  | { readonly kind: 'ticks'; readonly groups: readonly TickGroup[] }
  | { readonly kind: 'file' }
);

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What was typed, as the server takes it: without what was left empty, numbers as numbers. */
function inputOf(fields: readonly DialogField[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, unknown][] => {
      const value = typed[name] ?? '';
      if (typeof value !== 'string') return value.length === 0 ? [] : [[name, value]];
      const text = value.trim();
      return text === '' ? [] : [[name, kind === 'number' ? Number(text) : text]];
    }),
  );
}

/** One act: what it will do, what it needs, and only then the button. What was typed outlives closing and refusals. */
export function DevolutionDialog({
  kept,
  title,
  about,
  says,
  fields,
  sent,
  danger,
  onSend,
  close,
}: {
  /** Under which name the words stay until they are sent. */
  kept: string;
  title: string;
  /** What the act is about, where the page behind shows many. */
  about?: string;
  says: string;
  fields: readonly DialogField[];
  sent: { isPending: boolean; error: unknown };
  danger?: boolean;
  onSend: (input: Record<string, unknown>, done: () => void) => void;
  close: () => void;
}) {
  const { t } = useWords();
  const [typed, setTyped, forget] = useKept<Typed>(
    `doorstep.devolution.${kept}`,
    Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]]))),
  );
  const [tried, setTried] = useState(false);
  const input = inputOf(fields, typed);
  const faultOf = (field: DialogField): string | undefined => {
    if (field.optional !== true && input[field.name] === undefined) return t('devolution.required');
    const value = input[field.name];
    if (field.kind === 'day' && field.min !== undefined && typeof value === 'string' && value < field.min)
      return t('devolution.dayPast');
    return undefined;
  };
  const send = () => {
    setTried(true);
    if (sent.isPending || fields.some((field) => faultOf(field) !== undefined)) return;
    onSend(input, () => {
      forget();
      close();
    });
  };
  useSubmitKey(send);
  const put = (name: string, value: string | readonly string[]) => setTyped((before) => ({ ...before, [name]: value }));
  return (
    <Modal
      open
      width={620}
      title={title}
      okText={t('devolution.do')}
      cancelText={t('devolution.cancel')}
      okButtonProps={{ danger: danger === true }}
      confirmLoading={sent.isPending}
      onCancel={close}
      onOk={send}
    >
      <div className="stack devolution-dialog">
        {about !== undefined && <p className="devolution-waits">{about}</p>}
        <p>{says}</p>
        {fields.map((field) => (
          <OneField key={field.name} field={field} typed={typed} fault={tried ? faultOf(field) : undefined} put={put} />
        ))}
        <Refused error={sent.error} />
      </div>
    </Modal>
  );
}

/** Ctrl+Enter sends, from inside a list of choices too, which would keep the key for itself. */
export function useSubmitKey(send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, []);
}

interface OneFieldProps {
  field: DialogField;
  typed: Typed;
  fault: string | undefined;
  put: (name: string, value: string | readonly string[]) => void;
}

function OneField({ field, typed, fault, put }: OneFieldProps) {
  const { name, label, hint } = field;
  const value = typed[name] ?? '';
  const text = typeof value === 'string' ? value : '';
  const list = typeof value === 'string' ? [] : [...value];
  if (field.kind === 'few')
    return (
      <Grouped label={label} fault={fault}>
        <Radio.Group
          aria-label={label}
          value={text}
          options={[...field.options]}
          onChange={({ target }) => put(name, target.value)}
        />
      </Grouped>
    );
  if (field.kind === 'ticks')
    return (
      <Grouped label={label} fault={fault}>
        <Ticks groups={field.groups} chosen={list} choose={(next) => put(name, next)} />
      </Grouped>
    );
  if (field.kind === 'file')
    return (
      <Grouped label={label} fault={fault}>
        <UploadFile
          of={label}
          name={String(typed[`${name}.name`] ?? '')}
          onFile={(fileId, fileName) => {
            put(name, fileId);
            put(`${name}.name`, fileName);
          }}
        />
      </Grouped>
    );
  return (
    <Asked label={label} {...(hint !== undefined && { hint })} {...(fault !== undefined && { fault })}>
      {(bound) => {
        switch (field.kind) {
          case 'day':
            return (
              <Input
                {...bound}
                type="date"
                className="devolution-day"
                {...(field.min !== undefined && { min: field.min })}
                {...(field.max !== undefined && { max: field.max })}
                value={text}
                onChange={({ target }) => put(name, target.value)}
              />
            );
          case 'number':
            return (
              <InputNumber<number>
                {...bound}
                min={field.min}
                max={field.max}
                step={field.step}
                value={text === '' ? null : Number(text)}
                onChange={(next) => put(name, next === null ? '' : String(next))}
              />
            );
          case 'line':
            return (
              <Input
                {...bound}
                maxLength={field.most}
                value={text}
                onChange={({ target }) => put(name, target.value)}
              />
            );
          case 'words':
            return (
              <Input.TextArea
                {...bound}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={field.most}
                value={text}
                onChange={({ target }) => put(name, target.value)}
              />
            );
          case 'one':
            return (
              <Select<string>
                {...bound}
                value={text === '' ? null : text}
                showSearch={{ optionFilterProp: 'label' }}
                options={[...field.options]}
                onChange={(next) => put(name, next)}
              />
            );
          case 'many':
            return (
              <Select<string[]>
                {...bound}
                mode="multiple"
                value={list}
                showSearch={{ optionFilterProp: 'label' }}
                options={[...field.options]}
                onChange={(next) => put(name, next)}
              />
            );
        }
      }}
    </Asked>
  );
}

function Grouped({ label, fault, children }: { label: string; fault: string | undefined; children: ReactNode }) {
  return (
    <div className="dialog-field">
      <span>{label}</span>
      {children}
      {fault !== undefined && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** Offices with their people or posts: an office's own tick chooses all of it. */
function Ticks({
  groups,
  chosen,
  choose,
}: {
  groups: readonly TickGroup[];
  chosen: readonly string[];
  choose: (next: string[]) => void;
}) {
  const { t } = useWords();
  const all = [...new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)))];
  const toggle = (values: readonly string[], on: boolean) =>
    choose(on ? [...new Set([...chosen, ...values])] : chosen.filter((each) => !values.includes(each)));
  const whole = (label: string, values: readonly string[]) => {
    const on = values.filter((value) => chosen.includes(value)).length;
    return (
      <Checkbox
        checked={on > 0 && on === values.length}
        indeterminate={on > 0 && on < values.length}
        onChange={({ target }) => toggle(values, target.checked)}
      >
        {label}
      </Checkbox>
    );
  };
  return (
    <div className="devolution-ticks">
      <div className="row">
        {whole(t('devolution.all'), all)}
        <span className="quiet">{t('devolution.chosen', { count: chosen.length })}</span>
      </div>
      {groups.map(({ label, options }) => (
        <fieldset key={label} aria-label={label}>
          <div className="devolution-ticks-head">
            {whole(
              label,
              options.map(({ value }) => value),
            )}
          </div>
          <div className="devolution-ticks-list">
            {options.map(({ value, label: name }) => (
              <Checkbox
                key={value}
                checked={chosen.includes(value)}
                onChange={({ target }) => toggle([value], target.checked)}
              >
                {name}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** A file that goes to the server at once; its name stands beside the button. */
export function UploadFile({
  of,
  name,
  onFile,
}: {
  /** What the file is, for those who hear the button alone. */
  of: string;
  name: string;
  onFile: (fileId: string, name: string) => void;
}) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<CallRefused>();
  async function send(file: File) {
    setPending(true);
    setRefused(undefined);
    try {
      const { fileId } = await upload('POST /files', file);
      onFile(fileId, file.name);
    } catch (error) {
      setRefused(error instanceof CallRefused ? error : new CallRefused('gone_wrong'));
    } finally {
      setPending(false);
    }
  }
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={of}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <div className="row">
        <Button
          size="small"
          loading={pending}
          aria-label={`${t('devolution.upload')} ${of}`}
          onClick={() => input.current?.click()}
        >
          {t('devolution.upload')}
        </Button>
        {name !== '' && <span className="quiet">{t('devolution.uploaded', { name })}</span>}
      </div>
      <Refused error={refused} />
    </div>
  );
}
