/** A run of text; `isOther` where the other text does not have it. */
export interface Piece {
  readonly text: string;
  readonly isOther: boolean;
}

/** Chinese by the character, other writing by the word, digits by the number. */
const pieceOf = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|\s+|[\s\S]/gu;

/** Longer differences than this are marked whole: nobody reads their words one by one. */
const mostCells = 400_000;

/** What two texts have in common, by their longest common sequence of words, and what only one of them has. */
export function wordDifference(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const old = before.match(pieceOf) ?? [];
  const fresh = after.match(pieceOf) ?? [];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end += 1;
  const common = commonOf(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  const marked = (pieces: readonly string[], side: 0 | 1) => {
    const kept = new Set(common.map((pair) => start + pair[side]));
    return runsOf(
      pieces.map((text, at) => ({ text, isOther: at >= start && at < pieces.length - end && !kept.has(at) })),
    );
  };
  return { before: marked(old, 0), after: marked(fresh, 1) };
}

/** Pairs of places of a longest common sequence; none where a table of both would be too large. */
function commonOf(old: readonly string[], fresh: readonly string[]): [number, number][] {
  const width = fresh.length + 1;
  if (old.length * fresh.length > mostCells) return [];
  const length = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => length[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = fresh.length - 1; column >= 0; column -= 1)
      length[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < old.length && column < fresh.length; ) {
    if (old[row] === fresh[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs[runs.length - 1];
    if (last?.isOther === piece.isOther) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}
