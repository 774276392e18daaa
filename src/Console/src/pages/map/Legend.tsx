import { Icon } from '../../components/Icon';
import { toneWords, type Tone } from '../../world/status';

const tones: readonly Tone[] = ['good', 'moving', 'waiting', 'bad', 'off'];

export function Legend() {
  return (
    <ul class="map-legend" aria-label="What the colors mean">
      {tones.map((tone) => (
        <li key={tone} class={`status ${tone}`}>
          <span class={`stroke ${tone}`} aria-hidden="true" />
          {toneWords[tone]}
        </li>
      ))}
      <li class="quiet">
        <span class="hub-mark" aria-hidden="true">
          ⬡
        </span>{' '}
        CloudRouter
      </li>
      <li class="quiet legend-cloud">
        <Icon of="cloud" /> Clouds
      </li>
    </ul>
  );
}
