/** One line of a chart: a value for each place of the axis. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

export interface Chart {
  readonly title: string;
  /** What stands below the axis, from left to right. */
  readonly places: readonly string[];
  readonly series: readonly Series[];
  /** A level that is asked for. */
  readonly limit?: { readonly value: number; readonly name: string };
}

const [width, height, left, top, right, bottom] = [460, 250, 54, 34, 240, 30];
const colours = ['#1f5fbf', '#c2410c', '#15803d', '#7e22ce', '#0e7490', '#a16207', '#be123c', '#475569', '#65a30d'];
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Charts side by side in one picture, each with its values on a logarithmic scale, so that a ratio is a distance. */
export function drawCharts(charts: readonly Chart[]): string {
  const across = 2;
  const rows = Math.ceil(charts.length / across);
  const drawn = charts.map((chart, at) =>
    draw(chart, (at % across) * (width + right), Math.floor(at / across) * height),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across * (width + right)} ${rows * height}" font-family="system-ui, sans-serif" font-size="11" fill="#1f2937">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function draw({ title, places, series, limit }: Chart, x0: number, y0: number): string {
  const values = series.flatMap((each) => each.values).filter((value) => value > 0);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...values, limit?.value ?? 0)));
  const span = Math.max(1, Math.log10(highest / lowest));
  const x = (at: number) => x0 + left + ((width - left - 20) * at) / Math.max(1, places.length - 1);
  const y = (value: number) =>
    y0 + top + (height - top - bottom) * (1 - Math.log10(Math.max(value, lowest) / lowest) / span);
  const round = (value: number) => value.toFixed(1);
  const rules = Array.from({ length: Math.round(span) + 1 }, (_, power) => lowest * 10 ** power);
  // Names at the right stand below one another, also where lines end together.
  const ends = series
    .map(({ name, values: of }, at) => ({ name, at, y: y(of.at(-1) ?? lowest) }))
    .toSorted((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const named = ends.map((end) => {
    last = Math.max(end.y, last + 13);
    return { ...end, y: last };
  });
  return [
    `<text x="${x0 + left}" y="${y0 + 18}" font-size="13" font-weight="600">${escaped(title)}</text>`,
    ...rules.map(
      (value) =>
        `<line x1="${x(0)}" x2="${x(places.length - 1)}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#e5e7eb"/>` +
        `<text x="${x(0) - 8}" y="${round(y(value) + 4)}" text-anchor="end">${value}</text>`,
    ),
    ...places.map(
      (place, at) => `<text x="${round(x(at))}" y="${y0 + height - 10}" text-anchor="middle">${place}</text>`,
    ),
    ...(limit === undefined
      ? []
      : [
          `<line x1="${x(0)}" x2="${x(places.length - 1)}" y1="${round(y(limit.value))}" y2="${round(y(limit.value))}" stroke="#6b7280" stroke-dasharray="4 3"/>` +
            `<text x="${x(0) + 4}" y="${round(y(limit.value) - 4)}" fill="#6b7280">${escaped(limit.name)}</text>`,
        ]),
    ...series.map(({ values: of }, at) => {
      const points = of.map((value, place) => `${round(x(place))},${round(y(value))}`);
      const colour = colours[at % colours.length];
      return (
        `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>` +
        points
          .map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`)
          .join('')
      );
    }),
    ...named.map(
      ({ name, at, y: line }) =>
        `<text x="${x(places.length - 1) + 10}" y="${round(line + 4)}" fill="${colours[at % colours.length]}">${escaped(name)}</text>`,
    ),
  ].join('\n');
}
