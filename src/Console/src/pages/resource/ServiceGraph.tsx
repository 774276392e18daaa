import { useMemo } from 'preact/hooks';
import { Chart } from '../../components/Chart';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { accepted } from '../../emulator/answer';
import { callAs } from '../../emulator/service';
import type { Resource } from '../../emulator/shapes';
import { now } from '../../world/clock';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { personOf } from '../../world/people';

interface Flexes {
  readonly contractBandwidth: number;
  readonly active: { readonly totalBandwidth: number; readonly start: string; readonly rate: number } | null;
  readonly results: readonly {
    readonly totalBandwidth: number;
    readonly start: string;
    readonly end: string;
    readonly total: number;
  }[];
}

interface Charges {
  readonly charges: readonly { readonly id: string; readonly amount: number; readonly per: string }[];
}

const day = 86_400;

/** The bandwidth of an Internet On-Demand service over the last 30 days, and what its contract and flexes cost. */
export function ServiceGraph({ resource }: { resource: Resource }) {
  const company = resource.company ?? '';
  const companyId = overview.value?.companies.find((each) => each.name === company)?.id;
  const person = personOf(company);
  const end = Math.floor((now.value?.getTime() ?? 0) / 600_000) * 600;
  const live = useLive(
    async (stop) => {
      if (!person || !companyId) {
        return null;
      }
      const path = `/app-user/${companyId}/gia-service/${resource.id}/flex/history`;
      return {
        flexes: accepted(await callAs(person, { method: 'GET', path })) as Flexes,
        charges: await read<Charges>(`/__admin/companies/${encodeURIComponent(company)}/charges`, stop),
      };
    },
    [resource.id, person?.username, companyId, end, resource.history.length],
    false,
  );
  return (
    <>
      <header>
        <h2>Bandwidth and cost</h2>
        <span class="quiet">30 days</span>
      </header>
      <div class="card-body">
        <Loaded live={live}>
          {(value) =>
            value === null ? (
              <p class="quiet">Nobody is known who may read it.</p>
            ) : (
              <Lines
                flexes={value.flexes}
                end={end}
                perMonth={value.charges.charges.find((each) => each.id === resource.id)?.amount ?? 0}
              />
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function Lines({ flexes, perMonth, end }: { flexes: Flexes; perMonth: number; end: number }) {
  const [times, lines] = useMemo(() => {
    const begin = end - 30 * day;
    const seconds = (text: string) => Date.parse(text) / 1000;
    const stretches = [
      ...flexes.results.map((each) => ({
        from: seconds(each.start),
        to: seconds(each.end),
        mbps: each.totalBandwidth,
        cost: each.total,
      })),
      ...(flexes.active
        ? [
            {
              from: seconds(flexes.active.start),
              to: end,
              mbps: flexes.active.totalBandwidth,
              cost: flexes.active.rate * Math.max(0, (end - seconds(flexes.active.start)) / 3600),
            },
          ]
        : []),
    ];
    const marks = new Set<number>(Array.from({ length: 61 }, (_, index) => begin + (index * day) / 2));
    for (const each of stretches) {
      marks.add(Math.min(end, Math.max(begin, each.from))).add(Math.min(end, Math.max(begin, each.to)));
    }
    const at = [...marks].sort((one, other) => one - other);
    const costUpTo = (instant: number) =>
      (perMonth * (instant - begin)) / (30 * day) +
      stretches.reduce((sum, each) => {
        const whole = Math.max(each.to - each.from, 0.001);
        const within = Math.max(0, Math.min(each.to, instant) - Math.max(each.from, begin));
        return sum + each.cost * Math.min(1, within / whole);
      }, 0);
    return [
      at,
      [
        {
          label: 'Bandwidth',
          color: 'accent',
          unit: 'Mbps',
          isStepped: true,
          values: at.map(
            (instant) =>
              stretches.find(
                (each) => (each.from <= instant && instant < each.to) || (instant === end && each.to === end),
              )?.mbps ?? flexes.contractBandwidth,
          ),
        },
        { label: 'Cost so far', color: 'moving', unit: '$', isRight: true, values: at.map(costUpTo) },
      ],
    ] as const;
  }, [flexes, perMonth, end]);
  return <Chart times={times} lines={lines} label="Bandwidth in Mbps and cost in dollars over the last 30 days" />;
}
