export default function Page() {
  return <h1>Rules</h1>;
}
