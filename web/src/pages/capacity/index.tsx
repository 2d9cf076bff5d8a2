export default function Page() {
  return <h1>Capacity</h1>;
}
