import type { Ledger } from '../offline/index.js';

/** How long an update waits for what is being sent. */
const SENDING_MS = 30_000;

/** Why the page cannot be loaded anew now, in words; null when nothing is half done. Typing is written to the device first. */
export async function whyNotNow(ledger: Ledger | null): Promise<string | null> {
  if (document.querySelector('form[data-unkept]'))
    return 'Biểu mẫu trên trang này chưa gửi: đề nghị gửi hoặc hủy trước khi cập nhật.';
  if (!ledger) return null;
  await ledger.commit();
  await sent(ledger);
  const { state, unsaved } = ledger.status();
  if (unsaved > 0) return `Máy chưa lưu được ${unsaved} mục: chưa cập nhật được lúc này.`;
  return state === 'sending' ? 'Máy đang gửi dữ liệu: đề nghị thử lại sau ít phút.' : null;
}

/** Settles when nothing is on its way, at the latest after half a minute. */
function sent(ledger: Ledger): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, SENDING_MS);
    const stop = ledger.subscribe(() => {
      if (ledger.status().state !== 'sending') done();
    });
    if (ledger.status().state !== 'sending') done();
  });
}
