/**
 * One launcher at a time in one folder. The lock is a port that only its holder can listen on, so it ends with the
 * process that holds it, also after kill -9, and a recycled process number cannot be mistaken for the holder.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { listen } from './ports.mjs';

const HOST = '127.0.0.1';
const ANSWER_WITHIN = 2_000;

function agreedPort(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Below the ports that systems hand out by themselves. */
function proposePort(file, flag) {
  try {
    writeFileSync(file, `${randomInt(20_000, 32_000)}\n`, { flag });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** The process that holds the folder by this port; null when the port belongs to something else. */
function askHolder(port, folder) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, HOST);
    socket.setTimeout(ANSWER_WITHIN, () => socket.destroy());
    socket.on('data', (text) => (answer += text));
    socket.on('error', () => {});
    socket.on('close', () => {
      const [pid, ...place] = answer.trim().split(' ');
      resolve(place.join(' ') === folder ? Number(pid) : null);
    });
  });
}

/** Takes the folder: `{ release }` when it is ours now, `{ holder }` with the process number of who has it. */
export async function takeFolder(data) {
  mkdirSync(data, { recursive: true });
  const folder = realpathSync(data);
  const file = path.join(folder, 'lock-port');
  proposePort(file, 'wx');
  for (;;) {
    const port = agreedPort(file);
    const server = port && (await listen(port, HOST, (socket) => socket.end(`${process.pid} ${folder}\n`)));
    if (server) {
      server.unref();
      return { release: () => server.close() };
    }
    const holder = port && (await askHolder(port, folder));
    if (holder) return { holder };
    proposePort(file, 'w');
  }
}
