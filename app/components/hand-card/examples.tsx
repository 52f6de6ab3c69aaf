import type { Example } from '../examples.ts';
import { HandCard, HandCards } from './hand-card.tsx';

export const examples: Example[] = [
  {
    name: 'Two cards',
    isWide: true,
    render: () => (
      <HandCards>
        <HandCard
          about="The beans by the window"
          title="For whoever waters"
          foot={
            <p>
              Caretaker: Sam Example, <a href="tel:01632960000">01632 960000</a>
            </p>
          }
        >
          <ul>
            <li>Come in the evening, and stay until the can is empty.</li>
            <li>If it rains, sit down.</li>
            <li>If a pipe breaks, ring the caretaker at once.</li>
          </ul>
        </HandCard>
        <HandCard about="The beans by the window" title="For whoever counts">
          <ul>
            <li>Count aloud.</li>
          </ul>
        </HandCard>
      </HandCards>
    ),
  },
];
