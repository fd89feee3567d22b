/** The problem itself, without options and answer format. */
export const problemOf = (prompt: string): string => prompt.split('\n')[0] as string;

/** The numbers of a problem in the order of the text, asides left out. */
export const numbersOf = (prompt: string): number[] =>
  [
    ...problemOf(prompt)
      .replace(/（[^）]*）/g, '')
      .normalize('NFKC')
      .matchAll(/\d+/g),
  ].map((m) => Number(m[0]));

/** How each family is solved from the numbers of its text, written down a second time. */
export const SOLUTIONS: Readonly<Record<string, (n: number[]) => number>> = {
  warehouse: ([stock, out, back]) => Number(stock) - Number(out) + Number(back),
  pencils: ([boxes, each, classes]) => (Number(boxes) * Number(each)) / Number(classes),
  tickets: ([a, p, b, q]) => Number(a) * Number(p) + Number(b) * Number(q),
  coach: ([speed, there, back]) => (Number(speed) * Number(there)) / Number(back),
  workshop: ([plan, days, each]) => Number(plan) - Number(days) * Number(each),
  apples: ([baskets, each, sold]) => Number(baskets) * Number(each) - Number(sold),
  library: ([stories, more]) => Number(stories) + (Number(stories) + Number(more)),
  catch: ([first, less]) => Number(first) + (Number(first) - Number(less)),
  basin: ([start, inflow, hours]) => Number(start) + Number(inflow) * Number(hours),
  bus: ([start, off, on]) => Number(start) - Number(off) + Number(on),
  savings: ([each, months, spent]) => Number(each) * Number(months) - Number(spent),
  fence: ([length, width]) => (Number(length) + Number(width)) * 2,
  pages: ([pages, days, each]) => Number(pages) - Number(days) * Number(each),
  parking: ([first, further, hours]) => Number(first) + (Number(hours) - 1) * Number(further),
};
