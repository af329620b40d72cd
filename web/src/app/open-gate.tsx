import type { MeView } from '@kiemtra/shared/users';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ActivationPage } from '../features/users/ActivationPage.js';
import { LoginPage } from '../features/users/LoginPage.js';
import { Unreachable } from '../features/users/Unreachable.js';

export const ACTIVATION_PATH = '/kich-hoat';

type Reason = 'logged-out' | 'unreachable';

/** Shows what stands before the product: logging in, activating an account, or that the server cannot be reached. */
export function openGate(container: HTMLElement, reason: Reason): void {
  const root = createRoot(container);
  const enter = async (me: MeView) => {
    const { openApp } = await import('./open-app.js');
    root.unmount();
    if (location.pathname === ACTIVATION_PATH) history.replaceState(null, '', '/');
    openApp(container, me);
  };
  const page =
    reason === 'unreachable' ? (
      <Unreachable />
    ) : location.pathname === ACTIVATION_PATH ? (
      <ActivationPage onEnter={enter} />
    ) : (
      <LoginPage onEnter={enter} />
    );
  root.render(<StrictMode>{page}</StrictMode>);
}
