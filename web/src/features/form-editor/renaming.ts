import type { Computation, Condition, FormField, LeafField, Note } from '../../../../contract/form.ts';
import type { ItemContent } from '../../../../contract/item-content.ts';
import { changed, orNone } from '../editing/list.ts';

/** A question has another key, or one of its answers another value. `path` of a column: `members.name`. */
export type Renaming =
  | { readonly kind: 'key'; readonly path: string; readonly to: string }
  | { readonly kind: 'option'; readonly path: string; readonly option: string; readonly to: string };

/** A place of the form that names a question. */
export interface Mention {
  readonly at: number;
  readonly in: 'when' | 'note' | 'column' | 'compute';
}

const isOrIn = (path: string, key: string) => path === key || path.startsWith(`${key}.`);

/** The form with a question or answer renamed, and with it everything in the form that names it. */
export function renamedForm(form: readonly FormField[], renaming: Renaming): FormField[] {
  const [key = '', column] = renaming.path.split('.');
  return form.map((field) => {
    const inside = field.key === key && column !== undefined && field.kind === 'rows';
    const fields = field.fields?.map((each, at, columns) => {
      const above = columns.slice(0, at).map((other) => other.key);
      const own = inside && each.key === column ? renamedEntry(each, renaming) : each;
      const when = each.when?.map((condition) => {
        // Within a row a column before it hides a question of the form that has the same key.
        if (above.includes(condition.field))
          return inside && condition.field === column
            ? renamedCondition(condition, { ...renaming, path: column })
            : condition;
        return inside ? condition : renamedCondition(condition, renaming);
      });
      return changed<LeafField>(own, { when });
    });
    const own = field.key === key && column === undefined ? renamedEntry(field, renaming) : field;
    return changed<FormField>(own, {
      when: field.when?.map((condition) => renamedCondition(condition, renaming)),
      notes: field.notes?.map((note) => ({
        ...note,
        when: note.when.map((condition) => renamedCondition(condition, renaming)),
      })),
      compute: field.compute === undefined ? undefined : renamedComputation(field.compute, renaming),
      fields,
    });
  });
}

function renamedEntry<Entry extends LeafField | FormField>(entry: Entry, renaming: Renaming): Entry {
  if (renaming.kind === 'key') return { ...entry, key: renaming.to };
  const options = entry.options?.map((option) =>
    option.value === renaming.option ? { ...option, value: renaming.to } : option,
  );
  return options === undefined ? entry : { ...entry, options };
}

function renamedPath(path: string, renaming: Renaming): string {
  if (renaming.kind !== 'key' || !isOrIn(path, renaming.path)) return path;
  const before = renaming.path.split('.').slice(0, -1);
  return [...before, renaming.to].join('.') + path.slice(renaming.path.length);
}

function renamedCondition(condition: Condition, renaming: Renaming): Condition {
  if (renaming.kind === 'key') return { ...condition, field: renamedPath(condition.field, renaming) };
  if (condition.field !== renaming.path || condition.is === undefined) return condition;
  return { ...condition, is: condition.is.map((value) => (value === renaming.option ? renaming.to : value)) };
}

const renamedComputation = (compute: Computation, renaming: Renaming): Computation => ({
  ...compute,
  of: renamedPath(compute.of, renaming),
});

/**
 * The content with its new form. What the rest of the content says by name goes along with a renaming: conditions of
 * materials, answers in the decision, placeholders of the certificate. What was removed is left named there: a material
 * must not become everybody's by itself, so its fault says that the question is gone.
 */
export function contentWithForm(content: ItemContent, form: FormField[], renaming?: Renaming): ItemContent {
  if (renaming === undefined) return { ...content, form };
  const { materials, decisionAnswers, result } = content;
  const { certificate } = result;
  const inText = (text: string) =>
    text.replace(/\{([^{}]+)\}/g, (_, path: string) => `{${renamedPath(path, renaming)}}`);
  return changed<ItemContent>(content, {
    form,
    materials: materials.map((material) =>
      changed(material, { when: material.when?.map((condition) => renamedCondition(condition, renaming)) }),
    ),
    decisionAnswers: decisionAnswers?.map((path) => renamedPath(path, renaming)),
    result: changed(result, {
      certificate:
        certificate === undefined
          ? undefined
          : {
              ...certificate,
              rows: certificate.rows.map((row) => ({ ...row, value: inText(row.value) })),
              statement: inText(certificate.statement),
            },
    }),
  });
}

/** Where else in the form a question or column is named. */
export function mentionsOf(form: readonly FormField[], path: string): Mention[] {
  const [key = '', column] = path.split('.');
  const names = (conditions: readonly Condition[] | undefined, named = path) =>
    conditions?.some(({ field }) => isOrIn(field, named)) === true;
  return form.flatMap(({ key: own, when, notes, fields, compute }, at): Mention[] => {
    if (own === key && column === undefined) return [];
    const inside = own === key;
    const named = inside ? (column ?? '') : path;
    return [
      ...(names(when) ? [{ at, in: 'when' as const }] : []),
      ...(notes?.some((note) => names(note.when)) ? [{ at, in: 'note' as const }] : []),
      // A column before it may have the name: then it is that one which is meant.
      ...(fields?.some(
        (each, index) =>
          inside === fields.slice(0, index).some((other) => other.key === named) && names(each.when, named),
      )
        ? [{ at, in: 'column' as const }]
        : []),
      ...(compute !== undefined && isOrIn(compute.of, path) ? [{ at, in: 'compute' as const }] : []),
    ];
  });
}

/** The form with an entry one place on. Headings of pages stay where they stand: the entry joins the page it comes to. */
export function movedQuestion(form: readonly FormField[], at: number, by: 1 | -1): FormField[] {
  const [entry, other] = [form[at], form[at + by]];
  if (entry === undefined || other === undefined) return [...form];
  return form.map((each, index) => {
    if (index === at) return changed<FormField>(other, { page: entry.page });
    return index === at + by ? changed<FormField>(entry, { page: other.page }) : each;
  });
}

/**
 * The form without an entry, and without the conditions that named it. A note that appeared under such conditions alone
 * goes too: it must not stand there for everybody. The heading of its page goes on to the next entry.
 */
export function withoutQuestion(form: readonly FormField[], at: number): FormField[] {
  const gone = form[at]?.key;
  if (gone === undefined) return [...form];
  const kept = (conditions: readonly Condition[]) => conditions.filter(({ field }) => !isOrIn(field, gone));
  const keptOrNone = (conditions: readonly Condition[] | undefined) =>
    conditions === undefined ? undefined : orNone(kept(conditions));
  return form.flatMap((field, index) => {
    if (index === at) return [];
    const notes = field.notes?.flatMap((note): Note[] => {
      const when = kept(note.when);
      return when.length === 0 && note.when.length > 0 ? [] : [{ ...note, when }];
    });
    return [
      changed<FormField>(field, {
        page: field.page ?? (index === at + 1 ? form[at]?.page : undefined),
        when: keptOrNone(field.when),
        notes: notes === undefined ? undefined : orNone(notes),
        fields: field.fields?.map((column, place, columns) =>
          columns.slice(0, place).some(({ key }) => key === gone)
            ? column
            : changed<LeafField>(column, { when: keptOrNone(column.when) }),
        ),
      }),
    ];
  });
}

/** The rows without a column, and without the conditions of other columns that named it. */
export function withoutColumn(fields: readonly LeafField[], at: number): LeafField[] {
  const gone = fields[at]?.key;
  return fields.flatMap((column, index) =>
    index === at
      ? []
      : [
          changed<LeafField>(column, {
            when: orNone((column.when ?? []).filter(({ field }) => index < at || field !== gone)),
          }),
        ],
  );
}
