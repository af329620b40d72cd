import { Button } from '@mantine/core';
import type { Stroke } from '@kiemtra/shared/minutes';
import { useEffect, useEffectEvent, useRef } from 'react';
import SignaturePad from 'signature_pad';
import { INK } from '../../ui/drawing.js';
import styles from './minutes.module.css';
import { strokesOf } from './signature-strokes.js';

interface SignatureFieldProps {
  isDrawn: boolean;
  /** What is drawn so far, after each stroke; empty when it was wiped. */
  onDraw: (strokes: Stroke[]) => void;
}

/** A field to draw a signature on; it keeps what is drawn when the device is turned. */
export function SignatureField({ isDrawn, onDraw }: SignatureFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const told = useEffectEvent((drawing: SignaturePad, width: number) =>
    onDraw(
      strokesOf(
        drawing.toData().map(({ points }) => points),
        width,
      ),
    ),
  );
  useEffect(() => {
    const { current: field } = canvas;
    if (!field) return undefined;
    const drawing = new SignaturePad(field, { penColor: INK });
    pad.current = drawing;
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1);
      Object.assign(field, { width: field.clientWidth * ratio, height: field.clientHeight * ratio });
      field.getContext('2d')?.scale(ratio, ratio);
      drawing.redraw();
    };
    const observer = new ResizeObserver(fit);
    observer.observe(field);
    drawing.addEventListener('endStroke', () => told(drawing, field.clientWidth));
    return () => {
      observer.disconnect();
      drawing.off();
    };
  }, []);
  return (
    <div className={styles.stack}>
      <canvas ref={canvas} className={styles.pad} aria-label="Ô ký: vẽ chữ ký bằng tay, bút hoặc chuột" />
      <Button
        variant="default"
        disabled={!isDrawn}
        className={styles.start}
        onClick={() => {
          pad.current?.clear();
          onDraw([]);
        }}
      >
        Xóa nét
      </Button>
    </div>
  );
}
