import { tracks } from '#scenarios/kit/vocabulary.ts';
import { face } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Grid } from '../layout/layout.tsx';
import { Tag } from '../tag/tag.tsx';
import { ScenarioCard } from './scenario-card.tsx';

const summaries = {
  staff: 'Mira has brought beans to school, and the window sill is full.',
  parents: 'The beans have come home.',
  'young-people':
    'You have promised to look after somebody’s beans over the holidays, and now it has not rained for a week. There are three watering cans, one tap, and a neighbour with a ladder.',
};

export const examples: Example[] = [
  {
    name: 'Of each track, side by side',
    isWide: true,
    render: () => (
      <Grid>
        {tracks.map((track, index) => (
          <ScenarioCard
            key={track}
            href="#component-scenario-card"
            title={`The beans by the window, part ${index + 1}`}
            track={track}
            summary={summaries[track]}
            facts="Growing things · about 10 minutes"
            tellsOf={index > 0 ? 'Tells of slugs, a frost in May, and an empty can.' : undefined}
            action="Open"
            opening={{ setting: 'classroom', faces: [face('mira', 'worried')] }}
          />
        ))}
      </Grid>
    ),
  },
  {
    name: 'That the reader has to do with',
    render: () => (
      <ScenarioCard
        href="#component-scenario-card"
        title="The beans by the window"
        track="staff"
        state={
          <>
            <Tag tone="care">Water by 22 November 2026</Tag>
            <a href="#component-scenario-card">Go on</a>
          </>
        }
        summary="They have grown."
        facts="Growing things · about 5 minutes"
        action="Open"
        opening={{ setting: 'classroom', faces: [] }}
      />
    ),
  },
  {
    name: 'Without a place, and with a long title',
    render: () => (
      <ScenarioCard
        href="#component-scenario-card"
        title="What everybody said about the beans when the caretaker had moved them to the other side of the building"
        track="staff"
        summary="It was for the best."
        facts="Growing things · about 5 minutes"
        action="Open"
        opening={{ setting: null, faces: [] }}
      />
    ),
  },
];
