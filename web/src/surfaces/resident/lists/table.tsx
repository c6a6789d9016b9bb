import { type ReactNode, useEffect, useState } from 'react';
import './lists.css';

const narrow = '(max-width: 719px)';

/** Whether the window is too narrow for a table; it may be turned while it is open. */
export function useIsNarrow(): boolean {
  const [isNarrow, set] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const media = matchMedia(narrow);
    const look = () => set(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return isNarrow;
}

export interface TableRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
}

/** Rows with their columns: a table that scrolls inside itself, or on a phone one card a row. */
export function Table({
  label,
  name,
  columns,
  rows,
  numeric = false,
  totalled = false,
}: {
  label: string;
  /** Heading of the first column. */
  name: string;
  columns: readonly string[];
  rows: readonly TableRow[];
  numeric?: boolean;
  /** The last row is the sum of the others. */
  totalled?: boolean;
}) {
  const isNarrow = useIsNarrow();
  if (isNarrow && !numeric)
    return (
      <ul className="rows list-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="list-card-name">{row.name}</div>
            <dl>
              {columns.map((column, at) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>{row.cells[at]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="list-scroll" aria-label={label} tabIndex={0}>
      <table className={`list-table${numeric ? ' numeric' : ''}${totalled ? ' totalled' : ''}`}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {columns.map((column, at) => (
                <td key={column}>{row.cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
