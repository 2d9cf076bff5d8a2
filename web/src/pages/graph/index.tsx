export default function Page() {
  return <h1>Graph</h1>;
}
