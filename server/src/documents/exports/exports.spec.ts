import type { ExportUnit } from '../../assessments/assessments.service.js';
import type { FindingExportRow } from '../../findings/findings.service.js';
import type { Cell, Row, Sheet } from '../xlsx/workbook.js';
import type { ExportScope } from './export-title.js';
import { findingsSheet } from './findings.export.js';
import { planScoresSheets, unitScoresSheet } from './scores.export.js';

const scope: ExportScope = {
  year: 2022,
  number: null,
  plan: 'Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022',
  unit: null,
  asOf: '10:42, 28/10/2022',
};
const line: FindingExportRow = {
  unit: 'UBND phường 5',
  area: 'Cải cách thủ tục hành chính',
  isAchievement: false,
  text: 'Giải quyết thủ tục hành chính còn trễ hạn.',
  criterion: '3.1. Hồ sơ đúng hạn',
  legalBasis: 'Điều 18 Nghị định số 61/2018/NĐ-CP',
  cause: '',
  severity: 'Trung bình',
  requests: 'Khắc phục tình trạng trễ hạn',
  dueOn: '2022-11-30',
  state: 'Chờ báo cáo',
};
const unsaid = { input: '', derivation: '', note: '' };
const unit: ExportUnit = {
  targetId: 'target',
  unit: 'UBND phường 5',
  areas: [
    {
      name: 'Chỉ đạo, điều hành',
      maximum: '10',
      counted: '5',
      points: '4',
      percent: '80.00',
      criteria: [
        {
          code: '1.1',
          name: 'Kế hoạch',
          maximum: '5',
          counted: '5',
          points: '4',
          input: 'Có',
          derivation: 'Có → 4 điểm',
          note: '',
        },
        { ...unsaid, code: '1.2', name: 'Báo cáo', maximum: '5', counted: null, points: null, note: 'Trễ' },
      ],
    },
    {
      name: 'Thủ tục hành chính',
      maximum: '20',
      counted: null,
      points: null,
      percent: null,
      criteria: [{ ...unsaid, code: '2.1', name: 'Đúng hạn', maximum: '20', counted: null, points: null }],
    },
  ],
  whole: { maximum: '30', counted: '5', points: '4', percent: '80.00' },
  asides: [
    {
      name: 'Điểm cộng',
      maximum: '3',
      points: '3.00',
      criteria: [{ ...unsaid, code: 'C', name: 'Sáng kiến', maximum: '5', counted: null, points: '4' }],
    },
  ],
  score: '83.00',
  checks: { met: 0, missed: 1, notChecked: 1, notApplicable: 0, unanswered: 1 },
};

async function rowsOf(sheet: Sheet | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheet?.rows ?? []) rows.push(row);
  return rows;
}

/** A row with its cells under the headers of their columns. */
async function recordsOf(sheet: Sheet | undefined): Promise<Record<string, Cell>[]> {
  const headers = sheet?.columns.map(({ header }) => header) ?? [];
  return (await rowsOf(sheet)).map(({ cells }) => {
    expect(cells).toHaveLength(headers.length);
    return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? null]));
  });
}

describe('findings as a table', () => {
  it('says above what it shows', () => {
    expect(findingsSheet({ ...scope, unit: 'UBND phường 5' }, []).title).toEqual([
      'ƯU ĐIỂM VÀ TỒN TẠI, HẠN CHẾ QUA KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2022',
      'Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022',
      'Đơn vị: UBND phường 5',
      'Số liệu đến 10:42, 28/10/2022',
    ]);
    expect(findingsSheet({ ...scope, plan: '' }, []).title).toHaveLength(2);
  });

  it('counts the lines and puts each value under its head', async () => {
    const praise = { ...line, isAchievement: true, dueOn: null };
    expect(await recordsOf(findingsSheet(scope, [line, praise]))).toEqual([
      {
        STT: 1,
        'Đơn vị': 'UBND phường 5',
        'Lĩnh vực': 'Cải cách thủ tục hành chính',
        Loại: 'Tồn tại, hạn chế',
        'Nội dung': 'Giải quyết thủ tục hành chính còn trễ hạn.',
        'Tiêu chí': '3.1. Hồ sơ đúng hạn',
        'Căn cứ pháp lý': 'Điều 18 Nghị định số 61/2018/NĐ-CP',
        'Nguyên nhân': '',
        'Mức độ': 'Trung bình',
        'Kiến nghị': 'Khắc phục tình trạng trễ hạn',
        'Thời hạn': '2022-11-30',
        'Trạng thái': 'Chờ báo cáo',
      },
      expect.objectContaining({ STT: 2, Loại: 'Ưu điểm', 'Thời hạn': null }),
    ]);
  });
});

describe('scores as a table', () => {
  it('prints one unit by areas with their totals, then bonus and penalty and the final score', async () => {
    const sheet = unitScoresSheet(scope, unit);
    expect(sheet.title).toContain('Đơn vị: UBND phường 5');
    const records = await recordsOf(sheet);
    const columns = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tối đa được tính', 'Điểm', 'Tỷ lệ'];
    expect(records.map((record) => columns.map((column) => record[column]))).toEqual([
      ['I', 'Chỉ đạo, điều hành', '10', '5', '4', '0.8000'],
      ['1', 'Kế hoạch', '5', '5', '4', null],
      ['2', 'Báo cáo', '5', null, null, null],
      ['II', 'Thủ tục hành chính', '20', null, null, null],
      ['1', 'Đúng hạn', '20', null, null, null],
      ['', 'TỔNG CỘNG', '30', '5', '4', '0.8000'],
      ['', 'Điểm cộng', '3', null, '3.00', null],
      ['1', 'Sáng kiến', '5', null, '4', null],
      ['', 'ĐIỂM CUỐI (THANG 100)', null, null, '83.00', null],
    ]);
    expect(records[1]).toMatchObject({ Mã: '1.1', 'Số liệu': 'Có', 'Cách tính': 'Có → 4 điểm', 'Ghi chú': '' });
    const totals = (await rowsOf(sheet)).flatMap(({ isTotal }, index) => (isTotal ? [index] : []));
    expect(totals).toEqual([0, 3, 5, 6, 8]);
  });

  it('compares the units of a plan by areas, then lists every criterion with its unit', async () => {
    const [summary, details] = planScoresSheets(scope, [unit]);
    expect(await recordsOf(summary)).toEqual([
      {
        STT: null,
        'Đơn vị': 'Điểm tối đa',
        'I. Chỉ đạo, điều hành': '10',
        'II. Thủ tục hành chính': '20',
        'Tổng điểm': '30',
        'Điểm tối đa được tính': null,
        'Tỷ lệ': null,
        'Điểm cộng': '3',
        'Điểm cuối (thang 100)': null,
      },
      {
        STT: 1,
        'Đơn vị': 'UBND phường 5',
        'I. Chỉ đạo, điều hành': '4',
        'II. Thủ tục hành chính': null,
        'Tổng điểm': '4',
        'Điểm tối đa được tính': '5',
        'Tỷ lệ': '0.8000',
        'Điểm cộng': '3.00',
        'Điểm cuối (thang 100)': '83.00',
      },
    ]);
    const lines = await recordsOf(details);
    expect(lines).toHaveLength(9);
    expect(new Set(lines.map((record) => record['Đơn vị']))).toEqual(new Set(['UBND phường 5']));
    expect(lines[1]).toMatchObject({ STT: '1', Mã: '1.1', Điểm: '4' });
  });
});
