export default function Page() {
  return <h1>Boards</h1>;
}
