import type { ItemContent } from '../../../../contract/item-content.ts';
import { FormEditor } from '../../features/form-editor/form-editor.tsx';
import { contentWithForm } from '../../features/form-editor/renaming.ts';
import { valueAt } from './content-path.ts';
import { useEditing, useElement } from './editing.ts';

/** 情形与表单: what is asked, and which answers decide what is needed. */
export function FormPart() {
  const { label } = useElement('content.form');
  const { whole, put, faults, wanted } = useEditing();
  const content = valueAt(whole, 'content') as ItemContent;
  return (
    <section aria-label={label} data-field="content.form">
      <FormEditor
        form={content.form}
        onChange={(form, renaming) =>
          renaming === undefined
            ? put('content.form', form, 'typing')
            : put('content', contentWithForm(content, form, renaming))
        }
        faults={faults}
        {...(wanted !== undefined && { place: wanted })}
      />
    </section>
  );
}
