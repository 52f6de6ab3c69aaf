import { useTranslation } from 'react-i18next';
import type { ViewFace, ViewPart } from '#app/simulation/view.ts';
import { face, part, speaker, you } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Messages } from './messages.tsx';

function Chat({ messages, faces = [] }: { messages: ViewPart[]; faces?: ViewFace[] }) {
  const { t } = useTranslation('play');
  return <Messages messages={messages} faces={faces} label={t('thread')} />;
}

const long =
  'I have put the beans on the left, the peas on the right, and the sunflower in the middle, because it is taller than all of us and wants to look out of the window.';

export const examples: Example[] = [
  {
    name: 'Two people and you',
    render: () => (
      <Chat
        faces={[face('tom', 'warm'), face('mira', 'worried')]}
        messages={[
          part('first', speaker('mira'), 'Is the sill free?'),
          part('second', speaker('mira'), 'I have four pots.', 'Five, with the small one.'),
          part('third', speaker('tom'), long),
          part('fourth', you, 'There is room by the door.'),
          part('fifth', you, 'I can carry two.'),
        ]}
      />
    ),
  },
  {
    name: 'Somebody without a face, and a line that nobody says',
    render: () => (
      <Chat
        messages={[
          part('first', { ...speaker('wren'), look: null }, 'Hello from the shed.'),
          part('second', null, 'Wren has gone to fetch water.'),
          part('third', you, 'https://school.example/a/very/long/address/without/any/space/in/it'),
        ]}
      />
    ),
  },
  {
    name: 'One message',
    render: () => <Chat messages={[part('only', speaker('amina'), 'Good morning!')]} />,
  },
];
