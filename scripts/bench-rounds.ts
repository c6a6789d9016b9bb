/** One round: some acts by some clients. */
export interface Round {
  readonly rate: number;
  /** Milliseconds each. */
  readonly times: readonly number[];
  /** Of the server's process, an act. */
  readonly processorMs?: number;
}

/** Acts a second, median of the rounds; how long one act took, over all of them. */
export interface Figures {
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly processorMs?: number;
}

/** Clients that each take one turn after another, without pause; no new turn is begun after `mostMs`. */
export async function crowd(
  clients: number,
  count: number,
  act: (client: number, turn: number) => Promise<unknown>,
  mostMs = Number.POSITIVE_INFINITY,
): Promise<Round> {
  const times: number[] = [];
  const turns = Math.ceil(count / clients);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; turn < turns && performance.now() - began < mostMs; turn += 1) {
        const asked = performance.now();
        await act(client, turn);
        times.push(performance.now() - asked);
      }
    }),
  );
  return { rate: (1000 * times.length) / (performance.now() - began), times };
}

export function figuresOf(rounds: readonly Round[]): Figures {
  const times = rounds.flatMap((round) => round.times);
  const middle = (values: readonly number[]) => quantile(values, 0.5);
  return {
    rate: middle(rounds.map(({ rate }) => rate)),
    p50: middle(times),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    ...(rounds[0]?.processorMs !== undefined && {
      processorMs: middle(rounds.map(({ processorMs = Number.NaN }) => processorMs)),
    }),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at));
}
