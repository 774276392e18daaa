import { Code } from '../../components/Json';
import { curlOf } from '../../components/CallShown';
import { people } from '../../world/people';

/** A call that works as it stands: a port is ordered, and the console shows it. */
export function FirstCall() {
  const person =
    people.value.find((each) => each.username === 'stan') ??
    people.value.find((each) => each.apiKeys.length > 0 && each.companies.length > 0) ??
    null;
  const company = person?.companies[0]?.company ?? 'Acme';
  const order = curlOf(
    {
      method: 'PUT',
      path: `/api/company/${encodeURIComponent(company)}/ports/orders`,
      body: { dataCenterFacility: 'supernetpa4', speed: 1000, portName: 'My first port', paymentType: 'invoice' },
    },
    person,
  );
  return (
    <section class="card">
      <header>
        <h2>Your first call</h2>
        <span class="quiet">Paste it, and watch the time bar</span>
      </header>
      <div class="card-body">
        <Code text={order} label="first call" />
      </div>
    </section>
  );
}
