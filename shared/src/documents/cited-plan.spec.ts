import { citedPlan, type PlanToCite } from './cited-plan.js';
import { citation } from './citation.text.js';

const plan: PlanToCite = {
  number: '120/KH-UBND',
  issuedOn: '2022-08-23',
  issuer: 'UBND thành phố Sóc Trăng',
  title: 'Kế hoạch kiểm tra cải cách hành chính năm 2022',
  legalBases: [],
};

const cited = (over: Partial<PlanToCite>) => {
  const paper = citedPlan({ ...plan, ...over });
  return paper && citation(paper);
};

describe('a plan as papers cite it', () => {
  it('is cited by its title, which does not repeat its type', () => {
    expect(cited({})).toBe(
      'Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022 của Ủy ban nhân dân thành phố Sóc Trăng về kiểm tra cải cách hành chính năm 2022',
    );
  });

  it('is cited as it stands among its own bases', () => {
    const basis = {
      type: 'Quyết định',
      number: '563/QĐ-SNV',
      date: '2017-12-13',
      issuer: 'Sở Nội vụ tỉnh Bắc Ninh',
      subject: 'phê duyệt Kế hoạch thanh tra, kiểm tra năm 2018',
    };
    expect(cited({ number: '563/QĐ-SNV', title: 'Kiểm tra tỉnh Bắc Ninh', legalBases: [basis] })).toBe(
      'Quyết định số 563/QĐ-SNV ngày 13 tháng 12 năm 2017 của Sở Nội vụ tỉnh Bắc Ninh phê duyệt Kế hoạch thanh tra, kiểm tra năm 2018',
    );
  });

  it('cannot be cited without a number and a date', () => {
    expect(cited({ number: null, issuedOn: null })).toBeNull();
    expect(cited({ number: null })).toMatch(/^Kế hoạch ngày 23 tháng 8/);
  });
});
