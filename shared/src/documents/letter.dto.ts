import { Id, OneOf, Text } from '../kernel/index.js';

/** Who may sign for a department. */
export const DEPARTMENT_SIGNERS = ['Giám đốc', 'Phó Giám đốc', 'Quyền Giám đốc'] as const;

/** GET /request-recipients/:recipientId/letter.docx, letter.pdf and letter (the same for the screen): who will sign; what is not given stays blank. */
export class LetterDto {
  @OneOf(DEPARTMENT_SIGNERS, { optional: true }) position?: (typeof DEPARTMENT_SIGNERS)[number];
  @Text({ max: 120, optional: true }) name?: string;
}

/** GET /plans/:planId/findings.xlsx and scores.xlsx: of the whole plan, or of one target. */
export class ExportDto {
  @Id({ optional: true }) targetId?: string;
}
