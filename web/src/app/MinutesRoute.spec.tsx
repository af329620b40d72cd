import type { PackView } from '@kiemtra/shared/assessments';
import { newId } from '@kiemtra/shared/kernel';
import { recordOf, sealCode, sealedMinutes, type Minutes } from '@kiemtra/shared/minutes';
import { RECEIVED_AT, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../api/testing.js';
import type { Ledger } from '../offline/index.js';
import { aPack } from '../offline/testing/packs.js';
import { cut, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger, useDeviceLedger } from './device-ledger.js';
import { MinutesRoute } from './MinutesRoute.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn(), useDeviceLedger: jest.fn() }));

let world: World;
beforeEach(() => {
  localStorage.clear();
  world = new World();
});
afterEach(() => world.end());

const member = { accountId: null, position: 'Chuyên viên', areas: [] };
const members: PackView['members'] = [
  { ...member, name: 'Người dẫn đoàn', role: 'lead' },
  { ...member, name: 'Người ghi', role: 'secretary' },
  { ...member, name: 'Người đi cùng', role: 'member' },
];

async function open(change: Partial<PackView['visit']> = {}, pack = aPack([], { members })) {
  const ledger = await world.tab();
  fakeServer({ 'GET /sync/pack': { ...pack, visit: { ...pack.visit, ...change } } });
  jest.mocked(useDeviceLedger).mockReturnValue(ledger);
  jest.mocked(deviceLedger).mockResolvedValue(ledger);
  const page = (
    <Routes>
      <Route path="/cham-diem/:visitId/bien-ban" element={<MinutesRoute />} />
    </Routes>
  );
  renderScreen(seenBy(['inspector'], page), `/cham-diem/${VISIT}/bien-ban`);
  await screen.findByRole('heading', { level: 1, name: 'Biên bản kiểm tra' });
  return ledger;
}

const rest = () => act(() => world.idle());
const tap = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
function leave(label: string, value: string) {
  const field = screen.getByRole('textbox', { name: label });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}
const FIELD = `minutes:${VISIT}` as const;
const heldBy = (ledger: Ledger) => ledger.cell(TARGET, '', FIELD).value as Minutes | null;

describe('the minutes of a visit', () => {
  it('begin with the team, and are not signed before everything is written', async () => {
    world.always = cut;
    const ledger = await open();
    await tap('Lập biên bản');
    await rest();
    expect(heldBy(ledger)).toMatchObject({
      begun: { date: '2026-11-20', time: null },
      signers: { lead: { name: 'Người dẫn đoàn' }, secretary: { name: 'Người ghi', position: 'Chuyên viên' } },
      team: [{ name: 'Người đi cùng', position: 'Chuyên viên' }],
    });
    const missing = screen.getByRole('list', { name: 'Còn thiếu trước khi ký' });
    expect(within(missing).getByText('Chưa ghi họ tên: Đại diện đơn vị được kiểm tra.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ký: Trưởng đoàn' })).toHaveProperty('disabled', true);
    leave('Giờ bắt đầu', '8h00');
    leave('Giờ kết thúc', '11h30');
    leave('Địa điểm', 'Trụ sở\nUBND phường');
    leave('Họ và tên: Đại diện đơn vị được kiểm tra', 'Chủ tịch phường');
    leave('Người khác của đơn vị cùng dự', 'Người tiếp, công chức một cửa');
    await rest();
    expect(heldBy(ledger)).toMatchObject({
      begun: { time: '08:00' },
      place: 'Trụ sở UBND phường',
      unit: [{ name: 'Người tiếp', position: 'công chức một cửa' }],
    });
    expect(screen.queryByRole('list', { name: 'Còn thiếu trước khi ký' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Ký: Trưởng đoàn' })).toHaveProperty('disabled', false);
    expect(screen.getByText('Người tiếp, công chức một cửa;')).toBeTruthy();
  });

  it('show who signed other words, and print no signature under words that were not signed', async () => {
    const ledger = await open();
    await tap('Lập biên bản');
    await rest();
    const signature = { name: 'Người ghi', paper: 'a'.repeat(64), at: '2026-11-20T04:35:00Z', refusal: null };
    const place = { visit: VISIT, target: TARGET, version: VERSION, criterion: '' };
    act(() => ledger.setWhole(place, `signature:secretary.${VISIT}`, { ...signature, strokes: [[0, 0, 500, 500]] }));
    await rest();
    await screen.findByText('Nội dung đã thay đổi sau khi ký');
    expect(screen.getByText('Ký cho nội dung có mã aaaa aaaa aaaa; nội dung đã thay đổi sau khi ký.')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'Chữ ký của Người ghi' })).toHaveLength(1);
  });

  it('bear the code that the server gives them for the same record', async () => {
    const minutes: Minutes = {
      begun: { date: '2026-11-20', time: '08:00' },
      ended: { date: '2026-11-20', time: '11:30' },
      place: 'Trụ sở UBND phường',
      signers: {
        secretary: { name: 'Người ghi', position: 'Chuyên viên' },
        unit: { name: 'Chủ tịch phường', position: null },
        lead: { name: 'Người dẫn đoàn', position: null },
      },
      team: [],
      unit: [],
      opinion: null,
      conclusion: null,
      copies: 2,
    };
    const count = { date: '2026-11-20', expected: 20, present: 20, absentWithReason: 0, absentWithoutReason: 0 };
    const counted = { ...count, badgesWorn: 20, nameBoards: { expected: 4, present: 4 }, persons: [] };
    const said = { kind: 'shortcoming' as const, area: 'CDDH' as const, criterion: '1.1', legalBasis: null };
    const finding = { ...said, text: 'Chậm báo cáo', extent: null, cause: null, severity: null };
    const ofTarget = { criterion: '', by: null };
    const pack = aPack([
      { rev: 1 },
      { criterion: '1.1', field: 'note', value: 'Thiếu sổ' },
      { ...ofTarget, field: `headcount:${newId()}`, value: { ...counted, time: '13:30' } },
      { ...ofTarget, field: `headcount:${newId()}`, value: { ...counted, time: '07:45' } },
      { ...ofTarget, field: `finding:${newId()}`, value: finding },
      { ...ofTarget, field: FIELD, value: minutes },
    ]);
    const file = { id: newId(), name: 'a.pdf', mime: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) };
    const by = { lane: newId(), seq: 1, account: newId(), received_at: RECEIVED_AT };
    pack.state.evidence.push({ criterion: '1.2', file, by, isReceived: true });
    await open({}, pack);
    const { visit, criteria, state } = pack;
    if (!visit.letterhead) throw new Error('the pack has no letterhead');
    const sealed = sealedMinutes(recordOf(state), { visit: { ...visit, letterhead: visit.letterhead }, criteria });
    // Beside the standing, and at the foot of the paper.
    expect(await screen.findAllByText(new RegExp(`${sealCode(sealed?.paper ?? '')}$`))).toHaveLength(2);
  });

  it('say what is missing on a device whose pack an earlier release kept', async () => {
    await open({ letterhead: undefined });
    await tap('Lập biên bản');
    expect(await screen.findByText(/Máy này chưa có tên cơ quan, tên đoàn/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ký: Trưởng đoàn' })).toBeNull();
  });
});
