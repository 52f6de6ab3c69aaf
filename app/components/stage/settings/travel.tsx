import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';

/** On the way. */
export const travel = {
  carInside: (
    <>
      <path className="shade" d="M22 36c110-24 246-24 356 0l34 100H-12z" />
      <path className="sky" d="M38 42c104-22 220-22 324 0l26 86H12z" />
      <path
        className="shade faint"
        d="M66 96c-8-12 2-28 14-24 4-14 26-14 28 2 14-4 20 12 12 22zm206-2c-6-12 2-24 12-20 2-12 22-12 24 0 12-2 16 12 10 20z"
      />
      <path className="wall-shade" d="M20 94c44-14 112-16 180-8s130 12 178 8l12 44H10z" />
      <path className="floor" d="m104 130 84-43h24l84 43z" />
      <path className="court" d="M200 91v5m0 8v8m0 6v8" />
      <path
        className="locker"
        d="M70 22c26-6 54-8 80-10v16c-24 2-50 4-74 8zm260 0c-26-6-54-8-80-10v16c24 2 50 4 74 8zM-10 126c130-16 290-16 420 0v110H-10z"
      />
      <path className="frame" d="M200 6v14M46 176h78M-10 150c130-14 290-14 420 0" />
      <path
        className="shade"
        d="M172 20h56q8 0 8 10t-8 10h-56q-8 0-8-10t8-10zM156 158h66v34h-66zM60 156h50v12H60zm286 0h40v12h-40z"
      />
      <path className="sky" d="M174 24h52q6 0 6 6t-6 6h-52q-6 0-6-6t6-6zM162 164h34v22h-34z" />
      <path className="shade" d="M258 150c4-30 76-30 80 0z" />
      <path className="wheel" d="M298 108a44 44 0 1 0 .1 0z" />
      <path className="shade" d="M256 146h84v9l-28 6-8 36h-12l-8-36-28-6z" />
    </>
  ),
  bus: (
    <>
      <path className="floor" d="M0 192h400v33H0z" />
      <path className="wall-shade" d="M0 128h400v64H0z" />
      <path
        className="sky"
        d="M38 34h86q8 0 8 8v70H30V42q0-8 8-8zm118 0h88q8 0 8 8v70H148V42q0-8 8-8zm120 0h86q8 0 8 8v70H268V42q0-8 8-8z"
      />
      <path
        className="wall-shade"
        d="M30 96l18-14 18 14h20V78h20v18l14-10 12 10v16H30zm118-6c20-12 34-10 48-2 14-12 40-10 56 0v22H148zm120 6V82h24v10l16-14 16 14v4c14-8 32-8 46-2v18H268z"
      />
      <path
        className="frame"
        d="M38 34h86q8 0 8 8v70H30V42q0-8 8-8zm118 0h88q8 0 8 8v70H148V42q0-8 8-8zm120 0h86q8 0 8 8v70H268V42q0-8 8-8zM30 54h102m16 0h104m16 0h102"
      />
      <path className="board" d="M0 0h400v6H0z" />
      <path
        className="line"
        d="M70 18v12l-8 14h16l-8-14m38-12v12l-8 14h16l-8-14m68-12v12l-8 14h16l-8-14m46-12v12l-8 14h16l-8-14m68-12v12l-8 14h16l-8-14m38-12v12l-8 14h16l-8-14"
      />
      <path className="wood" d="M0 14h400v6H0zM137 20h6v205h-6zm120 0h6v205h-6z" />
      <path
        className="shade"
        d="M134 112h12v16h-12zm120 0h12v16h-12zM34 152q0-10 10-10h76q10 0 10 10v52H34zm119 0q0-10 10-10h74q10 0 10 10v52h-94zm117 0q0-10 10-10h76q10 0 10 10v52h-96zM44 138q0-8 8-8h18q8 0 8 8v8H44zm42 0q0-8 8-8h18q8 0 8 8v8H86zm76 0q0-8 8-8h18q8 0 8 8v8h-34zm42 0q0-8 8-8h18q8 0 8 8v8h-34zm76 0q0-8 8-8h18q8 0 8 8v8h-34zm42 0q0-8 8-8h18q8 0 8 8v8h-34z"
      />
      <path className="board" d="M140 117a3 3 0 1 0 .1 0zm120 0a3 3 0 1 0 .1 0z" />
      <path
        className="fold"
        d="M82 150v50m118-50v50m118-50v50M48 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8M96 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8M164 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8M212 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8M282 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8M330 160l6 8m14-8-6 8m-10 10 6 8m14-8-6 8"
      />
    </>
  ),
} satisfies Partial<Record<Setting, ReactNode>>;
