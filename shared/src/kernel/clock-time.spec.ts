import { readTypedTime } from './index.js';

describe('readTypedTime', () => {
  it('reads the hour in the ways it is written, and nothing that is none', () => {
    for (const typed of ['07:45', '7:45', '7.45', '7h45', '7 giờ 45', '0745', ' 745 ']) {
      expect([typed, readTypedTime(typed)]).toEqual([typed, '07:45']);
    }
    for (const typed of ['', '7', '24:00', '07:60', '7:5', 'sáng', '107:45']) expect(readTypedTime(typed)).toBeNull();
  });
});
