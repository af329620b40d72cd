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
import { openEarly } from './device-ledger.js';
import { Relogin } from './Relogin.js';
import { routes } from './routes.js';

/** Shows the product to a logged-in account. */
export function openApp(container: HTMLElement, me: MeView): void {
  if (can(me, 'fieldwork.record')) void openEarly(me.accountId, location.pathname);
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
