export default function ProgressionPage() { return <h1>Progression</h1>; }
