import { Suspense, useEffect, useState } from 'react';
import { onSessionLost } from '../api/client.js';
import { lazyPart } from '../app-shell/index.js';

const ReloginDialog = lazyPart(async () => (await import('./ReloginDialog.js')).ReloginDialog);

/**
 * The session ended while somebody works: the same account logs in over the page, then every waiting request goes on.
 * The page below stays as it is.
 */
export function Relogin() {
  const [resume, setResume] = useState<(() => void) | null>(null);
  useEffect(() => {
    onSessionLost(() => new Promise((resolve) => setResume(() => resolve)));
    return () => onSessionLost(null);
  }, []);
  if (!resume) return null;
  return (
    <Suspense fallback={null}>
      <ReloginDialog
        onDone={() => {
          setResume(null);
          resume();
        }}
      />
    </Suspense>
  );
}
