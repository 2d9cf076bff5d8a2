export default function Page() {
  return <h1>Alerts</h1>;
}
