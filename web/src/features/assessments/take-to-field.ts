/**
 * Before one goes where there is no network: everything a visit needs is brought to the device and read back from it. Each
 * step says how it went; what stands in the way says what to do.
 */
import { formatFileSize } from '@kiemtra/shared/evidence';
import { OFFLINE_START_TEXT, proveOfflineStart, requestPersistence, storageEstimate } from '../../app-shell/index.js';

export const STEPS = ['pack', 'persistence', 'room', 'start'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_TEXT = {
  pack: 'Tải gói của cuộc kiểm tra về máy',
  persistence: 'Xin trình duyệt giữ dữ liệu',
  room: 'Xem dung lượng còn lại của máy',
  start: 'Thử mở lại khi không có mạng',
} satisfies Record<Step, string>;

/** `warned`: one may go, knowing this. `failed`: one may not. */
export interface StepEnd {
  state: 'done' | 'warned' | 'failed';
  says: string;
}

/** Room for a visit with its photos. */
const ROOM_BYTES = 500_000_000;

/** What the steps ask of the sheet's own parts. */
export interface Taking {
  /** Brings the pack; rejects when the server does not give it. */
  bring: () => Promise<unknown>;
  /** Reads it back from the disk. */
  readBack: () => Promise<boolean>;
  /** An iPhone or iPad, whose browser forgets what is not installed. */
  isApple: boolean;
}

export function runStep(step: Step, taking: Taking): Promise<StepEnd> {
  return RUNS[step](taking);
}

const RUNS: Record<Step, (taking: Taking) => Promise<StepEnd>> = {
  async pack({ bring }) {
    try {
      await bring();
      return { state: 'done', says: 'Đã có phiếu chấm, bộ tiêu chí, thành phần đoàn và tồn tại các lần trước.' };
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      return { state: 'failed', says: `${why} Kiểm tra kết nối mạng, bộ nhớ của máy rồi thử lại.`.trim() };
    }
  },

  async persistence({ isApple }) {
    const answer = await requestPersistence();
    if (answer === 'granted') return { state: 'done', says: 'Trình duyệt cam kết giữ dữ liệu.' };
    if (isApple) {
      return {
        state: 'failed',
        says:
          'iPhone, iPad có thể xóa dữ liệu của trang chưa cài. Bấm Chia sẻ, chọn Thêm vào MH chính, mở ứng dụng từ màn hình ' +
          'chính rồi làm lại bước này.',
      };
    }
    return {
      state: 'warned',
      says: 'Trình duyệt chưa cam kết giữ dữ liệu. Nên cài ứng dụng vào máy và để máy gửi ngay khi có mạng.',
    };
  },

  async room() {
    const estimate = await storageEstimate();
    if (!estimate) return { state: 'warned', says: 'Trình duyệt không cho biết dung lượng còn lại.' };
    const free = estimate.quota - estimate.usage;
    const text = `Còn ${formatFileSize(free)} cho ứng dụng.`;
    if (free >= ROOM_BYTES) return { state: 'done', says: text };
    return {
      state: 'failed',
      says: `${text} Cần ít nhất ${formatFileSize(ROOM_BYTES)} để chụp ảnh: xóa bớt ảnh, ứng dụng trên máy rồi thử lại.`,
    };
  },

  async start({ readBack }) {
    const proof = await proveOfflineStart();
    if (proof.state === 'unavailable') return { state: 'failed', says: OFFLINE_START_TEXT[proof.because] };
    if (proof.state === 'incomplete') {
      const says = `Còn thiếu ${proof.missing.length} tệp của ứng dụng. Giữ trang mở khi còn mạng rồi thử lại.`;
      return { state: 'failed', says };
    }
    if (!(await readBack())) return { state: 'failed', says: 'Gói trên máy chưa đủ. Đề nghị thử lại khi có mạng.' };
    return { state: 'done', says: `Đã đọc lại ${proof.files} tệp của ứng dụng và gói của cuộc kiểm tra từ máy này.` };
  },
};

/** True on iPhone and iPad; the latter calls itself a Mac, but can be touched. */
export function isAppleDevice(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
