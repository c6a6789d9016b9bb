import type { FormField } from '../../../../contract/form.ts';
import { FormEditor } from '../../features/form-editor/form-editor.tsx';
import { useEditing, useElement } from './editing.ts';

/** 情形与表单: what is asked, and which answers decide what is needed. */
export function FormPart() {
  const path = 'content.form';
  const { value, put, label } = useElement(path);
  const { faults } = useEditing();
  return (
    <section aria-label={label} data-field={path}>
      <FormEditor
        form={(value ?? []) as FormField[]}
        onChange={(form) => put(form, 'typing')}
        faults={faults}
      />
    </section>
  );
}
