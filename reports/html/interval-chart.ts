import type { IndicatorResult } from '../../src/derive/index.ts';
import { exactPercent, millionths, percent } from '../decimal.ts';
import type { Wording } from '../wording.ts';
import { type Html, html } from './template.ts';

/** The part of the scale that is drawn, in millionths. */
interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const WHOLE: Axis = { from: 0, to: 1_000_000, ticks: [0, 250_000, 500_000, 750_000, 1_000_000] };
const UPPER_HALF: Axis = {
  from: 500_000,
  to: 1_000_000,
  ticks: [500_000, 600_000, 700_000, 800_000, 900_000, 1_000_000],
};
const TOP: Axis = {
  from: 800_000,
  to: 1_000_000,
  ticks: [800_000, 850_000, 900_000, 950_000, 1_000_000],
};

/** What a chart shows, in millionths. */
interface Figures {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly threshold: number | null;
}

/** The rate with its interval against the limit, on the whole scale: comparable down a column. */
export function intervalBar(leaf: IndicatorResult, wording: Wording): Html {
  const figures = figuresOf(leaf);
  if (figures === null) return html`<span class="muted">${wording.messages.none}</span>`;
  return html`<svg class="bar" viewBox="0 0 160 18" width="160" height="18" role="img" aria-label="${alternative(leaf, wording)}">${drawing(figures, WHOLE, 4, 152, 9)}</svg>`;
}

/** The same with a scale, on the part of it where the figures lie. */
export function intervalChart(leaf: IndicatorResult, wording: Wording): Html {
  const figures = figuresOf(leaf);
  if (figures === null) return html``;
  const axis = axisFor(figures);
  const ticks = axis.ticks.map((tick) => {
    const x = position(tick, axis, 24, 552);
    return html`<path class="tick" d="M${x} 46v5"/><text class="scale" x="${x}" y="63" text-anchor="middle">${tick / 10_000}%</text>`;
  });
  return html`<svg class="chart" viewBox="0 0 600 68" role="img" aria-label="${alternative(leaf, wording)}">${limitLabel(figures, leaf, axis, wording)}<path class="tick" d="M24 46h552"/>${ticks}${drawing(figures, axis, 24, 552, 32)}</svg>`;
}

function limitLabel(figures: Figures, leaf: IndicatorResult, axis: Axis, wording: Wording): Html {
  if (figures.threshold === null || leaf.threshold === null) return html``;
  const x = position(figures.threshold, axis, 24, 552);
  const [side, shift] = x > 300 ? (['end', -5] as const) : (['start', 5] as const);
  return html`<path class="limit" d="M${x} 2v16"/><text class="scale strong" x="${x + shift}" y="12" text-anchor="${side}">${wording.messages.thresholdMark(exactPercent(leaf.threshold))}</text>`;
}

/** The shading beyond the limit, the limit, the interval and the rate around the line `y`. */
function drawing(figures: Figures, axis: Axis, left: number, width: number, y: number): Html {
  const at = (value: number): number => position(value, axis, left, width);
  const { rate, lower, upper, threshold } = figures;
  const end = at(axis.to);
  const limit =
    threshold === null
      ? null
      : html`<rect class="reached" x="${at(threshold)}" y="${y - 8}" width="${tenth(end - at(threshold))}" height="16"/><path class="limit" d="M${at(threshold)} ${y - 9}v18"/>`;
  const span = Math.max(2, tenth(at(upper) - at(lower)));
  return html`<path class="rail" d="M${left} ${y}h${width}"/>${limit}<rect class="interval" x="${at(lower)}" y="${y - 3}" width="${span}" height="6" rx="3"/><circle class="rate" cx="${at(rate)}" cy="${y}" r="4"/>`;
}

function figuresOf(leaf: IndicatorResult): Figures | null {
  const rate = millionths(leaf.rate);
  const lower = millionths(leaf.lower);
  const upper = millionths(leaf.upper);
  if (rate === null || lower === null || upper === null) return null;
  return { rate, lower, upper, threshold: millionths(leaf.threshold) };
}

function axisFor({ lower, threshold }: Figures): Axis {
  const least = Math.min(lower, threshold ?? lower);
  return [TOP, UPPER_HALF].find((axis) => least >= axis.from) ?? WHOLE;
}

/** Where a value lies, in tenths of a unit of the drawing. */
function position(value: number, axis: Axis, left: number, width: number): number {
  const inside = Math.min(axis.to, Math.max(axis.from, value));
  return tenth(left + ((inside - axis.from) * width) / (axis.to - axis.from));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function alternative(leaf: IndicatorResult, wording: Wording): string {
  const { messages } = wording;
  if (leaf.lower === null || leaf.upper === null) return messages.noFigures;
  return messages.intervalAlternative({
    rate: wording.rate(leaf),
    lower: percent(leaf.lower, 'down'),
    upper: percent(leaf.upper, 'up'),
    threshold: leaf.threshold === null ? null : exactPercent(leaf.threshold),
  });
}
