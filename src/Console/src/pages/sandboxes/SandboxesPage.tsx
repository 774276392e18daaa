export default function SandboxesPage() { return <h1>Sandboxes</h1>; }
