import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectOpenToAll } from './accessibility.js';
import { DESK, PHONE, personAt } from './people.js';

/** Pages by who opens them; `:plan`, `:target`, `:visit`, `:request`, `:recipient`, `:draft`, `:unit`, `:account`, `:set` are the demonstration's own. */
const PAGES: Record<string, string[]> = {
  quantri: [
    '/hom-nay',
    '/tai-khoan',
    '/tai-khoan/moi',
    '/tai-khoan/nhieu-don-vi',
    '/tai-khoan/:account',
    '/tai-khoan/phieu',
    '/don-vi',
    '/don-vi/moi',
    '/don-vi/:unit',
    '/don-vi/:unit/doi-ten',
    '/don-vi/:unit/ket-thuc',
    '/don-vi/don-vi-hanh-chinh',
    '/don-vi/don-vi-hanh-chinh/nhap-danh-muc',
    '/nhat-ky',
    '/toi',
  ],
  kehoach: [
    '/hom-nay',
    '/ke-hoach',
    '/ke-hoach/moi',
    '/ke-hoach/:plan',
    '/ke-hoach/:plan/sua',
    '/ke-hoach/:plan/ket-qua',
    '/ke-hoach/:plan/kien-nghi',
    '/ke-hoach/:plan/kien-nghi/moi',
    '/ke-hoach/:plan/kien-nghi/:request',
    '/ke-hoach/:plan/van-ban',
    '/ke-hoach/:plan/van-ban/conclusion',
    '/ke-hoach/:plan/qua-han',
    '/ke-hoach/:plan/doi-tuong/:target',
    '/ke-hoach/:plan/doi-tuong/:target/du-thao-ket-luan',
    '/du-thao-ket-luan/:draft',
    '/ke-hoach/:plan/cuoc-kiem-tra/moi',
    '/cuoc-kiem-tra',
    '/cuoc-kiem-tra/:visit',
    '/cuoc-kiem-tra/:visit/sua',
    '/khac-phuc',
    '/khac-phuc/:recipient',
    '/khac-phuc/:recipient/cong-van',
    '/nhac-viec',
    '/bo-tieu-chi',
    '/bo-tieu-chi/:set',
    '/bo-tieu-chi/nhap',
    '/ngay-nghi',
    '/dia-chi-khong-co-trang',
  ],
  lanhdao: ['/hom-nay'],
  thamdinh: ['/hom-nay'],
  nguoixem: ['/hom-nay'],
  truongdoan1: ['/hom-nay', '/cuoc-kiem-tra/:visit'],
  thanhvien1: [
    '/hom-nay',
    '/cham-diem/:visit',
    '/cham-diem/:visit/ho-so',
    '/cham-diem/:visit/co-mat',
    '/cham-diem/:visit/bien-ban',
    '/cuoc-kiem-tra/:visit',
    '/cuoc-kiem-tra/:visit/mang-ra-hien-truong',
    '/hang-doi',
  ],
  donvi1: ['/hom-nay', '/khac-phuc', '/khac-phuc/:recipient', '/du-thao-ket-luan/:draft', '/nhac-viec'],
};

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status()).toBe(200);
  const body = (await answer.json()) as T | { items: T };
  return typeof body === 'object' && body !== null && 'items' in body ? body.items : body;
}

type Named = { id: string; state?: string; targets?: { id: string }[] };

/** The demonstration's own records, as far as this person may read them. */
async function records(page: Page, part: string): Promise<Record<string, string>> {
  const first = async (path: string, fits: (record: Named) => boolean = () => true) =>
    (await read<Named[]>(page, path)).find(fits)?.id ?? '';
  if (part === 'quantri') return { account: await first('/accounts'), unit: await first('/organizations') };
  const draft = async () => first('/draft-conclusions');
  if (part === 'donvi1') return { recipient: await first('/request-recipients'), draft: await draft() };
  const visit = await first('/visits', ({ state }) => state === 'notified');
  if (part === 'thanhvien1' || part === 'truongdoan1') return { visit };
  if (part !== 'kehoach') return {};
  const plan = await first('/plans', ({ state }) => state === 'in_progress');
  const { targets } = await read<Named>(page, `/plans/${plan}`);
  return {
    plan,
    visit,
    target: targets?.[2]?.id ?? '',
    request: await first(`/requests?planId=${plan}`),
    recipient: await first('/request-recipients'),
    draft: await draft(),
    set: await first('/criteria-versions'),
  };
}

test('no page of the product is left out here', () => {
  const web = path.join(import.meta.dirname, '..', 'web', 'src');
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('routes.tsx'));
  const routes = files.flatMap((file) => readFileSync(path.join(web, file), 'utf8').match(/lazy: \{/g) ?? []);
  expect(new Set(Object.values(PAGES).flat()).size).toBe(routes.length);
});

for (const viewport of [DESK, PHONE]) {
  test(`what stands before the product is open to all at ${viewport.width} px`, async ({ browser }) => {
    const page = await personAt(browser, viewport);
    for (const [address, title] of [
      ['/', 'Đăng nhập'],
      ['/kich-hoat', 'Kích hoạt tài khoản'],
    ] as const) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expectOpenToAll(page, address);
    }
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible();
    await expectOpenToAll(page, 'without a server');
    await page.context().close();
  });
}

for (const [part, paths] of Object.entries(PAGES)) {
  for (const viewport of [DESK, PHONE]) {
    test(`${part} finds nothing broken or closed to assistive technology at ${viewport.width} px`, async ({
      browser,
    }) => {
      test.setTimeout(240_000);
      const page = await personAt(browser, viewport, part);
      const known = await records(page, part);
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      for (const path of paths) {
        const address = path.replace(/:\w+/g, (name) => known[name.slice(1)] ?? '');
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
        await expect(page).toHaveTitle(/ – (Kiểm tra CCHC|Phiếu chấm)$/);
        await page.waitForLoadState('networkidle');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${path} scrolls sideways`).toBeLessThanOrEqual(viewport.width);
        await expectOpenToAll(page, path);
      }
      expect(errors).toEqual([]);
      await page.context().close();
    });
  }
}
