import { useTranslation } from 'react-i18next';
import type { ViewFace } from '#app/simulation/view.ts';
import type { Setting } from '#scenarios/kit/looks.ts';
import { portraitAddress } from '../portrait/address.ts';
import { settings } from './settings.tsx';

type StageProps = {
  setting: Setting | null;
  faces: ViewFace[];
  /** The words beside it say all that it says. */
  isDecoration?: boolean;
};

/** Where a scene is, and who is there with what on their face. The faces are said; the place is not. */
export function Stage({ setting, faces, isDecoration = false }: StageProps) {
  const { t } = useTranslation('play');
  if (!setting) return null;
  return (
    <div className={`stage stage-with-${faces.length}`}>
      <Place setting={setting} />
      {faces.map(({ id, name, look, mood }) => (
        <img
          key={id}
          className="stage-face"
          src={portraitAddress(look, mood)}
          alt={isDecoration ? '' : t(`moods.${mood}`, { name })}
          width={220}
          height={220}
        />
      ))}
    </div>
  );
}

/** A place without anybody in it, filling what it stands in. */
export function Place({ setting }: { setting: Setting }) {
  return (
    <svg
      className="place"
      viewBox="0 0 400 225"
      fill="none"
      stroke="currentColor"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      {settings[setting]}
    </svg>
  );
}
