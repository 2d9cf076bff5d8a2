export default function Page() {
  return <h1>Audit</h1>;
}
