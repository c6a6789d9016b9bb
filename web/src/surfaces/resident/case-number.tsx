import { Fragment } from 'react';

/** A case number in three groups; the gaps are margins, so that copying gives the number whole. */
export function CaseNumber({ number }: { number: string }) {
  const [, ...groups] = /^(\D*\d{6})(\d{8})(\d+)$/.exec(number) ?? ['', number];
  return <Groups of={groups} />;
}

/** A query code in two groups of four. */
export function QueryCode({ code }: { code: string }) {
  return <Groups of={[code.slice(0, 4), code.slice(4)]} />;
}

function Groups({ of }: { of: readonly string[] }) {
  return (
    <span className="number">
      {of.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number never move
        <Fragment key={at}>
          {at === 0 ? null : <wbr />}
          <span>{group}</span>
        </Fragment>
      ))}
    </span>
  );
}
