import { Alert, Modal, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { currentPlace } from './current-place.js';
import { keepPhotoSettings, readPhotoSettings, type PhotoSettings } from './photo-settings.js';

/** How this device treats new photos. */
export function PhotoSettingsDialog({ onClose }: { onClose: () => void }) {
  const [settings, setSettings] = useState(readPhotoSettings);
  const [isPlaceless, setPlaceless] = useState(false);
  const change = (part: Partial<PhotoSettings>) => {
    const changed = { ...settings, ...part };
    setSettings(changed);
    keepPhotoSettings(changed);
  };
  const tellPlace = async (tellsPlace: boolean) => {
    change({ tellsPlace });
    // Asked now, so that no question stands between two photos.
    setPlaceless(tellsPlace && (await currentPlace()) === null);
  };
  return (
    <Modal opened onClose={onClose} title="Cài đặt ảnh trên máy này">
      <Stack>
        <Switch
          label="Giữ ảnh gốc"
          description="Khi tắt, ảnh được thu nhỏ (cạnh dài 2.048 điểm ảnh) trước khi lưu và gửi."
          checked={settings.keepsOriginal}
          onChange={({ currentTarget }) => change({ keepsOriginal: currentTarget.checked })}
        />
        <Switch
          label="Ghi vị trí chụp"
          description="Ảnh vừa chụp được ghi kèm tọa độ theo định vị của máy."
          checked={settings.tellsPlace}
          onChange={({ currentTarget }) => void tellPlace(currentTarget.checked)}
        />
        {isPlaceless && (
          <Alert color="yellow" role="alert">
            Máy chưa cho biết vị trí. Đề nghị bật định vị và cho phép trang này dùng vị trí; ảnh chụp khi chưa có vị trí
            vẫn được lưu.
          </Alert>
        )}
      </Stack>
    </Modal>
  );
}
