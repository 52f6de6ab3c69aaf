import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';

/** Rooms of a home: the sand of the floor warms their walls. */
export const home = {
  kitchen: (
    <>
      <path className="floor" d="M0 0h400v225H0z" />
      <path className="board faint" d="M0 0h400v176H0z" />
      <path className="wood faint" d="M0 182h400v43H0z" />
      <path className="board faint" d="M0 84h284v40H0z" />
      <path className="sky" d="M150 22h86v68h-86z" />
      <path className="wall-shade" d="M150 72c26-14 56-12 86-2v20h-86z" />
      <path className="frame" d="M150 22h86v68h-86zm43 0v68" />
      <path
        className="shade"
        d="M166 80c-9-5-8-17-3-18 4 2 5 6 6 9 0-7 3-12 8-12 3 4 1 16-6 21zm48 0c-10-3-11-12-7-14 4 0 6 4 7 7 1-6 5-10 10-8 1 6-3 12-8 15z"
      />
      <path
        className="wood"
        d="M160 78h18l-3 14h-12zm46 2h16l-3 12h-10zM142 90h102v6H142zM44 58h86v5H44zm43-28h16v5H87zm21 8h14v5h-14zM266 18c12 0 20 8 20 20h-40c0-12 8-20 20-20z"
      />
      <path
        className="board"
        d="M52 42h28c0 21-28 21-28 0zm6 24h13v14H58zm22 0h13v14H80zm22 0h13v14h-13zM260 38h12q-6 12-12 0z"
      />
      <path
        className="line"
        d="M71 70c6-1 6 7 0 6m22-6c6-1 6 7 0 6m22-6c6-1 6 7 0 6M266 0v18M200 122v-14c0-10 14-10 14 0v4"
      />
      <path
        className="locker"
        d="M89 35h12v22H89zm21 8h10v14h-10zM-2 130h56v44H-2zm112 0h56v44h-56zm56 0h56v44h-56zm56 0h56v44h-56z"
      />
      <path className="frame" d="M150 138h8m16 0h8m32 0h-8m26 0h8" />
      <path className="board" d="M54 130h56v44H54z" />
      <path
        className="shade"
        d="M62 146h40v22H62zm0-12h6v4h-6zm10 0h6v4h-6zM58 106h5v-6h38v6h5v4h-5v6c0 4-2 6-6 6H69c-4 0-6-2-6-6v-6h-5zm5-9c4-6 34-6 38 0zm16-8h6v4h-6z"
      />
      <path
        className="wood"
        d="M0 122h284v8H0zM253 97a7 7 0 1 0 .1 0zm13-4a8 8 0 1 0 .1 0zM366 34h34v140h-34z"
      />
      <path className="locker" d="M240 108h42c-2 18-40 18-42 0z" />
      <path className="board" d="M302 40h38q6 0 6 6v128h-50V46q0-6 6-6z" />
      <path className="frame" d="M296 90h50m-42-20v10m0 20v20" />
      <path className="sky" d="M314 50h24v26h-24z" />
      <path className="wood" d="M331 54a4 4 0 1 0 .1 0z" />
      <path className="shade" d="M314 76v-7c8-8 16-2 24-5v12z" />
    </>
  ),
  livingRoom: (
    <>
      <path className="floor" d="M0 0h400v225H0z" />
      <path className="board faint" d="M0 0h400v176H0z" />
      <path className="wood faint" d="M0 182h400v43H0z" />
      <path
        className="board faint"
        d="M200 188c100 0 150 8 150 18s-50 17-150 17-150-7-150-17 50-18 150-18zM326 48a42 42 0 1 0 .1 0z"
      />
      <path className="sky" d="M62 30h64v78H62z" />
      <path className="wall-shade" d="M62 88c18-12 44-10 64-2v22H62z" />
      <path className="frame" d="M62 30h64v78H62zm32 0v78M40 22h108" />
      <path
        className="wall-shade"
        d="M46 22h28c0 40-6 74-14 104H44c4-34 4-70 2-104zm96 0h-28c0 40 6 74 14 104h16c-4-34-4-70-2-104z"
      />
      <path className="wood" d="M172 24h62v46h-62zm74 6h30v36h-30z" />
      <path className="board" d="M177 29h52v36h-52zm74 6h20v26h-20z" />
      <path className="sky" d="M177 29h52v24h-52z" />
      <path
        className="shade"
        d="M177 65V54c12-12 22-4 28 0 8-8 16-8 24-2v13zM261 57c-9-3-8-14-3-16 3 2 3 5 3 8 0-4 2-8 5-8 3 5 2 13-5 16z"
      />
      <path className="wood" d="M217 35a5 5 0 1 0 .1 0z" />
      <path className="wood" d="M302 128h48v54h-48z" />
      <path className="floor" d="M307 134h38v20h-38z" />
      <path
        className="shade"
        d="M311 138h5v16h-5zm7 3h6v13h-6zM322 124c-4-8-2-16 4-18 6 2 8 10 4 18l4 4h-16z"
      />
      <path className="board" d="M316 76h20l10 28h-40z" />
      <path className="locker" d="M104 118c0-12 6-18 18-18h148c12 0 18 6 18 18v40H104z" />
      <path className="locker" d="M108 146h88v22h-88zm88 0h88v22h-88z" />
      <path className="wood" d="m124 116 28-6 6 30-28 6z" />
      <path className="board" d="m240 112 28 6-6 28-28-6z" />
      <path className="locker" d="M88 142c0-18 24-18 24 0v26h168v-26c0-18 24-18 24 0v42H88z" />
      <path className="wood" d="M98 184h9v10h-9zm187 0h9v10h-9z" />
    </>
  ),
  bedroom: (
    <>
      <path className="floor" d="M0 0h400v225H0z" />
      <path className="board faint" d="M0 0h400v176H0z" />
      <path className="wood faint" d="M0 182h400v43H0z" />
      <path
        className="board faint"
        d="M170 192c80 0 116 6 116 15s-36 15-116 15-116-6-116-15 36-15 116-15z"
      />
      <path className="sky" d="M60 26h60v76H60z" />
      <path className="frame" d="M60 26h60v76H60zm30 0v76" />
      <path className="board" d="M56 22h68v30H56z" />
      <path
        className="wood"
        d="M52 102h76v6H52zM142 24h62v46h-62zm88 32h112v5H230zM66 90h14l-2 12H68zM340 102c0-8 10-8 10 0v86h-10zM176 140c0-6 8-6 8 0v48h-8zm0 38h164v6H176z"
      />
      <path
        className="shade"
        d="M73 90c-10-5-9-19-4-20 4 2 4 7 4 11 1-7 4-12 8-11 3 6 0 16-8 20zM236 28h9v28h-9zm26 3h7v25h-7zM318 44c-9-3-8-14-3-16 3 2 3 5 3 8 0-4 2-8 5-8 3 5 2 13-5 16z"
      />
      <path className="board" d="m148 31 20-2 2 18-20 2zm30 20 20 1-1 13-20-1zm68-17h12v22h-12z" />
      <path className="sky" d="m176 29 22 2-1 15-22-2zm-26 26 20-1v11h-20z" />
      <path className="wood" d="M272 36l8-2 6 22h-8zm38 8h16l-2 12h-12z" />
      <path className="line" d="M268 61v6m-11 16c0-18 22-18 22 0" />
      <path className="shade" d="M254 80h7v13h-3c-5 0-6-10-4-13zm28 0h-7v13h3c5 0 6-10 4-13z" />
      <path className="board" d="M290 122h48v24h-48c-9 0-9-24 0-24z" />
      <path className="locker" d="M180 144c40-6 70-4 112-4 12 0 16 8 18 16l30 2v22H180z" />
      <path className="line" d="M206 141v39m26-41v41m26-41v41m26-41v41" />
      <path className="shade" d="M128 158c0-20 34-20 34 0l2 32h-38z" />
      <path className="line" d="M138 143c0-10 14-10 14 0" />
      <path className="wall-shade" d="M133 168h24v14h-24zm0-6h24v2h-24z" />
    </>
  ),
} satisfies Partial<Record<Setting, ReactNode>>;
