import stringWidth from 'string-width';

/** Widest a column may ask for before it is cut, when the table is wider than the terminal. */
const NARROW = 12;

/**
 * A plain table in columns: Chinese characters count twice, the widest column gives way when the
 * terminal is too narrow, and nothing is wrapped.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string {
  const all = [head, ...rows].map((row) => row.map(plain));
  const widths = head.map((_, column) =>
    Math.max(...all.map((row) => stringWidth(row[column] ?? ''))),
  );
  for (;;) {
    const total = widths.reduce((sum, width) => sum + width + 2, -2);
    const widest = Math.max(...widths);
    if (total <= columns || widest <= NARROW) break;
    widths[widths.indexOf(widest)] = Math.max(NARROW, widest - (total - columns));
  }
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Control characters would let a title move the cursor or colour the terminal. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function padded(text: string, width: number): string {
  const own = stringWidth(text);
  if (own <= width) return text + ' '.repeat(width - own);
  let cut = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - stringWidth(cut)))}`;
}

/** A number with its English noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
