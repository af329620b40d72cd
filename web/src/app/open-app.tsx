import { MantineProvider } from '@mantine/core';
import { can, type MeView } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, useRoutes } from 'react-router';
import { MeProvider } from '../api/me.js';
import { createQueryClient } from '../api/query-client.js';
import { cssVariablesResolver, theme } from '../ui/theme.js';
import '../ui/theme.css';
import { deviceLedger } from './device-ledger.js';
import { Relogin } from './Relogin.js';
import { routes } from './routes.js';

/** Shows the product to a logged-in account. */
export function openApp(container: HTMLElement, me: MeView): void {
  // What is on this device is read while the page comes; who shows it says so when it cannot be.
  if (can(me, 'fieldwork.record')) deviceLedger(me.accountId).catch(() => undefined);
  createRoot(container).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={createQueryClient()}>
          <MeProvider me={me}>
            <BrowserRouter>
              <Addresses />
            </BrowserRouter>
            <Relogin />
          </MeProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

function Addresses() {
  return useRoutes(routes);
}
