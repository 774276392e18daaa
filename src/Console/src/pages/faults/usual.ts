/** The faults that people want most, each at a switch. */
export const usual: readonly { id: string; title: string; text: string; rule: object }[] = [
  {
    id: 'console-down',
    title: 'Unavailable',
    text: 'Every call is answered 503, with Retry-After.',
    rule: { then: { answer: { status: 503, retryAfterSeconds: 5 } } },
  },
  {
    id: 'console-flaky',
    title: 'Flaky',
    text: 'A third of the calls fail with 500, at random.',
    rule: { when: { probability: 0.33 }, then: { answer: { status: 500 } } },
  },
  {
    id: 'console-slow',
    title: 'Slow',
    text: 'Each answer takes one to three seconds longer.',
    rule: { then: { latency: { from: 1000, to: 3000 } } },
  },
  {
    id: 'console-limit',
    title: 'Rate limit',
    text: 'Ten calls a minute for each user, then 429.',
    rule: { then: { rateLimit: { limit: 10, perSeconds: 60, by: 'user' } } },
  },
  {
    id: 'console-cut',
    title: 'Connections break',
    text: 'Every third call is reset without an answer.',
    rule: { when: { every: 3 }, then: { reset: true } },
  },
  {
    id: 'console-short',
    title: 'Cut answers',
    text: 'Every third answer ends halfway.',
    rule: { when: { every: 3 }, then: { truncate: { share: 0.5 } } },
  },
  {
    id: 'console-proxy',
    title: 'A proxy in between',
    text: 'Every third answer is an HTML page with status 502.',
    rule: {
      when: { every: 3 },
      then: {
        answer: {
          status: 502,
          text: '<html><body>Bad gateway</body></html>',
          headers: { 'Content-Type': 'text/html' },
        },
      },
    },
  },
  {
    id: 'console-lost',
    title: 'Done, but the answer is lost',
    text: 'Every other PUT is carried out, but answered with 504.',
    rule: { match: { method: 'PUT' }, when: { every: 2 }, then: { answer: { status: 504 }, after: true } },
  },
];
