import { expect, test, type Page } from '@playwright/test';
import { expectOpenToAll } from './accessibility.js';
import { PICTURE } from './papers.js';
import { choose, confirmAct, DESK, personAt, PHONE } from './people.js';

const UNIT = 'UBND phường Sóc Trăng';
const FINDINGS = {
  changed: 'Bảng niêm yết còn thiếu 2 thủ tục hành chính mới công bố.',
  kept: 'Sổ tiếp công dân tháng 9 không có nội dung tiếp.',
  agreed: 'Chưa bố trí máy lấy số thứ tự.',
  agreedToo: 'Thẻ công chức của quầy 3 không có ảnh.',
};
const WORDS = 'Hai thủ tục này đã niêm yết tại quầy 2 từ ngày 01/9.';
const NEW_TEXT = 'Bảng niêm yết tại sảnh còn thiếu 2 thủ tục hành chính đã niêm yết tại quầy 2.';
const REASON = 'Ảnh của đơn vị chụp tại quầy 2, không phải tại sảnh.';

const part = (page: Page, text: string) => page.getByRole('listitem', { name: /^Nội dung/ }).filter({ hasText: text });

test('a draft conclusion goes to the unit and back before it is concluded', async ({ browser }) => {
  test.setTimeout(180_000);
  const planner = await personAt(browser, DESK, 'kehoach');

  await test.step('shortcomings are found at a ward', async () => {
    await planner.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
    await planner
      .getByRole('link', { name: /dữ liệu mẫu/ })
      .filter({ hasNotText: 'đột xuất' })
      .first()
      .click();
    await planner.getByRole('link', { name: 'Ưu điểm, tồn tại, hạn chế' }).click();
    for (const text of Object.values(FINDINGS)) {
      await planner.getByRole('button', { name: 'Ghi kết quả' }).click();
      const dialog = planner.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Nội dung' }).fill(text);
      await choose(dialog, 'Lĩnh vực', 'Thủ tục hành chính');
      await choose(dialog, 'Đối tượng', UNIT);
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await expect(dialog).toBeHidden();
    }
  });

  await test.step('they are put to the unit, with five working days', async () => {
    const address = /\/ke-hoach\/[^/]+/.exec(planner.url())?.[0] ?? '';
    await planner.goto(address);
    await planner.getByRole('link', { name: UNIT }).first().click();
    await planner.getByRole('link', { name: 'Kết quả chấm' }).click();
    await planner.getByRole('link', { name: 'Dự thảo kết luận' }).click();
    for (const text of Object.values(FINDINGS))
      await expect(planner.getByRole('checkbox', { name: text })).toBeChecked();
    await expectOpenToAll(planner, 'preparing a draft conclusion');
    await planner.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await confirmAct(planner, 'Đưa lấy ý kiến', 'có 5 ngày làm việc để giải trình');
    await expect(planner.getByText('Đang lấy ý kiến đơn vị')).toBeVisible();
  });

  const officer = await personAt(browser, PHONE, 'donvi2');

  await test.step('the unit sees what to do by when', async () => {
    const task = officer.getByRole('region', { name: 'Giải trình dự thảo kết luận' });
    await expect(task).toContainText('còn 5 ngày làm việc');
    await expect(task).toContainText('4/4 nội dung chưa có ý kiến của đơn vị');
    await task.getByRole('link', { name: 'Giải trình' }).click();
    await expectOpenToAll(officer, 'a draft conclusion at the unit');
  });

  await test.step('it disputes one with a file, and a reload in the middle costs nothing', async () => {
    const disputed = part(officer, FINDINGS.changed);
    await disputed.getByRole('radio', { name: 'Không đồng ý, có ý kiến khác' }).check();
    await disputed.getByRole('textbox', { name: 'Giải trình' }).fill(WORDS);
    const chooser = officer.waitForEvent('filechooser');
    await disputed.getByRole('button', { name: 'Thêm tệp hoặc ảnh' }).click();
    await (await chooser).setFiles(PICTURE);
    await expect(disputed.getByRole('link', { name: PICTURE.name })).toBeVisible();
    await officer.reload();
    await expect(disputed.getByRole('textbox', { name: 'Giải trình' })).toHaveValue(WORDS);
    await disputed.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await expect(disputed.getByText('Đơn vị có ý kiến khác')).toBeVisible();
  });

  await test.step('it says why of another, and agrees with the rest in one act', async () => {
    const other = part(officer, FINDINGS.kept);
    await other.getByRole('radio', { name: 'Không đồng ý, có ý kiến khác' }).check();
    await other.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await expect(other.getByText('Ghi ý kiến giải trình của đơn vị.').first()).toBeVisible();
    await other.getByRole('textbox', { name: 'Giải trình' }).fill('Tháng 9 không có người đến.');
    await other.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await expect(other.getByText('Đơn vị có ý kiến khác')).toBeVisible();
    await confirmAct(officer, 'Đồng ý 2 nội dung còn lại', 'Gửi rồi thì không rút được');
    for (const text of [FINDINGS.agreed, FINDINGS.agreedToo])
      await expect(part(officer, text).getByText('Đơn vị đồng ý')).toBeVisible();
  });

  await test.step('the team is told, and cannot close over what is disputed', async () => {
    await planner.getByRole('link', { name: 'Hôm nay' }).click();
    await planner
      .getByRole('region', { name: /Giải trình chờ xem xét/ })
      .getByRole('link', { name: UNIT })
      .click();
    await planner.getByRole('button', { name: 'Chốt' }).click();
    await planner.getByRole('dialog').getByRole('button', { name: 'Chốt' }).click();
    await expect(planner.getByRole('dialog')).toContainText('còn 2 nội dung');
    await planner.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click();
  });

  await test.step('it changes one and keeps one, each with its reason', async () => {
    const changed = part(planner, FINDINGS.changed);
    await expect(changed).toContainText(WORDS);
    await expect(changed.getByRole('link', { name: PICTURE.name })).toBeVisible();
    const decide = async (text: string, choice: string, fill: Record<string, string>) => {
      await part(planner, text).getByRole('button', { name: 'Quyết định' }).click();
      const dialog = planner.getByRole('dialog');
      await dialog.getByRole('radio', { name: choice }).check();
      for (const [field, value] of Object.entries(fill)) await dialog.getByRole('textbox', { name: field }).fill(value);
      await expectOpenToAll(planner, choice);
      await dialog.getByRole('button', { name: 'Ghi quyết định' }).click();
      await expect(dialog).toBeHidden();
    };
    await decide(FINDINGS.changed, 'Sửa nội dung', { 'Nội dung sau khi sửa': NEW_TEXT, 'Lý do': REASON });
    await expect(changed).toContainText(NEW_TEXT);
    await decide(FINDINGS.kept, 'Giữ nguyên', { 'Lý do': 'Sổ phải ghi cả ngày không có người đến.' });
    await confirmAct(planner, 'Chốt', UNIT);
    await expect(planner.getByText('Đã chốt')).toBeVisible();
  });

  await test.step('the unit reads what it was before, what it is now and why', async () => {
    await officer.reload();
    const changed = part(officer, FINDINGS.changed);
    await expect(changed).toContainText(FINDINGS.changed);
    await expect(changed).toContainText(`Nội dung sau khi sửa: ${NEW_TEXT}`);
    await expect(changed).toContainText(`Lý do: ${REASON}`);
    await expect(officer.getByRole('button', { name: 'Gửi ý kiến' })).toHaveCount(0);
  });
});
