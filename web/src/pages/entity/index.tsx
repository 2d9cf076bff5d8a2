export default function Page() {
  return <h1>Entity</h1>;
}
