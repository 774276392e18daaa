export default function SnapshotsPage() { return <h1>Snapshots</h1>; }
