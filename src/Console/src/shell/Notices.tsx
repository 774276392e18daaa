import { Icon } from '../components/Icon';
import { dismiss, notices } from './saying';

export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map((notice) => (
        <div key={notice.number} class={`notice${notice.isBad ? ' bad' : ''}`}>
          <div>
            <p>{notice.text}</p>
            {notice.why && <p class="failure-why">{notice.why}</p>}
          </div>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => dismiss(notice.number)}>
            <Icon of="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
