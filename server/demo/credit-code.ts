import { checkUscc } from '../../contract/identifiers.ts';

const endings = [...'0123456789X'].flatMap((inner) =>
  [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((outer) => inner + outer),
);

/** A credit code from its first 16 characters, with the two check characters that belong to them (GB 32100). */
export function creditCode(stem: string): string {
  const code = endings.map((ending) => stem + ending).find((each) => checkUscc(each).ok);
  if (code === undefined) throw new Error(`no check characters fit ${stem}`);
  return code;
}

/** Answers of a form with the credit code of the firm that applies replaced by the one of an invented firm of this number. */
export function ofFirm<T extends Readonly<Record<string, string>>>(answers: T, number: number): T {
  return Object.fromEntries(
    Object.entries(answers).map(([path, text]) =>
      // What stands in rows is somebody else's: a shareholder's, a member's.
      /^(\w+\.)?uscc$/.test(path)
        ? [path, creditCode(`${text.slice(0, 8)}MA${String(number).padStart(6, '0')}`)]
        : [path, text],
    ),
  ) as T;
}
