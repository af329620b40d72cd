import type { RemedyRateView } from '@kiemtra/shared/remediation';
import { screen } from '@testing-library/react';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { OwnRemedyRates, RemedyRates } from './RemedyRates.js';

const aRate = (name: string, remedied: number, total: number): RemedyRateView => ({
  plan: { id: name, title: `Kiểm tra ${name}` },
  organizationId: name,
  name,
  remedied,
  total,
});
const RATES = [aRate('Hai', 0, 2), aRate('Một', 2, 3)];

describe('the rate of what was remedied', () => {
  it('is told of the campaign and of each unit, with what it was counted from', async () => {
    fakeServer({ 'GET /remedy-rates': RATES });
    renderScreen(seenBy(['planner'], <RemedyRates planId="p" />));
    expect(await screen.findByText('Đã khắc phục 2/5 vấn đề phát hiện = 40,00%')).toBeTruthy();
    expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      'Hai: 0/2 vấn đề phát hiện = 0,00%',
      'Một: 2/3 vấn đề phát hiện = 66,67%',
    ]);
  });

  it('is told to the unit by campaign', async () => {
    fakeServer({ 'GET /remedy-rates': RATES });
    renderScreen(seenBy(['unit_officer'], <OwnRemedyRates />));
    expect(await screen.findByText('Kiểm tra Một: đã khắc phục 2/3 vấn đề phát hiện = 66,67%')).toBeTruthy();
  });
});
