import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import type { RequestView } from '@kiemtra/shared/remediation';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { EditRequestForm, NewRequestForm, type UnitsField } from './RequestForm.js';

const unitId = newId();
const finding: FindingView = {
  id: newId(),
  planId: newId(),
  target: { id: 't1', name: 'UBND phường Phú Lợi' },
  visitId: null,
  kind: 'shortcoming',
  area: 'TTHC',
  criterion: null,
  text: 'Còn hồ sơ trễ hạn.',
  extent: null,
  legalBasis: null,
  cause: null,
  severity: null,
  evidenceCount: 0,
  isIssued: false,
  isWithdrawn: false,
  version: 1,
};
const Units: UnitsField = ({ value }) => <output>{value?.join()}</output>;

describe('NewRequestForm', () => {
  it('addresses the unit whose finding is ticked, with the term that was set', async () => {
    const { sent } = fakeServer({ 'POST /requests': {} });
    const onDone = jest.fn();
    const form = (
      <NewRequestForm
        planId={finding.planId}
        UnitsField={Units}
        findings={[finding]}
        unitOfTarget={new Map([['t1', unitId]])}
        onDone={onDone}
      />
    );
    renderScreen(seenBy(['planner'], form));
    await userEvent.type(screen.getByRole('textbox', { name: /Nội dung kiến nghị/ }), 'Sửa');
    await userEvent.click(screen.getByRole('checkbox', { name: /Còn hồ sơ trễ hạn/ }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(unitId));
    const term = screen.getByRole('textbox', { name: /Thời hạn/ });
    await userEvent.clear(term);
    await userEvent.type(term, '1,5');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Thời hạn (ngày làm việc)');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Thời hạn/ }).value).toBe('1,5');
    expect(sent).toEqual([]);
    await userEvent.clear(term);
    await userEvent.type(term, '15');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent).toMatchObject([
      {
        body: {
          findingIds: [finding.id],
          workingDays: 15,
          recipients: [{ organizationId: unitId, label: null, workingDays: 15 }],
        },
      },
    ]);
  });
});

describe('EditRequestForm', () => {
  it('shows the term that was typed before anybody was addressed', () => {
    fakeServer({});
    const request: RequestView = {
      id: newId(),
      planId: finding.planId,
      kind: 'remedy_by_date',
      text: 'Sửa',
      measure: null,
      workingDays: 7,
      isIssued: false,
      number: null,
      issuedOn: null,
      findingIds: [],
      recipients: [],
      version: 1,
    };
    const form = (
      <EditRequestForm request={request} UnitsField={Units} findings={[]} unitOfTarget={new Map()} onDone={jest.fn()} />
    );
    renderScreen(seenBy(['planner'], form));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Thời hạn/ }).value).toBe('7');
  });
});
