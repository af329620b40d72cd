import { Suspense, useState } from 'react';
import { lazyPart } from '../../app-shell/index.js';
import controls from './controls/controls.module.css';

const PhotoSettingsDialog = lazyPart(async () => (await import('./photos/PhotoSettingsDialog.js')).PhotoSettingsDialog);

/** The way to how this device treats new photos: on the sheet before the first one, and beside those that were taken. */
export function PhotoSettings() {
  const [isSetting, setSetting] = useState(false);
  return (
    <>
      <button type="button" className={controls.link} onClick={() => setSetting(true)}>
        Cài đặt ảnh
      </button>
      {isSetting && (
        <Suspense fallback={null}>
          <PhotoSettingsDialog onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </>
  );
}
