import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  MaxPartSizeExceededError,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node';
import type { Mapping } from './import/headers.ts';
import { columnNames } from './import/problems.ts';
import type { StaffList } from './import-list.server.ts';

const maxPartSize = 5 * 1024 * 1024;
const maxHeader = 200;

export type UploadProblem = 'broken' | 'no-file' | 'too-large';
type Uploaded = Pick<StaffList, 'mapping' | 'leaversAreAbsent'> &
  ({ bytes: Uint8Array } | { problem: UploadProblem });

/** The form with a staff list, as a browser sends it; fields that are none of it are left out. */
export async function readUpload(request: Request): Promise<Uploaded> {
  const form = await readForm(request);
  if (typeof form === 'string') return { problem: form, mapping: {}, leaversAreAbsent: false };
  const fields = { mapping: readMapping(form), leaversAreAbsent: form.get('absent') === 'on' };
  const file = form.get('file');
  // Without a choice, browsers send a file without a name.
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return { ...fields, problem: 'no-file' };
  return { ...fields, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function readForm(request: Request): Promise<FormData | UploadProblem> {
  const known = new Set(['file', 'absent', ...columnNames]);
  const filter = ({ name }: { name: string }) => known.has(name);
  try {
    return await parseMultipartFormData(
      request,
      createMemoryUploadHandler({ maxPartSize, filter }),
    );
  } catch (error) {
    // Whatever else there is to say of it, the browser did not send what a form sends.
    return error instanceof MaxPartSizeExceededError ? 'too-large' : 'broken';
  }
}

/** Columns are named as the fields that choose their header. */
function readMapping(form: FormData): Mapping {
  return Object.fromEntries(
    columnNames.flatMap((column) => {
      const header = form.get(column);
      if (typeof header !== 'string' || header === '') return [];
      return [[column, header.slice(0, maxHeader)]];
    }),
  );
}
