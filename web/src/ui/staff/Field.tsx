import { type ReactNode, useId } from 'react';

/** Where something is to be put right: the keyboard goes to the first such place, and the eye with it. */
export function goToFault(): void {
  const place = (document.querySelector('[role="dialog"]') ?? document).querySelector('[data-fault]');
  const control = place?.querySelector<HTMLElement>('input:not([disabled]), textarea, select, button');
  control?.focus();
  // What is wrong in one line is marked, so that typing replaces it.
  if (control instanceof HTMLInputElement) control.select();
  place?.scrollIntoView({ block: 'center' });
}

/** One thing that is asked for: its label, its field, what is said about it, and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  children: (bound: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode;
}) {
  const id = useId();
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="dialog-field" data-fault={fault !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': fault !== undefined })}
      <Said id={id} hint={hint} fault={fault} />
    </div>
  );
}

/** The same for several boxes or buttons under one question. */
export function FieldGroup({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset
      className="dialog-field"
      data-fault={fault !== undefined || undefined}
      aria-describedby={fault && `${id}-fault`}
    >
      <legend>{label}</legend>
      {children}
      <Said id={id} hint={hint} fault={fault} />
    </fieldset>
  );
}

function Said({ id, hint, fault }: { id: string; hint: string | undefined; fault: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
