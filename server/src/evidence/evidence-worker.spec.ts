import { newId } from '@kiemtra/shared/kernel';
import type { Database } from '../platform/database/database.js';
import { EvidenceWorker } from './evidence-worker.js';
import type { ExpiredUploads } from './expired-uploads.service.js';
import type { PictureCopiesService } from './picture-copies.service.js';

/** A worker of one idle server, and the provinces it has looked through for pictures. */
async function idleWorker() {
  const looked: string[] = [];
  const copies = { makeDue: (id: string) => Promise.resolve(looked.push(id)) } as unknown as PictureCopiesService;
  const db = { directory: () => Promise.resolve([]) } as unknown as Database;
  const worker = new EvidenceWorker(copies, {} as ExpiredUploads, db);
  worker.start();
  await jest.advanceTimersByTimeAsync(0);
  return { worker, looked };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('EvidenceWorker', () => {
  it('looks once for all pictures of a second, and once more for what may have come too late for that', async () => {
    const { worker, looked } = await idleWorker();
    const [one, other] = [newId(), newId()];
    worker.wake(one);
    await jest.advanceTimersByTimeAsync(900);
    for (let n = 0; n < 20; n += 1) worker.wake(one);
    worker.wake(other);
    await jest.advanceTimersByTimeAsync(100);
    expect(looked).toEqual([one]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(looked).toEqual([one, other, one]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(looked).toEqual([one, other, one]);
    await worker.beforeApplicationShutdown();
  });

  it('looks again for a picture that comes after a look', async () => {
    const { worker, looked } = await idleWorker();
    const id = newId();
    worker.wake(id);
    await jest.advanceTimersByTimeAsync(1000);
    worker.wake(id);
    await jest.advanceTimersByTimeAsync(1000);
    expect(looked).toEqual([id, id]);
    await worker.beforeApplicationShutdown();
  });
});
