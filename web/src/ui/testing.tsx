import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import { useEffect, type ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { theme } from './theme.js';

/** Renders a screen as the product does, at an address; `address()` tells where a click led. */
export function renderScreen(screen: ReactElement, start = '/'): RenderResult & { address: () => string } {
  let address = start;
  const result = render(
    <MantineProvider env="test" theme={theme}>
      <MemoryRouter initialEntries={[start]}>
        {screen}
        <Witness onAddress={(current) => (address = current)} />
      </MemoryRouter>
    </MantineProvider>,
  );
  return { ...result, address: () => address };
}

function Witness({ onAddress }: { onAddress: (address: string) => void }) {
  const { pathname, search } = useLocation();
  useEffect(() => {
    onAddress(pathname + search);
  }, [pathname, search, onAddress]);
  return null;
}
