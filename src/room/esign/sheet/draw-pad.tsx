import { type CSSProperties, type PointerEvent, useRef, useState } from 'react';
import Eraser from 'lucide-react/icons/eraser';
import Undo2 from 'lucide-react/icons/undo-2';

import { limits } from '#contract/limits.ts';
import { type Point, toCurve } from '#domain/esign-ink.ts';
import { Text } from '#lib/i18n/text.tsx';
import { toPathData } from '#room/esign/sheet/mark-picture.tsx';
import styles from '#room/esign/sheet/draw-pad.module.css';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

/** Points from 0 to 1 in both directions. */
export type Strokes = readonly (readonly Point[])[];

type DrawPadProps = {
  label: string;
  hint: string;
  strokes: Strokes;
  /** Width divided by height; kept whatever the screen does. */
  aspect: number;
  onChange: (strokes: Strokes) => void;
};

const padHeight = 1000;

/**
 * A place to draw. The ink is points in unit space and is shown as curves in an SVG of fixed proportions: turning the phone or
 * resizing the window cannot move it, it is as crisp as the screen, and browsers that guard their canvas draw it as well.
 */
export const DrawPad = ({ label, hint, strokes, aspect, onChange }: DrawPadProps) => {
  const { current, handlers } = usePen(strokes, onChange);
  const shown = current ? [...strokes, current] : strokes;
  const style: CSSProperties & Record<'--aspect', number> = { '--aspect': aspect };
  return (
    <div className={styles['pad']} style={style}>
      <svg
        className={styles['paper']}
        viewBox={`0 0 ${padHeight * aspect} ${padHeight}`}
        role="img"
        aria-label={label}
        {...handlers}
      >
        <line
          className={styles['line']}
          x1={padHeight * aspect * 0.06}
          x2={padHeight * aspect * 0.94}
          y1={padHeight * 0.76}
          y2={padHeight * 0.76}
        />
        {shown.map((stroke, index) => (
          <Stroke key={index} stroke={stroke} aspect={aspect} />
        ))}
      </svg>
      <p className={styles['hint']}>{hint}</p>
      <div className={styles['tools']}>
        <Button variant="quiet" icon={<Icon icon={Undo2} directional />} onClick={() => onChange(strokes.slice(0, -1))}>
          <Text id="esign.sheet.undo" />
        </Button>
        <Button variant="quiet" icon={<Icon icon={Eraser} />} onClick={() => onChange([])}>
          <Text id="esign.sheet.clear" />
        </Button>
      </div>
    </div>
  );
};

const Stroke = ({ stroke, aspect }: { stroke: readonly Point[]; aspect: number }) => (
  <path
    className={styles['stroke']}
    d={toPathData(toCurve(stroke.map(([x, y]): Point => [x * padHeight * aspect, y * padHeight])))}
  />
);

/** Moves shorter than this (in unit space) add nothing but bytes. */
const minMove = 0.004;

/** One pen at a time: a palm or a second finger draws nothing. */
function usePen(strokes: Strokes, onChange: (strokes: Strokes) => void) {
  const pen = useRef<number | null>(null);
  const [current, setCurrent] = useState<readonly Point[] | null>(null);

  const start = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current !== null || event.button !== 0 || strokes.length >= limits.strokesPerSignature) return;
    pen.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCurrent([toPoint(event.currentTarget, event)]);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current !== event.pointerId) return;
    const pad = event.currentTarget;
    const points = listMoves(event.nativeEvent).map((one) => toPoint(pad, one));
    setCurrent((before) => points.reduce(addPoint, before ?? []));
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current !== event.pointerId) return;
    pen.current = null;
    if (current) onChange([...strokes, current]);
    setCurrent(null);
  };
  return { current, handlers: { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end } };
}

/** Between two frames a fast hand makes many points; without them its curves become corners. Not every browser tells. */
function listMoves(event: globalThis.PointerEvent): globalThis.PointerEvent[] {
  const events = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return events.length > 0 ? events : [event];
}

function addPoint(stroke: readonly Point[], point: Point): readonly Point[] {
  const last = stroke.at(-1);
  if (stroke.length >= limits.pointsPerStroke) return stroke;
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < minMove) return stroke;
  return [...stroke, point];
}

function toPoint(pad: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = pad.getBoundingClientRect();
  return [toUnit((clientX - left) / width), toUnit((clientY - top) / height)];
}

const toUnit = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 10_000) / 10_000;
