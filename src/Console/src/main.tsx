import { render } from 'preact';
import { effect } from '@preact/signals';
import { base } from './emulator/address';
import { follow } from './emulator/events';
import { returns } from './emulator/reach';
import { Shell } from './shell/Shell';
import { listenForKeys } from './shell/shortcuts';
import { followOverview } from './world/overview';
import { followPeople } from './world/people';

const place = document.getElementById('console');
if (place) {
  render(<Shell />, place);
}
listenForKeys();
followOverview();
followPeople();

// The stream is that of the sandbox in view, and is opened again once the token is known or the emulator is back.
effect(() => {
  void base.value;
  void returns.value;
  return follow();
});
