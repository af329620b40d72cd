import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { apiHref, type QueryParams } from '../api/client.js';

interface DownloadButtonProps {
  /** Address under the API: "/plans/…/findings.xlsx". */
  path: string;
  query?: QueryParams;
  children: ReactNode;
}

/** A file made by the server; the browser keeps it and shows how far it has come. */
export function DownloadButton({ path, query, children }: DownloadButtonProps) {
  return (
    <Button
      variant="default"
      component="a"
      href={apiHref(path, query)}
      download
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {children}
    </Button>
  );
}
