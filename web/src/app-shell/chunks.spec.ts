import { countMissingChunks, retryChunks, untilLoaded } from './index.js';

const lost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('a part of the app that cannot be had', () => {
  it('is missing until it is there, and comes with the next try', async () => {
    let load: () => Promise<string> = lost;
    const part = untilLoaded(() => load());
    await Promise.resolve();
    await Promise.resolve();
    expect(countMissingChunks()).toBe(1);
    load = () => Promise.resolve('here');
    retryChunks();
    await expect(part).resolves.toBe('here');
    expect(countMissingChunks()).toBe(0);
  });

  it('is asked for again when the network comes back, and counted once', async () => {
    const load = jest.fn<Promise<string>, []>(lost);
    const part = untilLoaded(load);
    await Promise.resolve();
    window.dispatchEvent(new Event('online'));
    await Promise.resolve();
    await Promise.resolve();
    expect(load).toHaveBeenCalledTimes(2);
    expect(countMissingChunks()).toBe(1);
    load.mockResolvedValue('here');
    window.dispatchEvent(new Event('online'));
    await expect(part).resolves.toBe('here');
  });

  it('has its styles asked for again: they would not come by themselves', async () => {
    const failed = document.head.appendChild(document.createElement('link'));
    failed.rel = 'stylesheet';
    const load = jest.fn<Promise<string>, []>(lost);
    const part = untilLoaded(load);
    await Promise.resolve();
    await Promise.resolve();
    load.mockResolvedValue('here');
    retryChunks();
    await part;
    expect(document.head.querySelector('link')).not.toBe(failed);
  });
});
