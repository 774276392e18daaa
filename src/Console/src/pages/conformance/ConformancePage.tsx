export default function ConformancePage() { return <h1>Conformance</h1>; }
