import { newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../app.module.js';
import { createApplication } from '../platform/http/application.js';
import { accepted } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { DailyReminders } from './daily-reminders.service.js';
import { DigestsService } from './digests.service.js';
import { always, createAddressed, type Addressed } from './testing/addressed.js';
import { Mailbox } from './testing/mailbox.js';

const box = new Mailbox();
// Weeks are lived through day by day.
jest.setTimeout(60_000);

let server: TestServer;
let second: Awaited<ReturnType<typeof createApplication>>;
let ward: Addressed;
beforeAll(async () => {
  await box.open();
  server = await startTestServer({}, { SMTP_URL: box.url, MAIL_FROM: 'Kiểm tra CCHC <nhac-viec@example.gov.vn>' });
  second = await createApplication(AppModule.of(server.config, { clock: server.clock }), server.config);
  await second.init();
});
afterAll(async () => {
  await second.close();
  await server.close();
  await box.close();
});
beforeEach(async () => {
  ward = await createAddressed(server);
  box.mood = 'well';
  box.received.length = 0;
  await accepted(ward.cast.as('unitOfficer').put('/auth/email', { email: 'phuong.mot@example.gov.vn' }));
});

const goTo = (day: string) => (server.clock.at = new Date(`${day}T07:00:00+07:00`));
const remind = (at = server.app) => at.get(DailyReminders).remind(ward.cast.provinceId);
const sendDigests = (at = server.app) => at.get(DigestsService).run(always);
const deliver = (day: string, at = server.app) =>
  at.get(DigestsService).deliver({ provinceId: ward.cast.provinceId, accountId: ward.cast.accounts.unitOfficer, day });

describe('the digest', () => {
  it('is one letter a person a day, whatever the number of servers', async () => {
    goTo('2026-04-06');
    await Promise.all([remind(), remind(second)]);
    await Promise.all([sendDigests(), sendDigests(second)]);
    await Promise.all([deliver('2026-04-06'), deliver('2026-04-06', second)]);
    expect(box.received.map(({ to }) => to)).toEqual([['phuong.mot@example.gov.vn']]);
    expect(box.received[0]?.text).toContain('1. Báo cáo khắc phục quá hạn 6 ngày làm việc');
    const { body } = await ward.cast.as('administrator').get<{ summary: string }[]>('/audit?kind=account');
    expect(body.map(({ summary }) => summary)).toContain('Gửi thư nhắc việc ngày 06/04/2026');
  });

  it('is not sent on a day that brings nothing, nor of what was seen', async () => {
    goTo('2026-04-06');
    await remind();
    await sendDigests();
    goTo('2026-04-07');
    await remind();
    await sendDigests();
    expect(box.received).toHaveLength(1);
    goTo('2026-04-13');
    await remind();
    const { body } = await ward.cast.as('unitOfficer').get<{ items: { id: string }[] }>('/notices');
    await accepted(ward.cast.as('unitOfficer').post('/notices/read', { noticeIds: body.items.map(({ id }) => id) }));
    await sendDigests();
    expect(box.received).toHaveLength(1);
  });

  it('goes out from the next server when one dies behind the notices', async () => {
    goTo('2026-04-06');
    await remind();
    await sendDigests(second);
    expect(box.received).toHaveLength(1);
  });

  it('is not sent again when a server died in the middle, and the next one tells what it would have', async () => {
    goTo('2026-04-06');
    await remind();
    await server.inProvince(ward.cast.provinceId, () =>
      server.db.query('insert into digest (province_id, account_id, day) values ($1, $2, $3)', [
        ward.cast.provinceId,
        ward.cast.accounts.unitOfficer,
        '2026-04-06',
      ]),
    );
    await sendDigests();
    expect(box.received).toEqual([]);
    await deliver('2026-04-07');
    expect(box.received.map(({ text }) => text)).toEqual([expect.stringContaining('quá hạn 6 ngày làm việc')]);
  });

  it('is sent later when the mail server says no', async () => {
    goTo('2026-04-06');
    await remind();
    box.mood = 'refuses';
    await sendDigests();
    await expect(deliver('2026-04-06')).rejects.toThrow(/mailbox busy/);
    box.mood = 'well';
    await deliver('2026-04-06');
    await deliver('2026-04-06');
    expect(box.received).toHaveLength(1);
  });

  it('is sent later when the mail server is not there', async () => {
    goTo('2026-04-06');
    await remind();
    await box.close();
    await expect(deliver('2026-04-06')).rejects.toThrow(/ECONNREFUSED/);
    await box.open();
    await deliver('2026-04-06');
    expect(box.received).toHaveLength(1);
  });

  it('is not sent again when the line breaks while the mail server has it', async () => {
    goTo('2026-04-06');
    await remind();
    box.mood = 'hangs up';
    await expect(deliver('2026-04-06')).rejects.toThrow(/closed|ECONNRESET/);
    box.mood = 'well';
    await sendDigests();
    expect(box.received).toHaveLength(1);
  });

  it('goes to nobody without an address, and to no account that was switched off', async () => {
    await server.db.directory(`update account set state = 'deactivated' where id = $1`, [
      ward.cast.accounts.unitOfficer,
    ]);
    goTo('2026-04-06');
    await remind();
    await sendDigests();
    expect(box.received).toEqual([]);
  });
});

describe('PUT /auth/email', () => {
  it('sets and takes away the own address, and refuses what is none', async () => {
    const officer = ward.cast.as('unitOfficer');
    const standing = async () => (await officer.get<{ mail: string }>('/notices')).body.mail;
    expect(await standing()).toBe('daily');
    const wrong = await officer.put('/auth/email', { email: 'phường một@example' });
    expect([wrong.status, wrong.problem.violations.map(({ path }) => path)]).toEqual([422, ['email']]);
    await accepted(officer.put('/auth/email', { email: null }));
    expect(await standing()).toBe('no_address');
    const created = await ward.cast.as('administrator').post('/accounts', {
      id: newId(),
      loginName: `moi-${newId()}`,
      displayName: 'Người mới',
      roles: ['viewer'],
      email: 'khong phai dia chi',
    });
    expect(created.problem.violations).toMatchObject([{ path: 'email' }]);
  });
});
