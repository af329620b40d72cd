import type { RecipientView, RemedyState } from '@kiemtra/shared/remediation';

export const unit = { id: 'u', name: 'UBND phường Phú Lợi' };
export const department = { id: 'd', name: 'Sở Nội vụ' };

/** A request at ward Phú Lợi in a state; a returned one with the reason. */
export const aRecipient = (state: RemedyState): RecipientView => ({
  id: 'r',
  organizationId: unit.id,
  name: unit.name,
  workingDays: 20,
  state,
  due: { on: '2026-03-16', workingDaysLeft: 4, isPast: false },
  firstDueOn: '2026-03-16',
  askedUntil: null,
  request: {
    id: 'q',
    planId: 'p',
    kind: 'remedy_now',
    text: 'Niêm yết đầy đủ.',
    measure: null,
    number: '45/SNV-CCHC',
    issuedOn: '2026-03-10',
  },
  plan: { id: 'p', title: 'Kiểm tra năm 2026' },
  findings: [],
  thread:
    state === 'returned'
      ? [
          {
            id: 'e',
            act: 'return',
            text: 'Thiếu ảnh.',
            until: null,
            actorName: 'Lãnh đạo Sở',
            at: '2026-03-12T02:00:00Z',
            files: [],
            findings: [],
          },
        ]
      : [],
});
