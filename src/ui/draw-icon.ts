/** What Lucide's icons are drawn by in a build (`vite-plugin-plain-icons.ts`): their data, in the size and the manner that `Icon` asks for. */
import { createElement, type SVGProps } from 'react';

type IconData = { node: readonly (readonly [tag: string, attributes: SVGProps<SVGElement>])[] };
type DrawnProps = SVGProps<SVGSVGElement> & { size?: number };

const manner = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const drawIcon =
  ({ node }: IconData) =>
  ({ size, ...rest }: DrawnProps) =>
    createElement(
      'svg',
      { ...manner, width: size, height: size, ...rest },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
