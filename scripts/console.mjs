/** What the commands print. Everything the operator of a department reads is Vietnamese. */

/** A failure with a known cause: its message is for the person at the terminal, without a stack. */
export class Trouble extends Error {}

const TICK = 10_000;

/** Duration as people here write it: "4,2 giây". */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} giây`;
}

/** Runs one step, says that it began, that it still works, and how long it took. */
export async function step(title, work) {
  const start = performance.now();
  console.log(`• ${title} …`);
  const ticking = setInterval(() => console.log(`  vẫn đang làm, đã ${seconds(start)}`), TICK);
  try {
    const result = await work();
    console.log(`  xong sau ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}

const SYSTEM_TROUBLES = {
  EACCES: 'không có quyền; hãy chạy bằng đúng tài khoản đã chạy lần đầu',
  EPERM: 'không có quyền; hãy chạy bằng đúng tài khoản đã chạy lần đầu',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa đã đầy',
};

function explain(error) {
  if (error instanceof Trouble) return error.message;
  const known = SYSTEM_TROUBLES[error.code];
  return known && `${error.path ?? 'thư mục làm việc'}: ${known}.`;
}

/** Runs the main function of a command; known trouble is printed plainly, anything else with its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const reason = explain(error);
    console.error(reason ? `\nKhông thực hiện được: ${reason}` : error);
    process.exit(1);
  }
}
