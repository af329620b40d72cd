/** A small valid set, marked as sample, so that a first import can be tried at once. */
export const importExample = {
  format: 'bo-tieu-chi/1',
  name: 'Bộ tiêu chí mẫu để thử nhập',
  purpose: 'index',
  audience: ['commune'],
  isSample: true,
  note: 'Số liệu mẫu, không phải văn bản chính thức.',
  criteria: [
    { key: '3', area: 'TTHC', text: 'Thủ tục hành chính', maxPoints: '6' },
    {
      key: '3.1',
      parent: '3',
      text: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
      maxPoints: '6',
      rule: { kind: 'RATIO', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' },
      modifiers: [{ kind: 'FLOOR', percent: '95' }],
    },
  ],
};
