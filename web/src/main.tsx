/**
 * The first lines that run: who is asking? The answer decides which chunk is loaded: the small log-in page, or the product.
 */
import type { MeView } from '@kiemtra/shared/users';
import { api } from './api/client.js';
import { ApiProblem } from './api/problem.js';

async function open(container: HTMLElement): Promise<void> {
  if (location.pathname === '/kich-hoat') {
    const { openGate } = await import('./app/open-gate.js');
    return openGate(container, 'activation');
  }
  try {
    const me = await api.get<MeView>('/auth/me');
    const { openApp } = await import('./app/open-app.js');
    openApp(container, me);
  } catch (error) {
    const { openGate } = await import('./app/open-gate.js');
    openGate(container, error instanceof ApiProblem && error.kind === 'unauthenticated' ? 'log-in' : 'unreachable');
  }
}

const container = document.getElementById('root');
if (container) void open(container);
