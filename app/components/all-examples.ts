import { examples as button } from './button/examples.tsx';
import { examples as card } from './card/examples.tsx';
import { examples as certificate } from './certificate/examples.tsx';
import { examples as changes } from './changes/examples.tsx';
import { examples as contact } from './contact/examples.tsx';
import { examples as disclosure } from './disclosure/examples.tsx';
import { examples as emblem } from './emblem/examples.tsx';
import type { ExampleGroup } from './examples.ts';
import { examples as facts } from './facts/examples.tsx';
import { examples as field } from './field/examples.tsx';
import { examples as figures } from './figures/examples.tsx';
import { examples as form } from './form/examples.tsx';
import { examples as gallery } from './gallery/examples.tsx';
import { examples as graph } from './graph/examples.tsx';
import { examples as handCard } from './hand-card/examples.tsx';
import { examples as hero } from './hero/examples.tsx';
import { examples as layout } from './layout/examples.tsx';
import { examples as linedList } from './lined-list/examples.tsx';
import { examples as meters } from './meters/examples.tsx';
import { examples as notice } from './notice/examples.tsx';
import { examples as opening } from './opening/examples.tsx';
import { examples as page } from './page/examples.tsx';
import { examples as path } from './path/examples.tsx';
import { examples as portrait } from './portrait/examples.tsx';
import { examples as reading } from './reading/examples.tsx';
import { examples as ruleList } from './rule-list/examples.tsx';
import { examples as scenarioCard } from './scenario-card/examples.tsx';
import { examples as scenes } from './scenes/examples.tsx';
import { examples as script } from './script/examples.tsx';
import { examples as secret } from './secret/examples.tsx';
import { examples as slip } from './slip/examples.tsx';
import { examples as stage } from './stage/examples.tsx';
import { examples as symbol } from './symbol/examples.tsx';
import { examples as table } from './table/examples.tsx';
import { examples as tag } from './tag/examples.tsx';
import { examples as text } from './text/examples.tsx';
import { examples as thread } from './thread/examples.tsx';
import { examples as trackChoice } from './track-choice/examples.tsx';

/** The examples of every component folder, under the folder's name. */
export const allExamples: ExampleGroup[] = Object.entries({
  button,
  card,
  certificate,
  changes,
  contact,
  disclosure,
  emblem,
  facts,
  field,
  figures,
  form,
  gallery,
  graph,
  'hand-card': handCard,
  hero,
  layout,
  'lined-list': linedList,
  meters,
  notice,
  opening,
  page,
  path,
  portrait,
  reading,
  'rule-list': ruleList,
  'scenario-card': scenarioCard,
  scenes,
  script,
  secret,
  slip,
  stage,
  symbol,
  table,
  tag,
  text,
  thread,
  'track-choice': trackChoice,
}).map(([component, examples]) => ({ component, examples }));
