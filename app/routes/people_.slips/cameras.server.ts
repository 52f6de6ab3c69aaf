import QRCode from 'qrcode';
import type { Slip } from '#app/modules/people/slips.server.ts';

/** Slips, with each link as a phone's camera reads it: nobody types one off paper. */
export async function withCameras(slips: Slip[]) {
  return Promise.all(
    slips.map(async (slip) => ({
      ...slip,
      camera: 'link' in slip.way ? await cameraOf(slip.way.link) : null,
    })),
  );
}

async function cameraOf(link: string): Promise<string> {
  const svg = await QRCode.toString(link, { type: 'svg', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
