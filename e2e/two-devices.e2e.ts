import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { conflictIn, expectBothWords, settle } from './conflicts.js';
import { Gateway } from './gateway.js';
import { confirmAct, dayFromToday, DESK, kept, logIn, personAt, PHONE } from './people.js';
import { freeHalfDay, pickUnits, planVisit, sendTeam, writePlan } from './planning.js';
import { answer, cardOf, expectAnswered, expectBadge } from './scoring.js';

const { E2E_BASE_URL = '' } = process.env;
const UNIT = 'UBND phường Long Tuyền';
const LEAD = 'Trưởng đoàn số 2 (trình diễn)';
const MEMBER = 'Thành viên 3, đoàn số 2 (trình diễn)';
const AREAS = {
  [LEAD]: ['Chỉ đạo, điều hành', 'Thủ tục hành chính'],
  [MEMBER]: ['Thể chế', 'Tổ chức bộ máy', 'Chế độ công vụ', 'Tài chính công', 'Chính quyền số'],
};
const NOTES = [
  'Niêm yết 41/44 thủ tục; còn thiếu 3 thủ tục lĩnh vực đất đai đã công bố tại quyết định tháng 9, biển đặt khuất sau cột, chữ nhỏ. https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=353912',
  'Đủ 44/44 thủ tục, đã đối chiếu với danh mục của thành phố lúc 9 giờ 15.',
] as const;
/** On which both say something else. */
const ARGUED = 'MC05';

const bothSay = (lead: string, member: string) =>
  [
    [LEAD, lead],
    [MEMBER, member],
  ] as const;

interface Device {
  page: Page;
  line: Gateway;
}

let devices: Device[] = [];
test.afterEach(async () => {
  for (const { page, line } of devices) {
    await page.context().close();
    line.close();
  }
  devices = [];
});

async function deviceOf(browser: Browser, part: string): Promise<Device> {
  const line = await Gateway.open(E2E_BASE_URL);
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, baseURL: line.url });
  const device = { page: await context.newPage(), line };
  devices.push(device);
  await logIn(device.page, `can-tho.demo-${part}`);
  await kept(device.page);
  return device;
}

const cut = ({ page, line }: Device) => line.cut(page.context());
const mend = ({ page, line }: Device) => line.mend(page.context());

/** From "Hôm nay", or from the sheet. */
async function openVisit(page: Page): Promise<void> {
  await page.getByRole('link', { name: UNIT }).click();
  await expect(page.getByText('Nơi làm việc')).toBeVisible();
}

/** From the page of the visit to its sheet, which from then on opens without a network. */
async function takeToField({ page }: Device): Promise<void> {
  await page.getByRole('link', { name: 'Mang ra hiện trường' }).click();
  await page.getByRole('button', { name: 'Mang ra hiện trường' }).click();
  await expect(page.getByText('Sẵn sàng đi kiểm tra')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Mở phiếu chấm' }).click();
  await expect(cardOf(page, 'MC02')).toBeVisible();
}

async function tapChip(page: Page, chip: string): Promise<void> {
  const button = page.getByRole('button', { name: chip, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

/** Answers what the chip shows, but for what is argued about. */
async function answerShown(page: Page, chip: string, choice: 'Đạt' | 'Chưa đạt'): Promise<void> {
  await tapChip(page, chip);
  const codes = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-criterion') ?? ''));
  for (const code of codes.filter((one) => one !== ARGUED)) await answer(page, code, choice);
  await tapChip(page, 'Tất cả');
}

const deviceOnPage = (page: Page, member: string): Locator =>
  page.getByRole('list', { name: 'Máy của đoàn' }).getByRole('listitem').filter({ hasText: member });

/** A device says at each start how it stands; the page is asked until the server was told. */
async function expectOnVisitPage(page: Page, says: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(says)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

async function expectSideBySide(conflict: Locator): Promise<void> {
  const [left, right] = await conflict
    .getByRole('listitem')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect(right?.top).toBe(left?.top);
  expect(right?.left).toBeGreaterThan(left?.right ?? Infinity);
}

test('two devices record one visit without a network, and the lead settles what they say differently', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const planner = await personAt(browser, DESK, 'kehoach');
  await test.step('a team is sent whose members look after areas of their own', async () => {
    await writePlan(planner, 'Kiểm tra cải cách hành chính theo lĩnh vực');
    await pickUnits(planner, { 'long tuyen': UNIT });
    await sendTeam(planner, [LEAD, MEMBER], AREAS);
    await confirmAct(planner, 'Ban hành', 'được ghim cho 1 đối tượng');
    await planVisit(planner, UNIT, dayFromToday(0), await freeHalfDay(planner, 2));
    await planner.context().close();
  });

  const [lead, member] = [await deviceOf(browser, 'truongdoan2'), await deviceOf(browser, 'thanhvien3')];
  await test.step('both take the visit to the field', async () => {
    await openVisit(lead.page);
    await lead.page.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await expect(cardOf(lead.page, 'MC02')).toBeVisible();
    await openVisit(lead.page);
    await takeToField(lead);
    await openVisit(member.page);
    await takeToField(member);
  });

  await test.step('the lead counts who is at work, and the count comes to both', async () => {
    await lead.page.getByRole('link', { name: 'Kiểm đếm có mặt' }).click();
    await lead.page.getByRole('button', { name: 'Đếm lúc này' }).click();
    await lead.page.getByRole('textbox', { name: 'Phải có mặt' }).fill('32');
    await expectBadge(lead.page, 'Đã đồng bộ');
    await member.page.getByRole('link', { name: 'Kiểm đếm có mặt' }).click();
    await member.page.reload();
    await member.page.getByText('có mặt 0/32').click();
  });

  await test.step('without a network each answers the own areas, one criterion and the count both', async () => {
    for (const device of [lead, member]) await cut(device);
    for (const [device, present] of [
      [lead, '27'],
      [member, '29'],
    ] as const) {
      await device.page.getByRole('textbox', { name: 'Có mặt', exact: true }).fill(present);
      await device.page.getByRole('textbox', { name: 'Vắng có lý do' }).fill(device === lead ? '5' : '3');
      await device.page.getByRole('link', { name: /^Phiếu chấm/ }).click();
    }
    for (const [device, choice, note] of [
      [lead, 'Chưa đạt', NOTES[0]],
      [member, 'Đạt', NOTES[1]],
    ] as const) {
      await answer(device.page, ARGUED, choice);
      const card = cardOf(device.page, ARGUED);
      await card.getByRole('button', { name: 'Ghi chú' }).click();
      await card.getByRole('textbox', { name: 'Ghi chú' }).fill(note);
      await answerShown(device.page, 'Của tôi', 'Đạt');
    }
  });

  await test.step('the lead sees how far both have come, and what a device with a bad line has not sent', async () => {
    await mend(lead);
    await expectBadge(lead.page, 'Đã đồng bộ');
    await member.page.context().setOffline(false);
    member.line.answers = (address) => (address === '/api/v1/sync/ops' ? 'nothing' : 'server');
    await member.page.reload();
    const badge = member.page.getByRole('button', { name: /^Đồng bộ: \d+ mục trên máy/ });
    const waiting = /\d+/.exec(await badge.innerText({ timeout: 45_000 }))?.[0] ?? 'none';
    await openVisit(lead.page);
    await expectOnVisitPage(lead.page, `còn ${waiting} thao tác chưa về hệ thống. Cả đoàn đã chấm 27/38`);
    const device = deviceOnPage(lead.page, MEMBER);
    await expect(device).toContainText(`${waiting} thao tác chưa gửi`);
    await expect(device).toContainText(/liên hệ lần cuối \d{2}:\d{2}, \d{2}\/\d{2}\/\d{4}/);
    await expect(deviceOnPage(lead.page, LEAD)).toContainText('Đã về đủ');

    await mend(member);
    await expectBadge(member.page, 'Đã đồng bộ');
    await expectOnVisitPage(
      lead.page,
      'mọi thao tác đã về hệ thống. Cả đoàn đã chấm 38/38 tiêu chí, 1 tiêu chí có ý kiến khác nhau.',
    );
    await lead.page.getByRole('link', { name: 'Chấm điểm' }).click();
  });

  await test.step('what both say differently stands side by side, with names and times', async () => {
    await member.page.reload();
    for (const { page } of [lead, member]) {
      await tapChip(page, 'Có ý kiến khác nhau (1)');
      const [answers, notes] = [conflictIn(page, 'câu trả lời'), conflictIn(page, 'ghi chú')];
      await expectBothWords(page, answers, bothSay('Chưa đạt', 'Đạt'));
      await expectSideBySide(answers);
      await expectBothWords(page, notes, bothSay(...NOTES));
      await page.getByRole('link', { name: 'Kiểm đếm có mặt' }).click();
      await expectBothWords(page, conflictIn(page, 'lần đếm này'), bothSay('có mặt 27/32', 'có mặt 29/32'));
    }
  });

  await test.step('the lead settles it, and both devices show one whole sheet', async () => {
    await settle(lead.page, 'lần đếm này', MEMBER);
    await lead.page.getByRole('link', { name: /^Phiếu chấm/ }).click();
    await settle(lead.page, 'câu trả lời', MEMBER);
    await settle(lead.page, 'ghi chú', LEAD);
    await expectBadge(lead.page, 'Đã đồng bộ');
    await member.page.reload();
    await expect(member.page.getByText('có mặt 29/32')).toBeVisible();
    await member.page.getByRole('link', { name: /^Phiếu chấm/ }).click();
    for (const { page } of [lead, member]) {
      await expectAnswered(page, ARGUED, 'Đạt');
      await expect(cardOf(page, ARGUED).getByRole('textbox', { name: 'Ghi chú' })).toHaveValue(NOTES[0]);
      await expect(page.getByText('38 đạt · 0 chưa đạt')).toBeVisible();
      await expect(page.getByText('Đã chấm 38/38')).toBeVisible();
      await expect(page.getByRole('region', { name: /^Có ý kiến khác nhau/ })).toHaveCount(0);
    }
  });
});
