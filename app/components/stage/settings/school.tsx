import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';

/** Where a school day happens. */
export const school = {
  classroom: (
    <>
      <path className="wall-shade" d="M0 168h400v8H0z" />
      <path className="sky" d="M34 34h86v92H34z" />
      <path className="frame" d="M34 34h86v92H34zM77 34v92M34 80h86" />
      <path
        className="rain"
        d="m48 46-6 14m22-8-6 14m40-20-6 14m18 2-6 14M52 90l-6 14m24-10-6 14m36-16-6 14"
      />
      <path className="board" d="M160 30h176v86H160z" />
      <path className="writing" d="M178 52h70M178 68h104M178 84h48" />
      <path className="wood" d="M156 116h184v7H156z" />
      <path className="floor" d="M0 176h400v49H0z" />
      <path className="wood" d="M300 160h96v10h-96zm8 10h7v48h-7zm74 0h7v48h-7z" />
    </>
  ),
  corridor: (
    <>
      <path className="floor" d="M0 182h400v43H0z" />
      <path className="wall-shade" d="M0 174h400v8H0z" />
      {[14, 62, 110, 290, 338].map((x) => (
        <g key={x}>
          <path className="locker" d={`M${x} 54h42v120H${x}z`} />
          <path className="frame" d={`M${x + 10} 70h22M${x + 10} 78h22M${x + 32} 116v14`} />
        </g>
      ))}
      <path className="wood" d="M176 34h90v140h-90z" />
      <path className="sky" d="M196 50h50v50h-50z" />
      <path className="frame" d="M196 50h50v50h-50zM252 112v14" />
    </>
  ),
  office: (
    <>
      <path className="floor" d="M0 182h400v43H0z" />
      <path className="wall-shade" d="M0 174h400v8H0z" />
      <path className="wood" d="M34 30h96v144H34z" />
      <path className="board" d="M56 52h52v18H56z" />
      <path className="writing" d="M64 61h36" />
      <path className="frame" d="M118 104v14" />
      <path className="wood" d="M196 84h168v6H196zm0-40h168v6H196z" />
      <path
        className="locker"
        d="M206 56h12v28h-12zm16 6h10v22h-10zm14-8h14v30h-14zm60 2h10v28h-10zm14 4h14v24h-14z"
      />
      <path className="shade" d="M330 28h12v16h-12zM326 28c0-12 6-16 10-16s10 4 10 16z" />
    </>
  ),
  staffroom: (
    <>
      <path className="wall-shade" d="M0 170h400v8H0z" />
      <path className="floor" d="M0 178h400v47H0z" />
      <path className="board" d="M30 28h110v74H30z" />
      <path
        className="locker"
        d="M42 40h34v22H42zm46 0h40v14H88zm-46 32h52v18H42zm62-8h26v28h-26z"
      />
      <path className="wood" d="M214 120h176v10H214z" />
      <path className="wall-shade" d="M222 130h160v44H222z" />
      <path
        className="shade"
        d="M238 120c-4-22 2-36 20-36s24 14 20 36zm18-36v-8h6v8zm22 10c16 0 16 18 2 20v-5c8-2 8-10-2-10z"
      />
      <path className="board" d="M304 98h22v22h-22zm38 4h20v18h-20z" />
      <path className="frame" d="M326 103c8 0 8 11 0 11m36-8c7 0 7 9 0 9" />
    </>
  ),
  outside: (
    <>
      <path className="sky" d="M0 0h400v150H0z" />
      <path className="locker" d="M270 66h96v70h-96zm12 16h24v20h-24zm44 0h24v20h-24z" />
      <path
        className="rain"
        d="m40 20-8 20m52 4-8 20m60-52-8 20m50 16-8 20m58-44-8 20m66 0-8 20m52-36-8 20M70 92l-8 20m92-24-8 20m60-2-8 20"
      />
      <path className="wall-shade" d="M0 138c60-22 120-22 190-6s140 14 210-6v99H0z" />
      <path className="floor" d="M0 186c120-14 280-14 400 0v39H0z" />
      <path
        className="frame"
        d="M20 190v-60m40 56v-60m40 58v-60m200 58v-60m40 60v-60m40 66v-60M10 142h110m170-4h104M10 164h110m170-4h104"
      />
    </>
  ),
} satisfies Partial<Record<Setting, ReactNode>>;
