export default function CounterpartiesPage() { return <h1>Counterparties</h1>; }
