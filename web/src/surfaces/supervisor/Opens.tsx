import { Link } from 'wouter';

/** A number that opens: definition, how it is counted, each case. */
export function Opens({ href, count, label }: { href: string; count: string; label: string }) {
  return (
    <Link href={href} className="opens number" aria-label={`${label} ${count}`}>
      {count}
    </Link>
  );
}
