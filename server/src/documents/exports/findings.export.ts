import type { FindingExportRow } from '../../findings/findings.service.js';
import type { Column, Row, Sheet } from '../xlsx/workbook.js';
import { exportTitle, type ExportScope } from './export-title.js';

const COLUMNS: readonly Column[] = [
  { header: 'STT', kind: 'whole', width: 6 },
  { header: 'Đơn vị', kind: 'text', width: 18 },
  { header: 'Lĩnh vực', kind: 'text', width: 18 },
  { header: 'Loại', kind: 'text', width: 11 },
  { header: 'Nội dung', kind: 'text', width: 42 },
  { header: 'Tiêu chí', kind: 'text', width: 20 },
  { header: 'Căn cứ pháp lý', kind: 'text', width: 20 },
  { header: 'Nguyên nhân', kind: 'text', width: 20 },
  { header: 'Mức độ', kind: 'text', width: 11 },
  { header: 'Kiến nghị', kind: 'text', width: 32 },
  { header: 'Thời hạn', kind: 'date', width: 12 },
  { header: 'Trạng thái', kind: 'text', width: 13 },
];

/** Findings of a plan or of one unit, one line each, in the order given. */
export function findingsSheet(
  scope: ExportScope,
  findings: Iterable<FindingExportRow> | AsyncIterable<FindingExportRow>,
): Sheet {
  return {
    name: 'Kết quả kiểm tra',
    title: exportTitle('ƯU ĐIỂM VÀ TỒN TẠI, HẠN CHẾ QUA', scope),
    columns: COLUMNS,
    rows: findingRows(findings),
  };
}

async function* findingRows(
  findings: Iterable<FindingExportRow> | AsyncIterable<FindingExportRow>,
): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of findings) {
    number += 1;
    yield {
      cells: [
        number,
        line.unit,
        line.area,
        line.isAchievement ? 'Ưu điểm' : 'Tồn tại, hạn chế',
        line.text,
        line.criterion,
        line.legalBasis,
        line.cause,
        line.severity,
        line.requests,
        line.dueOn,
        line.state,
      ],
    };
  }
}
