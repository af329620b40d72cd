import { expect, test } from '@playwright/test';
import { expectOpenToAll } from './accessibility.js';
import { download, PICTURE, rowsOf, textOf } from './papers.js';
import { choose, confirmAct, dayFromToday, DESK, NO_WORKER, personAt, PHONE } from './people.js';
import { freeHalfDay, pickUnits, planVisit, sendTeam, writePlan } from './planning.js';
import { answer, cardOf, expectAnswered, expectBadge, OPERATIONS } from './scoring.js';

const UNIT = 'UBND phường Hưng Phú';
const OTHER_UNIT = 'UBND phường Cái Khế';
const PLAN = 'Kiểm tra cải cách hành chính tại các phường';
const TEAM = [
  'Trưởng đoàn số 1 (trình diễn)',
  'Thành viên 1, đoàn số 1 (trình diễn)',
  'Thành viên 2, đoàn số 1 (trình diễn)',
] as const;
const OFFICER = { loginName: 'hung-phu.mot-cua', password: 'mua nuoc noi thang chin' };
const FINDING = 'Bảng niêm yết còn 3 thủ tục hành chính đã bị thay thế.';
const REQUEST = 'Niêm yết đầy đủ thủ tục hành chính đang có hiệu lực.';

test('a campaign goes from its plan to a closed remedy', async ({ browser }) => {
  test.setTimeout(240_000);
  const planner = await personAt(browser, DESK, 'kehoach');

  await test.step('the planner writes a plan', () => writePlan(planner, PLAN));
  await test.step('the planner finds the units without tone marks', () =>
    pickUnits(planner, { 'hung phu': UNIT, 'cai khe': OTHER_UNIT }));
  await test.step('the planner sends a team with its head and two members', () => sendTeam(planner, TEAM));

  await test.step('issuing says first what it means', async () => {
    await confirmAct(planner, 'Ban hành', 'được ghim cho 2 đối tượng');
    await expect(planner.getByText('Đã ban hành').first()).toBeVisible();
  });

  await test.step('nobody is sent to two places in one half-day, and what was typed stays', async () => {
    await planVisit(planner, OTHER_UNIT, dayFromToday(14), 'Sáng');
    await expect(planner.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();
    await planVisit(planner, UNIT, dayFromToday(14), 'Sáng');
    await expect(planner.getByRole('alert')).toContainText(`đã có cuộc kiểm tra tại ${OTHER_UNIT}`);
    await expect(planner.getByRole('textbox', { name: 'Nơi làm việc' })).toHaveValue(
      'Trung tâm Phục vụ hành chính công',
    );
  });

  await test.step('the planner moves the visit to today, to a half-day in which the team is free', async () => {
    await planner.getByRole('textbox', { name: 'Ngày' }).fill(dayFromToday(0));
    await planner.getByText(await freeHalfDay(planner), { exact: true }).click();
    await planner.getByRole('button', { name: 'Xếp lịch' }).click();
    await expect(planner.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();
  });

  const [inspector, colleague] = [
    await personAt(browser, PHONE, 'thanhvien1', NO_WORKER),
    await personAt(browser, PHONE, 'thanhvien2'),
  ];

  await test.step('the inspector begins the visit of today', async () => {
    const today = inspector
      .locator('div')
      .filter({ has: inspector.getByRole('heading', { name: UNIT }) })
      .filter({ has: inspector.getByRole('button', { name: 'Bắt đầu kiểm tra' }) })
      .last();
    await today.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await inspector.getByRole('dialog').getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await expect(inspector.getByRole('heading', { level: 1, name: UNIT })).toBeVisible();
  });

  await test.step('the inspector answers with one tap each, writes a note and takes a picture', async () => {
    for (const words of ['MC02', 'MC03', 'MC04']) await answer(inspector, words, 'Đạt');
    await answer(inspector, 'MC01', 'Chưa đạt');
    const card = cardOf(inspector, 'MC01');
    await card.getByRole('button', { name: 'Ghi chú' }).click();
    await card.getByRole('textbox', { name: 'Ghi chú' }).fill('Đối chiếu với quyết định công bố tháng 9');
    const chooser = inspector.waitForEvent('filechooser');
    await card.getByRole('button', { name: 'Ảnh/tệp' }).click();
    await (await chooser).setFiles(PICTURE);
    await expect(card.getByRole('list', { name: 'Ảnh, tệp' })).toContainText('Đã đồng bộ');
    await expectBadge(inspector, 'Đã đồng bộ');
  });

  await test.step('a reload loses nothing and comes back to the same criterion', async () => {
    await inspector.reload();
    await expectAnswered(inspector, 'MC01', 'Chưa đạt');
    await expectAnswered(inspector, 'MC04', 'Đạt');
    const card = cardOf(inspector, 'MC01');
    await expect(card).toBeInViewport();
    await expect(card.getByRole('textbox', { name: 'Ghi chú' })).toHaveValue(
      'Đối chiếu với quyết định công bố tháng 9',
    );
    await expect(card.getByRole('link', { name: PICTURE.name, exact: true })).toBeVisible();
  });

  await test.step('a colleague opens the same sheet and goes where there is no network', async () => {
    await colleague.getByRole('link', { name: UNIT }).click();
    await colleague.getByRole('link', { name: 'Chấm điểm' }).click();
    await expectAnswered(colleague, 'MC01', 'Chưa đạt');
    await colleague.context().setOffline(true);
    await answer(colleague, 'MC05', 'Chưa đạt');
    await expectBadge(colleague, '1 mục trên máy');
  });

  await test.step('while the server cannot be reached, answers stay on the device and say so', async () => {
    await inspector.route(OPERATIONS, (route) => route.abort());
    await answer(inspector, 'MC05', 'Đạt');
    await answer(inspector, 'MC06', 'Đạt');
    await expectBadge(inspector, '2 mục trên máy');
    await inspector.reload();
    await expectAnswered(inspector, 'MC05', 'Đạt');
    await expectBadge(inspector, '2 mục trên máy');
    await inspector.unroute(OPERATIONS);
    await expectBadge(inspector, 'Đã đồng bộ');
  });

  await test.step('the inspector raises a finding from what is not met', async () => {
    await cardOf(inspector, 'MC01').getByRole('button', { name: 'Tồn tại' }).click();
    const dialog = inspector.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Nội dung' })).not.toHaveValue('');
    await expectOpenToAll(inspector, 'raising a finding');
    await dialog.getByRole('textbox', { name: 'Nội dung' }).fill(FINDING);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await expect(dialog).toBeHidden();
    await expect(cardOf(inspector, 'MC01').getByRole('button', { name: 'Tồn tại (1)' })).toBeVisible();
  });

  await test.step('the colleague comes back with another answer, and both are kept', async () => {
    await colleague.context().setOffline(false);
    await expectBadge(colleague, 'Đã đồng bộ');
    await expect(cardOf(colleague, 'MC05').getByRole('region', { name: 'Có ý kiến khác nhau' })).toBeVisible();
  });

  const lead = await personAt(browser, DESK, 'truongdoan1');

  await test.step('the head of the team cannot finalise what is disputed', async () => {
    await lead.getByRole('link', { name: UNIT }).click();
    await lead.getByRole('button', { name: 'Chốt' }).click();
    await lead.getByRole('dialog').getByRole('button', { name: 'Chốt' }).click();
    await expect(lead.getByRole('dialog')).toContainText('Còn 1 tiêu chí có ý kiến khác nhau');
    await expectOpenToAll(lead, 'finalising');
    await lead.getByRole('dialog').getByRole('button', { name: 'Quay lại' }).click();
  });

  await test.step('the head settles it and finalises', async () => {
    await lead.getByRole('link', { name: 'Chấm điểm' }).click();
    await lead.getByRole('button', { name: 'Có ý kiến khác nhau (1)' }).click();
    await expect(lead.getByRole('button', { name: 'MC04' })).toHaveCount(0);
    await lead.getByRole('button', { name: 'MC05' }).click();
    const conflict = cardOf(lead, 'MC05').getByRole('region', { name: 'Có ý kiến khác nhau' });
    await expect(conflict).toContainText(TEAM[1]);
    await expectOpenToAll(lead, 'two opinions');
    await conflict.getByRole('listitem').filter({ hasText: TEAM[2] }).getByRole('button', { name: 'Chọn' }).click();
    await expect(conflict).toBeHidden();
    await expectBadge(lead, 'Đã đồng bộ');
    await lead.getByRole('link', { name: /· (sáng|chiều)$/ }).click();
    await confirmAct(lead, 'Chốt', 'không sửa được nữa');
    await expect(lead.getByText('Đã chốt')).toBeVisible();
  });

  const administrator = await personAt(browser, DESK, 'quantri');
  const officer = await personAt(browser, PHONE);

  await test.step('the administrator prints an activation slip and the officer of the unit uses it', async () => {
    await administrator.getByRole('link', { name: 'Tài khoản', exact: true }).click();
    await administrator.getByRole('link', { name: 'Tạo tài khoản' }).click();
    await administrator.getByRole('textbox', { name: 'Tên đăng nhập', exact: true }).fill(OFFICER.loginName);
    await administrator.getByLabel('Họ tên hoặc tên gọi').fill('Cán bộ đầu mối');
    await choose(administrator, 'Đơn vị', UNIT, 'hung phu');
    await choose(administrator, 'Vai trò', 'Cán bộ đơn vị được kiểm tra');
    await administrator.getByRole('button', { name: 'Tạo và in phiếu' }).click();
    const slip = administrator.getByRole('listitem').filter({ hasText: OFFICER.loginName });
    await expect(slip).toBeVisible();
    const [loginName = '', code = ''] = await slip.getByRole('definition').allTextContents();

    await officer.goto('/kich-hoat');
    await officer.getByLabel('Tên đăng nhập').fill(loginName);
    await officer.getByLabel('Mã kích hoạt').fill(code);
    await officer.getByLabel('Mật khẩu mới', { exact: true }).fill(OFFICER.password);
    await officer.getByLabel('Nhập lại mật khẩu mới').fill(OFFICER.password);
    await officer.getByRole('button', { name: 'Kích hoạt' }).click();
    await expect(officer.getByText('Hiện không có việc nào phải làm')).toBeVisible();
  });

  const makeLetter = async () => {
    await planner.getByRole('button', { name: 'Công văn', exact: true }).click();
    const letter = await textOf(await download(planner, 'Tải Word'));
    await expect(planner.getByRole('dialog')).toBeHidden();
    return letter;
  };
  let due = '';
  await test.step('the planner asks the unit to remedy within ten working days', async () => {
    await planner.getByRole('link', { name: 'Kiến nghị, khắc phục' }).click();
    await planner.getByRole('link', { name: 'Lập kiến nghị' }).click();
    await planner.getByRole('textbox', { name: 'Nội dung kiến nghị' }).fill(REQUEST);
    await planner.getByRole('checkbox', { name: FINDING }).check();
    await planner.getByRole('textbox', { name: 'Thời hạn' }).fill('10');
    await planner.getByRole('button', { name: 'Lưu dự thảo' }).click();
    expect(await makeLetter()).toContain('trong thời hạn 10 ngày làm việc kể từ ngày ban hành Công văn này');
    await planner.getByRole('button', { name: 'Phát hành' }).click();
    const dialog = planner.getByRole('dialog');
    await expect(dialog).toContainText(UNIT);
    await expectOpenToAll(planner, 'issuing a request');
    const term = dialog.getByText(/hạn 10 ngày làm việc: \d/);
    due = /\d\d\/\d\d\/\d{4}/.exec(await term.innerText())?.[0] ?? 'none';
    await dialog.getByRole('button', { name: 'Phát hành', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the exported tables open with the finding and the answers', async () => {
    await planner.getByRole('link', { name: PLAN }).click();
    const findings = await rowsOf(await download(planner, 'Tồn tại, hạn chế (Excel)'), 0);
    expect(findings).toContainEqual(expect.arrayContaining([UNIT, 'Tồn tại, hạn chế', FINDING, REQUEST]));
    const scores = await rowsOf(await download(planner, 'Kết quả chấm (Excel)'), 0);
    expect(scores).toContainEqual(expect.arrayContaining([UNIT, '4', '2']));
  });

  await test.step('the letter leaves number and date to the clerk', async () => {
    await planner.getByRole('link', { name: 'Kiến nghị, khắc phục' }).click();
    await planner.getByRole('listitem').filter({ hasText: REQUEST }).getByRole('link', { name: UNIT }).click();
    const letter = await makeLetter();
    expect(letter).toContain('Kính gửi: Ủy ban nhân dân phường Hưng Phú');
    expect(letter).toContain(FINDING);
    expect(letter).toMatch(/^Số: …+\/SNV-CCHC$/m);
    expect(letter).toMatch(/^Cần Thơ, ngày … tháng … năm \d{4}$/m);
  });

  await test.step('the unit sees what to do and by when, and acknowledges', async () => {
    await officer.reload();
    await expect(officer.getByText('Có 1 việc, chưa việc nào quá hạn.')).toBeVisible();
    const task = officer.getByRole('listitem').filter({ hasText: REQUEST });
    await expect(task).toContainText(due);
    await expect(task).toContainText('còn 10 ngày làm việc');
    await task.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
    await task.getByRole('link', { name: 'Báo cáo khắc phục' }).click();
  });

  await test.step('the unit reports with a picture, a reload in the middle costs nothing', async () => {
    await officer.getByRole('radio', { name: 'Đang khắc phục' }).check();
    await officer.getByRole('textbox', { name: 'Kết quả khắc phục' }).fill('Đã gỡ 3 thủ tục cũ.');
    const chooser = officer.waitForEvent('filechooser');
    await officer.getByRole('button', { name: 'Thêm tệp hoặc ảnh' }).click();
    await (await chooser).setFiles(PICTURE);
    await expect(officer.getByRole('link', { name: PICTURE.name })).toBeVisible();
    await officer.reload();
    await expect(officer.getByRole('textbox', { name: 'Kết quả khắc phục' })).toHaveValue('Đã gỡ 3 thủ tục cũ.');
    await expect(officer.getByRole('link', { name: PICTURE.name })).toBeVisible();
    await officer.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await expect(officer.getByText('Chờ xem xét')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Chấp nhận' })).toHaveCount(0);
  });

  await test.step('the planner returns the report with the reason', async () => {
    await planner.getByRole('navigation', { name: 'Chức năng' }).getByRole('link', { name: 'Khắc phục' }).click();
    await planner.getByRole('link', { name: UNIT }).click();
    await expect(planner.getByText('Đã gỡ 3 thủ tục cũ.')).toBeVisible();
    await planner.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = planner.getByRole('dialog');
    await expectOpenToAll(planner, 'returning a report');
    await dialog.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Chưa có ảnh bộ thủ tục mới.');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the unit reads the reason and reports again', async () => {
    await officer.getByRole('link', { name: 'Hôm nay' }).click();
    await officer.getByRole('link', { name: 'Báo cáo khắc phục' }).click();
    await expect(officer.getByText('Báo cáo trước bị trả lại vì:')).toBeVisible();
    await expect(officer.getByText('Chưa có ảnh bộ thủ tục mới.').first()).toBeVisible();
    await officer.getByRole('radio', { name: 'Đã khắc phục' }).check();
    await officer.getByRole('textbox', { name: 'Kết quả khắc phục' }).fill('Đã niêm yết bộ thủ tục mới.');
    await officer.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await expect(officer.getByText('Chờ xem xét')).toBeVisible();
  });

  await test.step('the planner accepts, and the unit sees that it is done', async () => {
    await planner.reload();
    await confirmAct(planner, 'Chấp nhận', UNIT);
    await officer.reload();
    await expect(officer.getByText('Đã chấp nhận').first()).toBeVisible();
    await expect(officer.getByRole('heading', { name: 'Việc cần làm' })).toHaveCount(0);
    await officer.getByRole('link', { name: 'Hôm nay' }).click();
    await expect(officer.getByText('Hiện không có việc nào phải làm')).toBeVisible();
  });

  await test.step('the journal tells the story', async () => {
    const menu = planner.getByRole('navigation', { name: 'Chức năng' });
    await menu.getByRole('link', { name: 'Nhật ký' }).click();
    const lines = planner.getByRole('region', { name: 'Nhật ký' });
    for (const line of [
      `Chấp nhận kết quả khắc phục của ${UNIT}`,
      `Trả lại báo cáo khắc phục của ${UNIT}: Chưa có ảnh bộ thủ tục mới.`,
      `${UNIT} xác nhận đã nhận kiến nghị`,
      `Soạn kiến nghị “${REQUEST}”`,
      `Ghi tồn tại, hạn chế “${FINDING}”`,
      `Chốt cuộc kiểm tra tại ${UNIT}`,
    ]) {
      await expect(lines).toContainText(line);
    }
  });
});
