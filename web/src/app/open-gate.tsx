import type { MeView } from '@kiemtra/shared/users';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberMe } from '../api/remembered-me.js';
import { ActivationPage } from '../features/users/ActivationPage.js';
import { LoginPage } from '../features/users/LoginPage.js';
import { Unreachable } from '../features/users/Unreachable.js';

type GatePage = 'log-in' | 'activation' | 'unreachable';

/** Shows what stands before the product: logging in, activating an account, or that the server cannot be reached. */
export function openGate(container: HTMLElement, page: GatePage): void {
  const root = createRoot(container);
  const enter = async (me: MeView) => {
    rememberMe(me);
    const { openApp } = await import('./open-app.js');
    root.unmount();
    if (page === 'activation') history.replaceState(null, '', '/');
    openApp(container, me);
  };
  const pages: Record<GatePage, ReactNode> = {
    'log-in': <LoginPage onEnter={enter} />,
    activation: <ActivationPage onEnter={enter} />,
    unreachable: <Unreachable />,
  };
  root.render(<StrictMode>{pages[page]}</StrictMode>);
}
