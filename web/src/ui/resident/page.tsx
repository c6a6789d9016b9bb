import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDistrictName } from './district.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { Say } from './say.tsx';

let opened = false;

/** Sets the window's title to that of the page: h1, product, district. */
export function useTitle(heading: string, errors = 0): void {
  const { t } = useTranslation('resident');
  const district = useDistrictName();
  useEffect(() => {
    const said = errors > 0 ? t('titleErrors', { count: errors, heading }) : heading;
    document.title = t('titleOf', { heading: said, district });
  }, [t, heading, errors, district]);
}

interface PageProps {
  heading: string;
  /** What stands before the heading: where one came from, the step, the error summary. */
  before?: ReactNode;
  /** Faults on this page; they take the focus and begin the title. */
  errors?: number;
  /** The heading is the label of the page's only field, by its id. */
  labels?: string;
  /** Another thing takes the focus, e.g. the row that was just changed. */
  focusElsewhere?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** One page: its h1 takes the focus when one comes from another page, and names the window. */
export function Page({ heading, before, errors = 0, labels, focusElsewhere, className, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useTitle(heading, errors);
  useEffect(() => {
    const first = !opened;
    opened = true;
    if (first) return;
    window.scrollTo(0, 0);
    const other = focusElsewhere === undefined ? null : document.getElementById(focusElsewhere);
    (other ?? title.current)?.focus();
  }, [focusElsewhere]);
  return (
    <main id="main" className={`column page ${className ?? ''}`} tabIndex={-1}>
      {before}
      <h1 ref={title} tabIndex={-1}>
        {labels === undefined ? (
          <Say text={heading} />
        ) : (
          <label htmlFor={labels}>
            <Say text={heading} />
          </label>
        )}
      </h1>
      <ReadAloud />
      {children}
    </main>
  );
}

/** The way back, above the heading. */
export function Back({ to, children }: { to: string; children: ReactNode }) {
  return (
    <nav className="back">
      <Link href={to}>
        <Chevron turned />
        <span className="line">{children}</span>
      </Link>
    </nav>
  );
}

export function Chevron({ turned = false }: { turned?: boolean }) {
  return (
    <svg className="chevron" viewBox="0 0 12 20" width="12" height="20" aria-hidden="true" focusable="false">
      <path d={turned ? 'M10 2 2 10l8 8' : 'm2 2 8 8-8 8'} fill="none" stroke="currentColor" strokeWidth="2.6" />
    </svg>
  );
}

/** A part of a page under its heading. */
export function Section({
  heading,
  id,
  line = true,
  children,
}: {
  heading: string;
  id?: string;
  line?: boolean;
  children: ReactNode;
}) {
  return (
    <section {...(id === undefined ? {} : { id })}>
      <h2 className={line ? 'ruled' : ''}>
        <Say text={heading} />
      </h2>
      {children}
    </section>
  );
}

/** Rows that lead somewhere, between hairlines. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>;
}

export function Row({ to, name, children }: { to: string; name: string; children?: ReactNode }) {
  const inside = (
    <>
      <span className="row-text">
        <span className="row-name">
          <span className="line">{name}</span>
        </span>
        {children}
      </span>
      <Chevron />
    </>
  );
  return (
    <li>
      {/^(tel:|#)/.test(to) ? (
        <a className="row" href={to}>
          {inside}
        </a>
      ) : (
        <Link className="row" href={to}>
          {inside}
        </Link>
      )}
    </li>
  );
}

/** Label and answer, between hairlines. */
export function Facts({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <dl className={wide ? 'facts wide' : 'facts'}>{children}</dl>;
}

export function Fact({
  label,
  id,
  children,
  action,
}: {
  label: string;
  id?: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="fact" {...(id === undefined ? {} : { id })}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {action === undefined ? null : <dd className="fact-action">{action}</dd>}
    </div>
  );
}

/** A native fold; print shows it unfolded. */
export function Fold({ summary, note, children }: { summary: string; note?: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <span className="line">{summary}</span>
        {note === undefined ? null : <span className="fold-note">{note}</span>}
      </summary>
      <div className="fold-inside">{children}</div>
    </details>
  );
}
