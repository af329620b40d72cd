/**
 * The areas of the administrative reform index, and KHAC for whatever a set holds beside them.
 * Criteria, findings, team members and plans all speak of areas by these codes.
 */
export const AREAS = {
  CDDH: { name: 'Công tác chỉ đạo, điều hành cải cách hành chính', shortName: 'Chỉ đạo, điều hành' },
  TC: { name: 'Cải cách thể chế', shortName: 'Thể chế' },
  TTHC: { name: 'Cải cách thủ tục hành chính', shortName: 'Thủ tục hành chính' },
  TCBM: { name: 'Cải cách tổ chức bộ máy hành chính', shortName: 'Tổ chức bộ máy' },
  CV: { name: 'Cải cách chế độ công vụ', shortName: 'Chế độ công vụ' },
  TCC: { name: 'Cải cách tài chính công', shortName: 'Tài chính công' },
  CQS: { name: 'Xây dựng, phát triển chính quyền điện tử, chính quyền số', shortName: 'Chính quyền số' },
  TD: { name: 'Tác động của cải cách hành chính', shortName: 'Tác động' },
  KHAC: { name: 'Nội dung khác', shortName: 'Khác' },
} as const;

export type AreaCode = keyof typeof AREAS;

/** In the order of the index. */
export const AREA_CODES = Object.keys(AREAS) as AreaCode[];
