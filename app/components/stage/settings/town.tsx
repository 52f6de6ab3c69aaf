import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';

/** Where people meet when they are not at school or at home. */
export const town = {
  street: (
    <>
      <path className="sky" d="M0 0h400v180H0z" />
      <path
        className="board"
        d="M60 28c2-10 16-12 20-4 8-6 18 0 16 8H58zm196-10c2-10 16-12 20-4 8-6 18 0 16 8h-38z"
      />
      <path
        className="shade"
        d="M116 28h12v30h-12zm180 12h12v30h-12zM92 58l52-32 52 32zm186 14 4-8 48-28 58 28 12 8z"
      />
      <path
        className="wood"
        d="M28 46h12v30H28zm180-4h12v30h-12zM-8 80l56-38 52 38zm196-6 52-34 50 34z"
      />
      <path className="locker" d="M4 80h92v102H4zM192 74h90v108h-90z" />
      <path className="floor" d="M96 58h96v122H96zm186 14h124v108H282z" />
      <path
        className="board"
        d="M18 92h26v30H18zm42 0h26v30H60zm50-18h26v32h-26zm42 0h26v32h-26zm54 12h26v30h-26zm40 0h26v30h-26zm50 0h26v30h-26zm44 0h26v30h-26zM58 136h28v30H58zm52-12h28v34h-28zm136 6h28v32h-28zm50 0h28v32h-28z"
      />
      <path
        className="line"
        d="M31 92v30m42-30v30m50-48v32m42-32v32m54-20v30m40-30v30m50-30v30m44-30v30M72 136v30m52-42v34m136-28v32m50-32v32"
      />
      <path className="wood" d="M152 128h24v52h-24zm186 4h24v48h-24z" />
      <path className="shade" d="M22 134h24v46H22zm186-4h24v50h-24z" />
      <path className="wall-shade" d="M0 206h400v19H0z" />
      <path className="frame" d="M0 205h400M0 180h400" />
      <path className="wood" d="M93 140h6v50h-6z" />
      <path
        className="shade"
        d="M82 150c-12 0-16-14-8-22-2-12 8-20 14-16 6-10 20-8 22 2 10 2 12 14 6 20 4 10-4 18-14 16z"
      />
      <path className="frame" d="M328 196V82" />
      <path className="board" d="M320 64h16l-3 18h-10z" />
      <path className="shade" d="M316 64c4-8 20-8 24 0z" />
    </>
  ),
  park: (
    <>
      <path className="sky" d="M0 0h400v160H0z" />
      <path
        className="board"
        d="M178 32c2-12 18-14 24-5 10-6 20 0 19 10h-45zm76 22c2-8 12-10 16-3 7-4 14 0 13 7h-31z"
      />
      <path
        className="shade faint"
        d="M120 122c-4-12 4-26 16-24 2-14 24-16 28-2 12-2 16 12 12 26zm100 0c-8-12 2-26 12-22 2-12 22-12 24 0 10-2 16 10 12 22z"
      />
      <path className="wall-shade" d="M0 124c50-20 110-22 190-8s140 10 210-8v117H0z" />
      <path
        className="floor"
        d="M172 114c46 14 36 36-8 60-32 17-50 32-56 51h132c6-22 22-36 30-50 14-26-26-50-98-61z"
      />
      <path className="wood" d="M82 84h10v80H82zm254-10h10v70h-10z" />
      <path
        className="shade"
        d="M60 104c-18 0-26-20-14-32-10-14 2-32 18-30 4-18 34-22 42-4 18-2 28 18 18 32 10 14-2 32-20 30-8 10-32 14-44 4zm262-14c-12 0-18-14-10-22-6-12 2-24 14-22 4-12 26-12 30 0 14-2 20 14 14 24 6 12-4 22-16 20-6 8-24 10-32 0z"
      />
      <path
        className="frame"
        d="m248 162 16-56m16 56-16-56h70l-16 56m32 0-16-56M276 106v40m12 0v-40m22 0v34m12 0v-34m-48 40h16m18-6h16"
      />
      <path
        className="wood"
        d="M54 150h90v6H54zm0 12h90v6H54zm-6 13h102v6H48zm10-27h5v50h-5zm78 0h5v50h-5z"
      />
    </>
  ),
  shop: (
    <>
      <path className="floor" d="M0 188h400v37H0z" />
      <path className="wood" d="M40 64h236v6H40zm0 42h236v6H40z" />
      <path
        className="locker"
        d="M48 46h18v18H48zm42-6h16v24H90zm54 6h20v18h-20zm94-8h16v26h-16zM72 86h18v20H72zm62-4h16v24h-16zm96 4h22v20h-22z"
      />
      <path
        className="shade"
        d="M74 40h6v6h3v18H71V46h3zm94 0h14v24h-14zm46-2h6v6h4v20h-14V44h4zM50 82h14v24H50zm106 6h14v18h-14zm32-10h6v6h4v22h-14V84h4z"
      />
      <path
        className="board"
        d="M114 48h22v16h-22zm76-6h14v22h-14zm68 4h14v18h-14zM98 84h26v22H98zm108 0h14v22h-14zm52 4h12v18h-12z"
      />
      <path className="sky" d="M292 44h60v94h-60z" />
      <path
        className="frame"
        d="M292 138V44h60v94m-30 0V44m-30 32h60m-60 32h60M316 86v14m12-14v14"
      />
      <path
        className="shade"
        d="M298 56h4v4h2v14h-8V60h2zm10 0h4v4h2v14h-8V60h2zm22 0h4v4h2v14h-8V60h2zm10 0h4v4h2v14h-8V60h2z"
      />
      <path
        className="board"
        d="M24 8h352v17q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0q-16 16-32 0z"
      />
      <path
        className="wood"
        d="M24 8h32v17q-16 16-32 0zm64 0h32v17q-16 16-32 0zm64 0h32v17q-16 16-32 0zm64 0h32v17q-16 16-32 0zm64 0h32v17q-16 16-32 0zm64 0h32v17q-16 16-32 0z"
      />
      <path className="locker" d="M38 142h124v46H38zm124 0h124v46H162zm124 0h124v46H286z" />
      <path
        className="floor"
        d="M77 110a8 8 0 1 0 .1 0zm16-4a9 9 0 1 0 .1 0zm16 4a8 8 0 1 0 .1 0z"
      />
      <path className="wood" d="M28 134h372v10H28zM66 120h54l-5 14H71z" />
      <path className="shade" d="M254 116h52v18h-52zm6-22h40l4 18h-48z" />
      <path className="board" d="M266 98h28v9h-28z" />
    </>
  ),
} satisfies Partial<Record<Setting, ReactNode>>;
