import { createRequire } from 'node:module';

type Conversion = (text: string) => string;

/** What is used of `opencc-js/t2cn`; its own types do not resolve under Node's rules. */
interface OpenCC {
  readonly Converter: (options: { readonly from: 't'; readonly to: 'cn' }) => Conversion;
}

let conversion: Conversion | null = null;

/**
 * Traditional Chinese as simplified, by the phrases and characters of OpenCC (乾坤 stays, 乾淨
 * becomes 干净); words are not exchanged (軟體 becomes 软体, not 软件).
 *
 * The library is loaded at the first use and then kept, 20 ms once: most suites never need it.
 * Synchronously, because cases are checked and simulated without `prepare`.
 */
export function simplified(text: string): string {
  conversion ??= load();
  return conversion(text);
}

function load(): Conversion {
  const require = createRequire(import.meta.url);
  const { Converter } = require('opencc-js/t2cn') as OpenCC;
  return Converter({ from: 't', to: 'cn' });
}
