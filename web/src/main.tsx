/**
 * The first lines that run: who is asking? The answer decides which chunk is loaded: the small log-in page, or the product.
 */
import { isOwnRefusal } from './api/problem.js';
import { whoAsks } from './api/who-asks.js';
import { keepOnDevice, takeWaitingBuild } from './app-shell/index.js';

async function open(container: HTMLElement): Promise<void> {
  if (location.pathname === '/kich-hoat') {
    const { openGate } = await import('./app/open-gate.js');
    return openGate(container, 'activation');
  }
  try {
    const me = await whoAsks();
    const { openApp } = await import('./app/open-app.js');
    openApp(container, me);
  } catch (error) {
    const { openGate } = await import('./app/open-gate.js');
    openGate(container, isOwnRefusal(error) ? 'log-in' : 'unreachable');
  }
}

async function start(container: HTMLElement): Promise<void> {
  if (await takeWaitingBuild()) return;
  await open(container);
  if (import.meta.env.PROD) await keepOnDevice(import.meta.url);
}

const container = document.getElementById('root');
if (container) void start(container);
