import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { takeFolder } from './lock.mjs';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'khóa thư mục-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('names its holder to a second one, and is free again when it is given back', async () => {
    const first = await takeFolder(folder);
    expect(await takeFolder(folder)).toEqual({ holder: process.pid });
    first.release?.();
    const second = await takeFolder(folder);
    expect(second.holder).toBeUndefined();
    second.release?.();
  });

  it('moves when its port belongs to another folder', async () => {
    const other = path.join(folder, 'other');
    const first = await takeFolder(folder);
    fs.mkdirSync(other);
    fs.copyFileSync(path.join(folder, 'lock-port'), path.join(other, 'lock-port'));
    const second = await takeFolder(other);
    expect(second.holder).toBeUndefined();
    first.release?.();
    second.release?.();
  });
});
