import { Alert, Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { PICTURE_QUALITY } from '@kiemtra/shared/evidence';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useLedger, type AnswerPlace } from '../../../offline/index.js';
import { drawMark, shifted, type Mark, type Point } from './marks.js';
import styles from './photos.module.css';
import { captionField, type ShownFile } from './shown-files.js';

interface PhotoEditorProps {
  picture: Blob;
  /** The file that the picture is of. */
  origin: ShownFile;
  place: AnswerPlace;
  /** The id of the new picture; null when nothing is saved. */
  onDone: (id: string | null) => void;
}

const MOVES: readonly [sign: string, label: string, step: Point][] = [
  ['←', 'Sang trái', { x: -1, y: 0 }],
  ['→', 'Sang phải', { x: 1, y: 0 }],
  ['↑', 'Lên', { x: 0, y: -1 }],
  ['↓', 'Xuống', { x: 0, y: 1 }],
];

/** Arrows, and parts that nobody shall see. What is saved is a new picture; the one it was drawn on is kept from most. */
export function PhotoEditor({ picture, origin, place, onDone }: PhotoEditorProps) {
  const ledger = useLedger();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ground, setGround] = useState<ImageBitmap | null>(null);
  const [kind, setKind] = useState<Mark['kind']>('cover');
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [isSizing, setSizing] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isDrawing = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    createImageBitmap(picture).then(
      (bitmap) => isCurrent && setGround(bitmap),
      () => isCurrent && setFault('Máy này không mở được ảnh để sửa.'),
    );
    return () => {
      isCurrent = false;
    };
  }, [picture]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!ground || !context) return;
    context.drawImage(ground, 0, 0);
    for (const mark of marks) drawMark(context, mark);
  }, [ground, marks]);

  const size = { width: ground?.width ?? 1, height: ground?.height ?? 1 };
  const changeLast = (change: (mark: Mark) => Mark) =>
    setMarks((all) => all.map((mark, index) => (index === all.length - 1 ? change(mark) : mark)));
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
  };
  const addInMiddle = () => {
    const [x, y] = [size.width / 2, size.height / 2];
    const reach = Math.min(x, y) / 3;
    setMarks((all) => [...all, { kind, from: { x: x - reach, y: y - reach }, to: { x: x + reach, y: y + reach } }]);
  };
  const nudge = ({ x, y }: Point) => {
    const length = Math.max(size.width, size.height) / 50;
    changeLast((mark) => shifted(mark, { x: x * length, y: y * length }, isSizing, size));
  };
  const save = async () => {
    setSaving(true);
    try {
      onDone(await keep());
    } catch {
      setFault('Chưa lưu được ảnh đã sửa. Đề nghị thử lại.');
      setSaving(false);
    }
  };
  const keep = async () => {
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.current?.toBlob(resolve, 'image/jpeg', PICTURE_QUALITY),
    );
    if (!blob) throw new Error('The browser draws no picture.');
    const { file, caption } = origin;
    const id = await ledger.addEvidence(place, {
      name: `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`,
      mime: 'image/jpeg',
      bytes: new Uint8Array(await blob.arrayBuffer()),
      capture: {
        ...size,
        ...(file.taken_at && { taken_at: file.taken_at }),
        ...(file.place && { place: file.place }),
        derived_from: file.id,
      },
    });
    if (caption.caption !== null || caption.place !== null) ledger.setWhole(place, captionField(id), caption);
    return id;
  };

  return (
    <Modal
      opened
      fullScreen
      onClose={() => onDone(null)}
      closeOnEscape={marks.length === 0}
      title="Che, đánh dấu trên ảnh"
      closeButtonProps={{ 'aria-label': 'Đóng, không lưu' }}
      classNames={{ body: styles.viewer }}
    >
      <div className={styles.board}>
        <canvas
          ref={canvas}
          {...size}
          aria-label="Ảnh đang sửa. Kéo để che hoặc vẽ mũi tên; bằng bàn phím: bấm Thêm rồi dời."
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            const at = pointOf(event);
            isDrawing.current = true;
            setMarks((all) => [...all, { kind, from: at, to: at }]);
          }}
          onPointerMove={(event) => {
            const at = pointOf(event);
            if (isDrawing.current) changeLast((mark) => ({ ...mark, to: at }));
          }}
          onPointerUp={() => {
            isDrawing.current = false;
            // A tap marks nothing.
            setMarks((all) =>
              all.filter(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y) > size.width / 100),
            );
          }}
        />
      </div>
      <div>
        {fault && (
          <Alert color="red" role="alert" mb="xs">
            {fault}
          </Alert>
        )}
        <p role="status">
          {marks.length === 0
            ? 'Kéo trên ảnh để che khuôn mặt, biển số, giấy tờ của người dân, hoặc vẽ mũi tên.'
            : `${marks.length} chỗ. Bản đã sửa thay ảnh đang hiện; ảnh gốc chỉ trưởng đoàn và Sở xem được.`}
        </p>
      </div>
      <Group gap="xs" className={styles.acts}>
        <SegmentedControl
          aria-label="Công cụ"
          value={kind}
          onChange={(chosen) => setKind(chosen)}
          data={[
            { value: 'cover', label: 'Che' },
            { value: 'arrow', label: 'Mũi tên' },
          ]}
        />
        <Button variant="default" disabled={!ground} onClick={addInMiddle}>
          Thêm
        </Button>
        <Button variant="default" disabled={marks.length === 0} onClick={() => setMarks((all) => all.slice(0, -1))}>
          Hoàn tác
        </Button>
        {marks.length > 0 && (
          <Group gap={4} role="group" aria-label="Dời hoặc đổi cỡ chỗ vừa thêm">
            <Button variant="default" aria-pressed={isSizing} onClick={() => setSizing(!isSizing)}>
              {isSizing ? 'Đổi cỡ' : 'Dời'}
            </Button>
            {MOVES.map(([sign, label, step]) => (
              <Button key={label} variant="default" aria-label={label} onClick={() => nudge(step)}>
                {sign}
              </Button>
            ))}
          </Group>
        )}
        <Button disabled={marks.length === 0 || isSaving} onClick={() => void save()}>
          Lưu ảnh đã sửa
        </Button>
      </Group>
    </Modal>
  );
}
