import { Button } from '@mantine/core';
import { Day, DecimalField, Text } from '@kiemtra/shared/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem } from '../api/problem.js';
import { DateField } from './DateField.js';
import { useDtoForm } from './dto-form.js';
import { DtoFormFrame } from './DtoFormFrame.js';
import { DecimalInput, TextField } from './fields.js';
import { renderScreen } from './testing.js';

class PlanDto {
  @Text({ max: 20 }) name: string;
  @Day() from: string;
  @DecimalField({ min: '0', max: '100', optional: true }) weight?: string | null;
}

interface PlanFormProps {
  onSend: (dto: PlanDto) => Promise<unknown>;
  draft?: string;
  owner?: string;
}

function PlanForm({ onSend, ...options }: PlanFormProps) {
  const plan = useDtoForm(PlanDto, { name: '', from: '', weight: '' }, options);
  return (
    <DtoFormFrame of={plan} onSend={onSend}>
      <TextField {...plan.field('name')} label="Tên kế hoạch" />
      <DateField {...plan.field('from')} label="Từ ngày" />
      <DecimalInput {...plan.field('weight')} label="Trọng số" />
      <Button type="submit">Lưu</Button>
    </DtoFormFrame>
  );
}

const field = (label: RegExp) => screen.getByRole('textbox', { name: label });
const value = (label: RegExp) => (field(label) as HTMLInputElement).value;
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lưu' }));

describe('useDtoForm', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('lists every fault on top by the name of its field, and leads to the field', async () => {
    const onSend = jest.fn();
    renderScreen(<PlanForm onSend={onSend} />);
    await userEvent.type(field(/Từ ngày/), '31/2/2026');
    await save();
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('Có 2 chỗ cần sửa');
    await userEvent.click(within(summary).getByRole('link', { name: 'Từ ngày: Ngày không hợp lệ.' }));
    await waitFor(() => expect(document.activeElement).toBe(field(/Từ ngày/)));
    expect(value(/Từ ngày/)).toBe('31/2/2026');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends the values in the form of the body: ISO days, dotted decimals, null for what is left empty', async () => {
    const onSend = jest.fn().mockResolvedValue(undefined);
    renderScreen(<PlanForm onSend={onSend} />);
    await userEvent.type(field(/Tên kế hoạch/), 'Kế hoạch 1');
    await userEvent.type(field(/Từ ngày/), '5/1/2026');
    await save();
    await waitFor(() =>
      expect(onSend).toHaveBeenLastCalledWith({ name: 'Kế hoạch 1', from: '2026-01-05', weight: null }),
    );
    expect(value(/Từ ngày/)).toBe('05/01/2026');
    await userEvent.type(field(/Trọng số/), '2,5');
    await save();
    await waitFor(() => expect(onSend).toHaveBeenLastCalledWith(expect.objectContaining({ weight: '2.5' })));
    expect(value(/Trọng số/)).toBe('2,5');
  });

  it('puts what the server found beside its field and keeps what was typed', async () => {
    const refusal = new ApiProblem('invalid', {
      code: 'plans.name-taken',
      title: 'Dữ liệu nhập chưa đúng.',
      violations: [{ path: 'name', code: 'plans.name-taken', message: 'Tên này đã có.' }],
    });
    renderScreen(<PlanForm onSend={() => Promise.reject(refusal)} />);
    await userEvent.type(field(/Tên kế hoạch/), 'Kế hoạch 1');
    await userEvent.type(field(/Từ ngày/), '5/1/2026');
    await save();
    expect(await screen.findByRole('link', { name: 'Tên kế hoạch: Tên này đã có.' })).toBeTruthy();
    expect(value(/Tên kế hoạch/)).toBe('Kế hoạch 1');
  });

  it('checks a field when it is left', async () => {
    renderScreen(<PlanForm onSend={jest.fn()} />);
    await userEvent.type(field(/Trọng số/), 'nhiều');
    await userEvent.tab();
    expect(await screen.findByText('Phải là số từ 0 đến 100.')).toBeTruthy();
    expect(value(/Trọng số/)).toBe('nhiều');
  });

  it('keeps the draft of an owner when the tab is closed, and shows it to nobody else', async () => {
    const first = renderScreen(<PlanForm onSend={jest.fn()} draft="findings.new" owner="a" />);
    await userEvent.type(field(/Tên kế hoạch/), 'Kế hoạch 1');
    first.unmount();
    sessionStorage.clear();
    const other = renderScreen(<PlanForm onSend={jest.fn()} draft="findings.new" owner="b" />);
    expect(value(/Tên kế hoạch/)).toBe('');
    other.unmount();
    renderScreen(<PlanForm onSend={jest.fn()} draft="findings.new" owner="a" />);
    expect(value(/Tên kế hoạch/)).toBe('Kế hoạch 1');
  });

  it('keeps a named draft over a reload until it is sent', async () => {
    const onSend = jest.fn().mockResolvedValue(undefined);
    const first = renderScreen(<PlanForm onSend={onSend} draft="plans.new" />);
    await userEvent.type(field(/Tên kế hoạch/), 'Kế hoạch 1');
    first.unmount();
    const second = renderScreen(<PlanForm onSend={onSend} draft="plans.new" />);
    expect(value(/Tên kế hoạch/)).toBe('Kế hoạch 1');
    await userEvent.type(field(/Từ ngày/), '5/1/2026');
    await save();
    await waitFor(() => expect(sessionStorage).toHaveLength(0));
    second.unmount();
    renderScreen(<PlanForm onSend={onSend} draft="plans.new" />);
    expect(value(/Tên kế hoạch/)).toBe('');
  });
});
