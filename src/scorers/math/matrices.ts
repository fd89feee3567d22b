const ENVIRONMENT =
  /(?:\\left\s*[([]\s*)?\\begin\s*\{(?:[pbB]?matrix|smallmatrix)\}([\s\S]{0,1500}?)\\end\s*\{(?:[pbB]?matrix|smallmatrix)\}(?:\s*\\right\s*[)\]])?|\\left\s*[([]\s*\\begin\s*\{array\}\s*\{[lcr| ]*\}([\s\S]{0,1500}?)\\end\s*\{array\}\s*\\right\s*[)\]]/g;
const DETERMINANT =
  /(?:\\left\s*\|\s*)?\\begin\s*\{[vV]matrix\}[\s\S]{0,1500}?\\end\s*\{[vV]matrix\}(?:\s*\\right\s*\|)?/g;

/**
 * Matrices as tuples of their rows, [[1,2],[3,4]], whatever brackets they stand in; a column is one
 * tuple. A determinant only names what stands behind its sign of equality.
 */
export function withMatrices(text: string): string {
  if (!text.includes('matrix') && !text.includes('array')) return text;
  return text
    .replace(ENVIRONMENT, (_, plain?: string, array?: string) => rowsOf(plain ?? array ?? ''))
    .replace(DETERMINANT, '行列式');
}

function rowsOf(body: string): string {
  const rows = body
    .split(/\\\\(?:\s*\[[^\]]{0,8}\])?/)
    .map((row) => row.split('&').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const isColumn = rows.length > 1 && rows.every((cells) => cells.length === 1);
  return `[${rows.map((cells) => (isColumn ? cells.join() : `[${cells.join()}]`)).join()}]`;
}
