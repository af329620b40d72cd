import { drawingOf, INK, PEN } from './drawing.js';

interface DrawnSignatureProps {
  /** Of the pen: x and y in turn. */
  strokes: readonly (readonly number[])[];
  name: string;
}

/** A signature as it was drawn, as tall as there is room. */
export function DrawnSignature({ strokes, name }: DrawnSignatureProps) {
  const { paths, box } = drawingOf(strokes);
  return (
    <svg role="img" aria-label={`Chữ ký của ${name}`} viewBox={box.join(' ')} width="100%" height="100%">
      {paths.map((path, index) => (
        <path key={index} d={path} fill="none" stroke={INK} strokeWidth={PEN} strokeLinecap="round" />
      ))}
    </svg>
  );
}
