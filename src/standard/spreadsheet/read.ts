import type { Problem } from '../../document/index.ts';
import { UserError } from '../../document/index.ts';
import { readCatalogue } from '../read.ts';
import { catalogueToYaml } from '../yaml.ts';
import type { WorkbookSheet } from './workbook.ts';
import { workbookDocument } from './workbook.ts';

/** Bytes of a spreadsheet at most; the shipped catalogue takes about 40 kB. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads a spreadsheet in the layout of `catalogueToXlsx`, checks it as any other catalogue and
 * returns it as YAML text.
 *
 * @param file how problems call the spreadsheet.
 * @throws UserError with everything that is wrong, by sheet (in `file`), row and column.
 */
export async function catalogueFromXlsx(
  bytes: Uint8Array,
  file = 'catalogue.xlsx',
): Promise<string> {
  const { catalogue, problems } = readCatalogue(
    workbookDocument(await sheetsOf(bytes, file), file),
  );
  if (catalogue === null) throw new UserError(problems);
  return catalogueToYaml(catalogue);
}

async function sheetsOf(bytes: Uint8Array, file: string): Promise<readonly WorkbookSheet[]> {
  if (bytes.length > MAX_BYTES) {
    const limit = MAX_BYTES / 1024 / 1024;
    throw new UserError([
      unreadable(file, `文件超过 ${limit} MiB。`, `The file is larger than ${limit} MiB.`),
    ]);
  }
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    return (await readExcelFile(Buffer.from(bytes))) as readonly WorkbookSheet[];
  } catch {
    throw new UserError([
      unreadable(file, '无法作为 xlsx 电子表格读取。', 'It cannot be read as an xlsx spreadsheet.'),
    ]);
  }
}

function unreadable(file: string, zh: string, en: string): Problem {
  return {
    code: 'spreadsheet-unreadable',
    severity: 'error',
    file,
    message: { zh, en },
    hint: {
      zh: '请用 aigc export 导出的表格作为模板，并另存为 .xlsx。',
      en: 'Start from the spreadsheet that `aigc export` writes, and save it as .xlsx.',
    },
  };
}
