/** Why a line of the national mapping list says nothing we may rely on. */
export const IMPORT_ISSUE_REASONS = [
  'no_old_code',
  'old_code_unknown',
  'old_name_differs',
  'new_code_unknown',
  'new_province_differs',
] as const;
export type ImportIssueReason = (typeof IMPORT_ISSUE_REASONS)[number];

export const IMPORT_ISSUE_LABELS: Record<ImportIssueReason, string> = {
  no_old_code: 'Không có mã cũ',
  old_code_unknown: 'Mã cũ không có trong danh mục trước 01/07/2025',
  old_name_differs: 'Tên cũ khác với tên của mã này trong danh mục trước 01/07/2025',
  new_code_unknown: 'Mã mới không có trong danh mục từ 01/07/2025',
  new_province_differs: 'Mã mới thuộc tỉnh, thành phố khác',
};
