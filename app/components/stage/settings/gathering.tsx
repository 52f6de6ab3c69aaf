import type { ReactNode } from 'react';
import type { Setting } from '#scenarios/kit/looks.ts';

/** Where many people come together. */
export const gathering = {
  canteen: (
    <>
      <path className="wall-shade" d="M0 172h400v8H0z" />
      <path className="floor" d="M0 180h400v45H0z" />
      <path className="shade" d="M100 40h208v72H100z" />
      <path
        className="wall-shade"
        d="M108 64h192v4H108zm10-8h22v8h-22zm30-6h12v14h-12zm104 4h16v10h-16zm24-6h12v16h-12zM72 122h256v50H72z"
      />
      <path className="floor" d="M134 20h32l10 20h-52zm100 0h32l10 20h-52z" />
      <path
        className="board"
        d="M112 112c0-22 40-22 40 0zm118-14h60v14h-60zM52 38h34v50H52zM316 106h32v4h-32zm0-7h32v4h-32zm0-7h32v4h-32z"
      />
      <path className="writing" d="M59 50h20m-20 10h14m-14 10h18" />
      <path className="locker" d="M168 90h44v22h-44z" />
      <path className="frame" d="M150 0v20m100-20v20M162 90h56M58 138h284" />
      <path
        className="wood"
        d="M60 112h304v10H60zM28 168h150v8H28zm194 0h150v8H222zM44 176h6v40h-6zm112 0h6v40h-6zm82 0h6v40h-6zm112 0h6v40h-6zM20 196h166v6H20zm194 0h166v6H214z"
      />
      <path className="board" d="M90 160h26v8H90zm182-6h12v14h-12zm20 10h36v4h-36z" />
    </>
  ),
  hall: (
    <>
      <path className="wall-shade" d="M60 26h280v118H60z" />
      <path className="board faint" d="m150 30-46 114h112L166 30zm84 0-50 114h112L250 30z" />
      <path
        className="shade"
        d="M50 14h70c4 56-10 100-42 130H50zM280 14h70v130h-28c-32-30-46-74-42-130zM50 14h300v22q-25 20-50 0-25 20-50 0-25 20-50 0-25 20-50 0-25 20-50 0-25 20-50 0z"
      />
      <path
        className="fold"
        d="M68 46c0 40-2 68-6 96m24-94c0 38-4 64-14 90m32-92c-2 36-8 60-18 78m246-78c0 40 2 68 6 96m-24-94c0 38 4 64 14 90m-32-92c2 36 8 60 18 78"
      />
      <path className="wood" d="M30 144h340v8H30zm152-38h36v6h-36zm8 6h20v32h-20z" />
      <path className="wall-shade" d="M40 152h320v22H40z" />
      <path className="floor" d="M0 174h400v51H0z" />
      <path
        className="locker"
        d="M42 190q0-8 8-8h26q8 0 8 8v20H42zm69 0q0-8 8-8h26q8 0 8 8v20h-42zm68 0q0-8 8-8h26q8 0 8 8v20h-42zm68 0q0-8 8-8h26q8 0 8 8v20h-42zm69 0q0-8 8-8h26q8 0 8 8v20h-42z"
      />
      <path
        className="frame"
        d="M46 212v20m34-20v20m35-20v20m34-20v20m34-20v20m34-20v20m34-20v20m34-20v20m35-20v20m34-20v20"
      />
    </>
  ),
  sportsHall: (
    <>
      <path className="wall-shade" d="M0 168h400v8H0z" />
      <path className="floor" d="M0 176h400v49H0z" />
      <path className="sky" d="M40 12h320v28H40z" />
      <path className="frame" d="M40 12h320v28H40zm80 0v28m80-28v28m80-28v28" />
      <path
        className="wood"
        d="M58 54h5v114h-5zm56 0h5v114h-5zM63 62h51v4H63zm0 16h51v4H63zm0 16h51v4H63zm0 16h51v4H63zm0 16h51v4H63zm0 16h51v4H63z"
      />
      <path className="board" d="M258 50h84v58h-84z" />
      <path className="frame" d="M258 50h84v58h-84zm26 18h32v26h-32zM282 104h36" />
      <path className="line" d="m285 106 6 28h18l6-28m-22 0 4 28m12-28-4 28m-18-18 22 8m4-8-22 8" />
      <path className="court" d="M-10 196h420M250 225c0-38 100-38 100 0M150 176v60" />
      <path className="wood" d="M78 178a15 15 0 1 0 .1 0z" />
      <path className="line" d="M78 178v30m-15-15h30m-26-11c8 6 8 16 0 22m22-22c-8 6-8 16 0 22" />
    </>
  ),
  library: (
    <>
      <path className="floor" d="M0 0h400v225H0z" />
      <path className="board faint" d="M0 0h400v182H0z" />
      <path className="wood faint" d="M0 182h400v43H0z" />
      <path className="wood" d="M14 16h124v170H14zm248 0h124v170H262z" />
      <path
        className="floor"
        d="M22 24h108v42H22zm0 50h108v46H22zm0 54h108v50H22zm248-104h108v42H270zm0 50h108v46H270zm0 54h108v50H270z"
      />
      <path
        className="shade"
        d="M28 32h11v34H28zm31 4h13v30H59zm40-6h11v36H99zM24 84h13v36H24zm35-2h11v38H59zm34 6h13v32H93zM30 140h13v38H30zm41-4h11v42H71zm33 8h12v34h-12zM276 30h12v36h-12zm38 6h13v30h-13zm45-4h11v34h-11zm-83 54h11v34h-11zm28-4h12v38h-12zm42 6h13v32h-13zm-70 50h13v40h-13zm41 4h11v36h-11zm30-4h13v40h-13z"
      />
      <path
        className="board"
        d="M40 38h9v28h-9zm34-4h11v32H74zM38 90h10v30H38zm33-4h11v34H71zm49 2h9v32h-9zM44 146h12v32H44zm39-4h10v36H83zM290 38h10v28h-10zm39-4h12v32h-12zm-41 52h9v34h-9zm29 4h11v30h-11zm-27 52h12v36h-12zm40 4h10v32h-10z"
      />
      <path
        className="wall-shade"
        d="M50 34h8v32h-8zm36 6h12v26H86zm25-4h10v30h-10zM49 86h9v34h-9zm58-6h12v40h-12zm-50 58h13v40H57zm36-2h10v42H93zm24 6h9v36h-9zM302 36h11v30h-11zm41 2h14v28h-14zm28-4h6v32h-6zm-41 48h15v38h-15zm31 4h14v34h-14zm-58 54h12v38h-12zm59-2h13v40h-13z"
      />
      <path className="sky" d="M164 134V62c0-44 72-44 72 0v72z" />
      <path className="frame" d="M164 134V62c0-44 72-44 72 0v72zm36-104v104M164 84h72" />
      <path className="wood" d="M152 134h96v7h-96zM156 141h6v45h-6zm82 0h6v45h-6z" />
      <path className="shade" d="M224 134v-20h-9l6-15h14l6 15h-9v20z" />
      <path
        className="board"
        d="M170 134c8-5 14-5 18 0 4-5 10-5 18 0l-3-12c-6-4-12-3-15 1-3-4-9-5-15-1z"
      />
    </>
  ),
  meetingRoom: (
    <>
      <path className="wall-shade" d="M0 172h400v8H0z" />
      <path className="floor" d="M0 180h400v45H0z" />
      <path className="board" d="M136 22h128v76H136zM58 44h52v68H58zM316 26a20 20 0 1 0 .1 0z" />
      <path
        className="wall-shade"
        d="M156 66h14v18h-14zm22-10h14v28h-14zm22 4h14v24h-14zm22-22h14v46h-14z"
      />
      <path
        className="frame"
        d="M136 22h128v76H136zM58 44h52v68H58zm6 68-10 62m50-62 10 62M316 26a20 20 0 1 0 .1 0zm0 8v12h8"
      />
      <path className="writing" d="M148 84h100M68 60h30M68 72h22m-22 12h26" />
      <path className="wood" d="M324 146h24l-4 34h-16z" />
      <path
        className="shade"
        d="M336 146c-24-14-24-44-14-48 10 8 12 18 12 26 0-20 6-36 18-38 8 20 0 46-16 60z"
      />
      <path
        className="locker"
        d="M62 132c0-14 50-14 50 0v34H62zm78 0c0-14 50-14 50 0v34h-50zm78 0c0-14 50-14 50 0v34h-50z"
      />
      <path className="wood" d="M38 160h254l24 22H14zM34 182h10v43H34zm252 0h10v43h-10z" />
      <path className="board" d="M158 142h24l-3 30h-18zm-34 14h13l-2 17h-9zm74 0h13l-2 17h-9z" />
      <path className="sky" d="M160 152h20l-2 18h-16z" />
    </>
  ),
} satisfies Partial<Record<Setting, ReactNode>>;
