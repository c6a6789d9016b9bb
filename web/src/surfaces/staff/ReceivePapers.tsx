import type { ReactNode } from 'react';
import type { HandedIn } from '../../../../contract/cases.ts';
import type { MaterialRequirement } from '../../../../contract/catalogue.ts';
import type { CallRefused } from '../../api/call.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { ActForm, useActForm } from './act-form.tsx';
import { PaperChecks, type PaperOnDesk, toHandedIn } from './PaperChecks.tsx';
import { useWords } from './words.ts';

/** Takes in papers that were asked for, as many as came; what is still open stays so. Nothing else may be asked. */
export function ReceivePapers({
  able,
  act,
  kept,
  materials,
  button,
  none,
  receive,
  done,
  children,
}: {
  able: boolean;
  act: { isPending: boolean; error: CallRefused | null };
  /** Where what was ticked is kept until it is received. */
  kept: string;
  materials: readonly MaterialRequirement[];
  button: string;
  /** Said where nothing was ticked. */
  none: string;
  receive: (papers: HandedIn[], onSuccess: () => void) => void;
  done: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const [papers, setPapers, forget] = useKept<Record<string, PaperOnDesk>>(kept, {});
  const got = toHandedIn(materials, papers).filter(({ received }) => received);
  const form = useActForm({
    able,
    act,
    faults: { materials: got.length === 0 && none },
    submit: () =>
      receive(got, () => {
        forget();
        done();
      }),
  });
  return (
    <ActForm form={form} button={button}>
      {children}
      <FieldGroup label={t('commitments.receive.papers')} fault={form.at('materials', t('commitments.receive.papers'))}>
        <PaperChecks
          materials={materials}
          papers={papers}
          onChange={(key, paper) => setPapers((before) => ({ ...before, [key]: paper }))}
        />
      </FieldGroup>
    </ActForm>
  );
}
