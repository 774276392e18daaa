export default function TourPage() { return <h1>Tour</h1>; }
