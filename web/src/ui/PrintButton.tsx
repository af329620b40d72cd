import { Button } from '@mantine/core';

/** Prints the page; what is not paper carries the class `k-no-print`. */
export function PrintButton({ children = 'In' }: { children?: string }) {
  return (
    <Button variant="default" className="k-no-print" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
