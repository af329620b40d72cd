import { communeIndex2026 } from '@kiemtra/shared/criteria';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { ImportCriteriaPage } from './ImportCriteriaPage.js';

const fetched = jest.fn<Promise<Partial<Response>>, [string, { body: string }]>();
const answer = (status: number, body?: unknown): Partial<Response> => ({
  status,
  ok: status < 300,
  headers: new Headers(),
  text: () => Promise.resolve(''),
  json: () => Promise.resolve(body),
});
const sent = () => fetched.mock.calls.map(([, init]) => JSON.parse(init.body) as Record<string, unknown>);

const open = () =>
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <ImportCriteriaPage />
    </QueryClientProvider>,
  );
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nội dung tệp' });
const paste = (text: string) => fireEvent.change(field(), { target: { value: text } });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
const lost = () => screen.findByText(/Nội dung tệp vẫn còn trên màn hình/);
const good = JSON.stringify(communeIndex2026);

describe('importing a criteria set', () => {
  beforeEach(() => {
    fetched.mockReset();
    Object.assign(globalThis, { fetch: fetched });
  });

  it('says which format it takes and offers a sample that it takes itself', async () => {
    open();
    expect(screen.getByText(/theo định dạng “bo-tieu-chi\/1”/)).toBeTruthy();
    const sample = screen.getByRole('link', { name: 'Tải tệp mẫu' });
    expect(sample.getAttribute('download')).toBe('bo-tieu-chi-mau.json');
    const [, text = ''] = (sample.getAttribute('href') ?? '').split(/,(.*)/su);
    paste(decodeURIComponent(text));
    expect(await screen.findByText('Tệp đọc được: 1 tiêu chí, 6 điểm')).toBeTruthy();
    expect(field().value).toContain('"isSample": true');
  });

  it('shows counts and sums before anything is kept', () => {
    open();
    paste(good);
    const preview = screen.getByRole('region', { name: 'Xem trước' });
    expect(within(preview).getByRole('heading').textContent).toBe('Tệp đọc được: 52 tiêu chí, 100 điểm');
    expect(within(preview).getByRole('row', { name: /Thủ tục hành chính/ }).textContent).toMatch(/1630$/);
    expect(within(preview).getByRole('row', { name: /Tổng cộng/ }).textContent).toMatch(/52100$/);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('names each fault by its criterion, keeps the text and sends nothing', async () => {
    open();
    paste(good.replace('"maxPoints":"14"', '"maxPoints":"15"').replace('"kind":"YESNO"', '"kind":"CÓ"'));
    const lines = within(screen.getByRole('alert')).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Tiêu chí 2.2.1 criteria.20.rule.kind Giá trị không có trong danh sách.',
    ]);
    await save();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
    expect(field().value).toContain('"maxPoints":"15"');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says at which line JSON ends to be JSON', () => {
    open();
    paste('{\n  "format": "bo-tieu-chi/1",\n  "name": \n}');
    expect(screen.getByRole('alert').textContent).toContain('Không đọc được JSON ở dòng 4.');
  });

  it('asks for a file when there is none', async () => {
    open();
    await save();
    expect(await screen.findByText('Chọn tệp hoặc dán nội dung tệp.')).toBeTruthy();
  });

  it('opens what it has kept; a lost answer is sent again under the same ids, a changed text under new ones', async () => {
    const { address } = open();
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetched.mockResolvedValueOnce(answer(204));
    paste(good);
    await save();
    expect(await lost()).toBeTruthy();
    await save();
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(await lost()).toBeTruthy();
    paste(` ${good}`);
    await save();
    await waitFor(() => expect(sent()).toHaveLength(3));
    const [first, second, third] = sent();
    expect(second).toEqual(first);
    expect(third?.['id']).not.toBe(first?.['id']);
    expect(third?.['content']).toEqual(communeIndex2026);
    await waitFor(() => expect(address()).toBe(`/bo-tieu-chi/${String(third?.['versionId'])}`));
  });

  it('shows what only the server knows to be wrong at its place in the file', async () => {
    open();
    const violations = [{ path: 'content.name', code: 'x', message: 'Tên này chưa dùng được.' }];
    fetched.mockResolvedValueOnce(answer(422, { code: 'criteria.content-invalid', title: 'Chưa đúng.', violations }));
    paste(good);
    await save();
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByRole('listitem').textContent).toBe('name Tên này chưa dùng được.');
    expect(field().value).toBe(good);
  });
});
